package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.UUID;

/**
 * Changes of the credentials of app registrations, which are named by client ids. An application
 * has any number of them, and each is good until it is removed or expires.
 */
public final class CredentialChange {

  private CredentialChange() {}

  /** One more client secret, valid until the year 2099. */
  public static DirectoryChange addSecret(String appId, String secretText) {
    return addSecret(appId, secretText, Instant.parse("2099-01-01T00:00:00Z"));
  }

  /** One more client secret that expires. */
  public static DirectoryChange addSecret(String appId, String secretText, Instant expires) {
    return root -> {
      byte[] seed = (appId + secretText).getBytes(StandardCharsets.UTF_8);
      list(root, appId, "passwordCredentials")
          .addObject()
          .put("keyId", UUID.nameUUIDFromBytes(seed).toString())
          .put("displayName", "added")
          .put("startDateTime", "2020-01-01T00:00:00Z")
          .put("endDateTime", expires.toString())
          .put("hint", secretText.substring(0, Math.min(3, secretText.length())))
          .put("secretText", secretText);
    };
  }

  /** The client secret is removed at once; an unknown one changes nothing. */
  public static DirectoryChange removeSecret(String appId, String secretText) {
    return root ->
        TenantJson.removeIf(
            list(root, appId, "passwordCredentials"),
            one -> one.path("secretText").asText().equals(secretText));
  }

  /** One more certificate, valid as long as it says itself. */
  public static DirectoryChange addCertificate(String appId, X509Certificate certificate) {
    return root ->
        KeyCredential.write(list(root, appId, "keyCredentials").addObject(), certificate);
  }

  /** The certificate is removed at once; an unknown one changes nothing. */
  public static DirectoryChange removeCertificate(String appId, X509Certificate certificate) {
    return root ->
        TenantJson.removeIf(
            list(root, appId, "keyCredentials"), one -> KeyCredential.holds(one, certificate));
  }

  /** Tokens of an external issuer are accepted as the application's credential. */
  public static DirectoryChange addFederatedCredential(
      String appId, FederatedIdentityCredential credential) {
    return root -> credential.write(list(root, appId, "federatedIdentityCredentials").addObject());
  }

  /** The federated credential of this name is removed; an unknown name changes nothing. */
  public static DirectoryChange removeFederatedCredential(String appId, String name) {
    return root ->
        TenantJson.removeIf(
            list(root, appId, "federatedIdentityCredentials"),
            one -> one.path("name").asText().equals(name));
  }

  /**
   * Claims are mapped for the application in the tenant where it is registered: from now on its ID
   * tokens there are signed with a key of its own, which is published only with {@code ?appid=}.
   */
  public static DirectoryChange useOwnSigningKey(String appId) {
    return root ->
        TenantJson.withApplication(root, appId)
            .servicePrincipal(appId)
            .withArray("/claimsMappingPolicies")
            .addObject()
            .put("displayName", "Mapped claims")
            .putArray("definition")
            .add("{\"ClaimsMappingPolicy\":{\"Version\":1,\"IncludeBasicClaimSet\":\"true\"}}");
  }

  private static ArrayNode list(ObjectNode root, String appId, String member) {
    return TenantJson.withApplication(root, appId).application(appId).withArray("/" + member);
  }
}
