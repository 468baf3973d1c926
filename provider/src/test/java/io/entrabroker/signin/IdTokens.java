package io.entrabroker.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrabroker.keys.KeyLookup;
import io.entrabroker.keys.KeySource;
import io.entrabroker.keys.PublishedKey;
import io.entrabroker.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** ID tokens as Entra makes them, and as attackers would like to. */
final class IdTokens {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final String TENANT = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  static final String OTHER_TENANT = "11111111-2222-4333-8444-555555555555";
  static final String CLIENT = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001";
  static final String NONCE = "n-0S6_WzA2Mj";
  static final String HOST = "https://login.microsoftonline.com";
  static final KeyPair TENANT_KEY = newKey(2048);
  static final KeyPair FOREIGN_KEY = newKey(2048);
  static final KeyPair PERSONAL_KEY = newKey(2048);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();

  private String before = "";

  private IdTokens() {
    header.put("typ", "JWT");
    header.put("alg", "RS256");
    header.put("kid", "tenant-key");
    claims.put("aud", CLIENT);
    claims.put("iss", HOST + "/" + TENANT + "/v2.0");
    claims.put("iat", NOW.minusSeconds(300).getEpochSecond());
    claims.put("nbf", NOW.minusSeconds(300).getEpochSecond());
    claims.put("exp", NOW.plusSeconds(3600).getEpochSecond());
    claims.put("nonce", NONCE);
    claims.put("oid", "00000000-0000-4000-8000-00000000ada0");
    claims.put("sub", "pairwise-subject");
    claims.put("tid", TENANT);
    claims.put("ver", "2.0");
    claims.put("name", "Ada Lovelace");
    claims.put("preferred_username", "ada.lovelace@contoso.example");
    claims.put("email", "Ada.Lovelace@contoso.example");
  }

  static IdTokens ofAda() {
    return new IdTokens();
  }

  IdTokens claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  IdTokens without(String name) {
    claims.remove(name);
    return this;
  }

  /** The claim stands a first time before all others. */
  IdTokens twice(String name, String first) {
    before = "\"" + name + "\":\"" + first + "\",";
    return this;
  }

  IdTokens header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  IdTokens withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  String signed() {
    return signed("SHA256withRSA", TENANT_KEY.getPrivate());
  }

  String signed(String algorithm, PrivateKey key) {
    try {
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(signingInput().getBytes(StandardCharsets.US_ASCII));
      return signingInput() + "." + base64Url(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String hmac(byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] code = mac.doFinal(signingInput().getBytes(StandardCharsets.US_ASCII));
      return signingInput() + "." + base64Url(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String unsigned() {
    return signingInput() + ".";
  }

  static KeySource publishedKeys() {
    return keyId ->
        switch (keyId) {
          case "tenant-key" -> published(keyId, "{tenantid}", TENANT_KEY);
          case "personal-key" ->
              published(keyId, TenantId.PERSONAL_ACCOUNTS.toString(), PERSONAL_KEY);
          case "other-clouds-key" ->
              new KeyLookup.Found(
                  new PublishedKey(
                      keyId,
                      "https://login.microsoftonline.us/{tenantid}/v2.0",
                      (RSAPublicKey) PERSONAL_KEY.getPublic()));
          default -> new KeyLookup.Unknown();
        };
  }

  static KeyLookup published(String keyId, String tenant, KeyPair key) {
    return new KeyLookup.Found(
        new PublishedKey(keyId, HOST + "/" + tenant + "/v2.0", (RSAPublicKey) key.getPublic()));
  }

  static KeyPair newKey(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String signingInput() {
    return part(header, "") + "." + part(claims, before);
  }

  private static String part(Map<String, Object> json, String before) {
    try {
      String text = "{" + before + JSON.writeValueAsString(json).substring(1);
      return base64Url(text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
