package io.entrabroker.it.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.simulator.directory.CredentialChange;
import io.entrabroker.simulator.directory.FederatedIdentityCredential;
import io.entrabroker.simulator.keys.ClientCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No secret at all: Entra trusts tokens of a cluster, or of the realm itself. */
@CleanLog
class FederatedIT extends CredentialTest {

  private OtherIssuer cluster;

  @BeforeEach
  void start() throws Exception {
    cluster = new OtherIssuer();
    entra(CredentialChange.addFederatedCredential(APP, cluster.registration()));
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void theTokenFileOfTheEnvironmentSignsInAndIsReadAgainWhenTheClusterRenewsIt() throws Exception {
    String token = cluster.token();
    project(token, "..2026_11_22_first");
    trialWith("clientSecret", "none", "credential", "token-file");
    aSignInSucceeds();
    assertThat(onlyAssertion()).isEqualTo(token);

    String renewed = cluster.token();
    project(renewed, "..2026_11_22_second");
    aSignInSucceeds();

    assertThat(onlyAssertion()).isEqualTo(renewed);
  }

  @Test
  void aConfiguredTokenFileSignsIn() throws Exception {
    String token = cluster.token();
    Path file = file("own/token", token + "\n");
    trialWith("clientSecret", "none", "credential", "token-file", "tokenFile", file.toString());

    aSignInSucceeds();

    assertThat(onlyAssertion()).isEqualTo(token);
  }

  @Test
  void aTokenFileThatHoldsSomethingElseIsNotSent() throws Exception {
    Path file = file("own/broken", cluster.token());
    trialWith("clientSecret", "none", "credential", "token-file", "tokenFile", file.toString());
    Files.writeString(file, "root:x:0:0:root:/root:/bin/sh");
    stack.simulator().clearRequests();

    assertRefused(someone, "ENTRA1101");

    assertThat(tokenRequests()).isEmpty();
    assertThat(logged("root:x")).isEmpty();
  }

  @Test
  void oneTokenFileFollowsAnotherIssuerWithoutAFailedSignIn() throws Exception {
    Path file = file("own/moving", cluster.token());
    trialWith("clientSecret", "none", "credential", "token-file", "tokenFile", file.toString());
    aSignInSucceeds();
    try (OtherIssuer next = new OtherIssuer()) {
      FederatedIdentityCredential registration = next.registration();
      entra(
          CredentialChange.addFederatedCredential(
              APP,
              new FederatedIdentityCredential(
                  "next",
                  registration.issuer(),
                  registration.subject(),
                  registration.audiences())));
      aSignInSucceeds();
      Files.writeString(file, next.token());
      aSignInSucceeds();
      entra(CredentialChange.removeFederatedCredential(APP, "cluster"));
      aSignInSucceeds();
    }
  }

  @Test
  void theRealmsOwnAssertionSignsIn() {
    trustTheRealm("entra-broker:trial");
    trialWith("clientSecret", "none", "credential", "keycloak-signed");

    aSignInSucceeds();

    JsonNode claims = Json.claims(onlyAssertion());
    assertThat(onlyHeader().get("alg").asText()).isEqualTo("RS256");
    assertThat(claims.get("iss").asText()).isEqualTo(stack.keycloak().realmUri().toString());
    assertThat(claims.get("sub").asText()).isEqualTo("entra-broker:trial");
    assertThat(claims.get("aud").asText()).isEqualTo("api://AzureADTokenExchange");
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(300);
  }

  @Test
  void whenTheRealmsKeyChangesTheNextAssertionIsSignedWithTheNewOne() {
    trustTheRealm("entra-broker:trial");
    trialWith("clientSecret", "none", "credential", "keycloak-signed");
    aSignInSucceeds();
    String before = onlyHeader().get("kid").asText();

    realmKey("rotated", ClientCertificate.create("rotated"), 1_000);
    String rotated = lastKeyId();
    aSignInSucceeds();

    assertThat(onlyHeader().get("kid").asText()).isEqualTo(rotated).isNotEqualTo(before);
  }

  @Test
  void aPinnedKeyOfTheRealmSignsWhicheverIsActive() {
    trustTheRealm("entra-broker:trial");
    realmKey("for-entra", ClientCertificate.create("for-entra"), -10);
    String pinned = lastKeyId();
    trialWith("clientSecret", "none", "credential", "keycloak-signed", "signingKey", pinned);

    aSignInSucceeds();

    assertThat(onlyHeader().get("kid").asText()).isEqualTo(pinned);
  }

  @Test
  void anAssertionOfAnotherProviderOfTheRealmIsNotTaken() {
    trustTheRealm("entra-broker:entra");
    trialWith("clientSecret", "none", "credential", "keycloak-signed");

    assertRefused(someone, "ENTRA2202");

    assertThat(microsoftError("ENTRA2202")).isEqualTo("AADSTS700213");
  }

  @Test
  void theRealmsAssertionIsNoTokenForTheRealmOrTheCatalog() {
    trustTheRealm("entra-broker:trial");
    trialWith("clientSecret", "none", "credential", "keycloak-signed");
    aSignInSucceeds();

    assertThat(userInfoStatus(onlyAssertion())).isEqualTo(401);
    assertThat(catalogUserStatus(onlyAssertion())).isEqualTo(401);
  }

  private void trustTheRealm(String subject) {
    entra(
        CredentialChange.addFederatedCredential(
            APP,
            new FederatedIdentityCredential(
                "realm",
                stack.keycloak().realmUri().toString(),
                subject,
                List.of("api://AzureADTokenExchange"))));
  }

  private int userInfoStatus(String bearer) {
    return status(stack.keycloak().realmUri() + "/protocol/openid-connect/userinfo", bearer);
  }

  private int catalogUserStatus(String bearer) {
    return status(stack.catalogUrl() + "/api/v1/users/loggedInUser", bearer);
  }

  private static int status(String address, String bearer) {
    try {
      return java.net.http.HttpClient.newHttpClient()
          .send(
              java.net.http.HttpRequest.newBuilder(java.net.URI.create(address))
                  .header("Authorization", "Bearer " + bearer)
                  .build(),
              java.net.http.HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  // As Kubernetes does: the file is a link into a folder that is a link, which is swapped at once.
  private void project(String token, String version) throws IOException {
    file("projected/" + version + "/token", token);
    Path folder = stack.credentialFolder().resolve("projected");
    Path link = folder.resolve("token");
    if (!Files.isSymbolicLink(link)) {
      Files.createSymbolicLink(link, Path.of("..data/token"));
    }
    Path data = folder.resolve("..data_tmp");
    Files.deleteIfExists(data);
    Files.createSymbolicLink(data, Path.of(version));
    Files.move(data, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
  }
}
