package io.entrabroker.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrabroker.tenant.Endpoints;
import io.entrabroker.tenant.TenantId;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Key sets as Entra publishes them, and as liars do. */
final class Jwks {

  static final String HOST = "https://login.microsoftonline.com";
  static final String TENANT = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  static final String ANY_TENANT = HOST + "/{tenantid}/v2.0";
  static final String PERSONAL = HOST + "/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0";
  static final Endpoints CONTOSO =
      new Endpoints(URI.create(HOST), TenantId.parse(TENANT).orElseThrow());

  /** Two numbers, so that a key can be told from another of the same id. */
  static final RSAPublicKey ONE = newKey(2048);

  static final RSAPublicKey TWO = newKey(2048);

  private Jwks() {}

  static RSAPublicKey newKey(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return (RSAPublicKey) generator.generateKeyPair().getPublic();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, Object> key(String id) {
    return key(id, ONE);
  }

  static Map<String, Object> key(String id, RSAPublicKey key) {
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "RSA");
    jwk.put("use", "sig");
    jwk.put("kid", id);
    jwk.put("x5t", id);
    jwk.put("n", number(key.getModulus()));
    jwk.put("e", number(key.getPublicExponent()));
    jwk.put("x5c", List.of("bm9uZQ=="));
    jwk.put("issuer", ANY_TENANT);
    return jwk;
  }

  static Map<String, Object> with(Map<String, Object> jwk, String member, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(jwk);
    changed.put(member, value);
    return changed;
  }

  static Map<String, Object> without(Map<String, Object> jwk, String member) {
    Map<String, Object> changed = new LinkedHashMap<>(jwk);
    changed.remove(member);
    return changed;
  }

  @SafeVarargs
  static String set(Map<String, Object>... keys) {
    return json(Map.of("keys", List.of(keys)));
  }

  static String json(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
