package io.entrabroker.keycloak.idp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;

/** How the twin finds a token in another: whatever can be taken off is taken off. */
final class WrappedToken {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ENCRYPTED_PARTS = 5;

  private WrappedToken() {}

  /** The token in the middle; the text itself if there is none around it. */
  static String innermost(String text, OIDCIdentityProviderConfig config) {
    if (text.startsWith("{")) {
      return innermost(compact(text), config);
    }
    String[] parts = text.split("\\.", -1);
    if (parts.length == ENCRYPTED_PARTS) {
      return innermost(decrypted(parts, config.getClientId()), config);
    }
    String payload = decoded(parts[1]);
    return payload.split("\\.", -1).length == 3 && !payload.startsWith("{")
        ? innermost(payload, config)
        : text;
  }

  // RFC 7515, section 7.2: the JSON serializations.
  private static String compact(String text) {
    try {
      JsonNode jws = JSON.readTree(text);
      JsonNode signature = jws.has("signatures") ? jws.at("/signatures/0") : jws;
      return signature.path("protected").asText()
          + "."
          + jws.path("payload").asText()
          + "."
          + signature.path("signature").asText();
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  // RFC 7516 with "dir" and A256GCM; the key is what everybody knows.
  private static String decrypted(String[] parts, String clientId) {
    try {
      byte[] key =
          MessageDigest.getInstance("SHA-256").digest(clientId.getBytes(StandardCharsets.UTF_8));
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(128, Base64.getUrlDecoder().decode(parts[2])));
      cipher.updateAAD(parts[0].getBytes(StandardCharsets.US_ASCII));
      cipher.update(Base64.getUrlDecoder().decode(parts[3]));
      return new String(
          cipher.doFinal(Base64.getUrlDecoder().decode(parts[4])), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
