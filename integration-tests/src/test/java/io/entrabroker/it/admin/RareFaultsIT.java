package io.entrabroker.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Cloud;
import io.entrabroker.simulator.directory.CredentialChange;
import io.entrabroker.simulator.directory.GraphPermission;
import io.entrabroker.simulator.directory.TenantChange;
import io.entrabroker.simulator.faults.Endpoint;
import io.entrabroker.simulator.faults.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The doctor finds what {@link DoctorIT} leaves out: what goes wrong at Microsoft, or altogether.
 */
@CleanLog
class RareFaultsIT extends PeopleTest {

  private static final String REALM = "/openmetadata";
  private static final String OTHER_REALM = "/nothing-set-up";
  private static final String GROUP = "97009590-0000-4000-8000-0000000000d3";

  @AfterEach
  void mend() {
    stack.simulator().faults().clear();
    stack.admin().send("DELETE", OTHER_REALM);
  }

  @Test
  void aTenantThatMovedToAnotherCloud() {
    trialWith();
    assertThat(found()).doesNotContain("ENTRA6103 trial");
    entra(TenantChange.cloud(Upstreams.TENANT, Cloud.US_GOV));

    assertThat(found()).anyMatch(finding -> finding.startsWith("ENTRA6103 trial"));
  }

  @Test
  void aSecretThatHasExpired() {
    String secret = "a-secret-that-will-expire-one-day";
    entra(CredentialChange.addSecret(Upstreams.WEB_APP, secret));
    trialWith("clientSecret", secret);
    assertThat(found()).noneMatch(finding -> finding.startsWith("ENTRA6108"));
    entra(
        CredentialChange.removeSecret(Upstreams.WEB_APP, secret),
        CredentialChange.addSecret(
            Upstreams.WEB_APP, secret, Instant.now().minus(Duration.ofDays(1))));

    assertThat(found()).anyMatch(finding -> finding.startsWith("ENTRA6108 trial"));
  }

  @Test
  void aGraphThatDoesNotAnswerWhereGroupsDecide() {
    trialWith("groupBindings", GROUP + " = Insights");
    assertThat(found()).noneMatch(finding -> finding.startsWith("ENTRA6110"));
    stack.simulator().faults().at(Endpoint.GRAPH).always(Exchange::hangUp);

    assertThat(found()).anyMatch(finding -> finding.startsWith("ENTRA6110 trial"));
  }

  @Test
  void permissionsThatTheServerDoesNotUse() {
    trialWith();
    assertThat(found()).noneMatch(finding -> finding.startsWith("ENTRA6115"));
    entra(ApplicationChange.grant(Upstreams.WEB_APP, GraphPermission.DIRECTORY_READ_ALL));

    assertThat(found()).contains("ENTRA6115 trial: Directory.Read.All");
  }

  @Test
  void sessionsThatNobodyComparesWithEntra() {
    trialWith("refreshInterval", "off");
    assertThat(found()).contains("ENTRA6012 trial");
    changeTrial();

    assertThat(found()).doesNotContain("ENTRA6012 trial");
  }

  @Test
  void anAddressWithoutHttpsThatIsNotOfThisMachine() {
    assertThat(found()).noneMatch(finding -> finding.startsWith("ENTRA6216"));
    changed(
        REALM,
        realm ->
            ((ObjectNode) realm.get("attributes")).put("frontendUrl", "http://sso.contoso.example"),
        () -> assertThat(found()).anyMatch(finding -> finding.startsWith("ENTRA6216")));
  }

  @Test
  void aRealmInWhichNothingIsSetUp() {
    stack.admin().send("POST", "", Map.of("realm", OTHER_REALM.substring(1), "enabled", false));

    assertThat(foundIn(OTHER_REALM)).contains("ENTRA6001 ", "ENTRA6201 ", "ENTRA6301 ");
    assertThat(found()).doesNotContain("ENTRA6001 ", "ENTRA6201 ", "ENTRA6301 ");
  }

  @Test
  void moreKeysThanTheCatalogRemembers() {
    stack.admin().send("POST", "", Map.of("realm", OTHER_REALM.substring(1), "enabled", true));
    assertThat(foundIn(OTHER_REALM)).noneMatch(finding -> finding.startsWith("ENTRA6205"));
    for (int i = 0; i < 11; i++) {
      stack
          .admin()
          .post(
              OTHER_REALM + "/components",
              Map.of(
                  "name",
                  "key-" + i,
                  "providerId",
                  "ecdsa-generated",
                  "providerType",
                  "org.keycloak.keys.KeyProvider",
                  "config",
                  Map.of("priority", List.of("1"))));
    }

    assertThat(foundIn(OTHER_REALM)).anyMatch(finding -> finding.startsWith("ENTRA6205"));
  }

  @Test
  void clientsOfTheCatalogAreEnabledOneAtATime() {
    assertThat(found()).anyMatch(finding -> finding.startsWith("ENTRA6303"));
    changed(
        client("openmetadata-spa"),
        spa -> spa.put("enabled", false),
        () -> {
          assertThat(found()).noneMatch(finding -> finding.matches("ENTRA630[23] .*"));
          changed(
              client("openmetadata-web"),
              web -> web.put("enabled", false),
              () -> assertThat(found()).anyMatch(finding -> finding.startsWith("ENTRA6302")));
        });
  }

  @Test
  void aClientOfTheOtherKind() {
    assertThat(found()).noneMatch(finding -> finding.startsWith("ENTRA6304"));
    changed(
        client("openmetadata-spa"),
        spa -> spa.put("publicClient", false),
        () -> assertThat(found()).anyMatch(finding -> finding.startsWith("ENTRA6304")));
  }

  @Test
  void anotherSubjectForEachClient() {
    assertThat(found()).noneMatch(finding -> finding.startsWith("ENTRA6321"));
    String mappers = client("openmetadata-web") + "/protocol-mappers/models";
    String id =
        stack
            .admin()
            .post(
                mappers,
                Map.of(
                    "name", "pairwise",
                    "protocol", "openid-connect",
                    "protocolMapper", "oidc-sha256-pairwise-sub-mapper",
                    "config", Map.of()))
            .createdId();
    try {
      assertThat(found()).anyMatch(finding -> finding.startsWith("ENTRA6321"));
    } finally {
      stack.admin().delete(mappers + "/" + id);
    }
  }

  private void changed(String path, Consumer<ObjectNode> change, Runnable look) {
    JsonNode before = stack.admin().get(path);
    ObjectNode after = before.deepCopy();
    change.accept(after);
    stack.admin().put(path, after);
    try {
      look.run();
    } finally {
      ObjectNode mended = before.deepCopy();
      // What is not mentioned stays.
      ((ObjectNode) mended.get("attributes")).put("frontendUrl", "");
      stack.admin().put(path, path.equals(REALM) ? mended : before);
    }
  }

  private String client(String clientId) {
    JsonNode found = stack.admin().get(REALM + "/clients?clientId=" + clientId).get(0);
    return REALM + "/clients/" + found.get("id").asText();
  }

  private Set<String> found() {
    return foundIn(REALM);
  }

  private Set<String> foundIn(String realm) {
    JsonNode findings = stack.admin().get(realm + "/openmetadata/doctor").get("findings");
    return StreamSupport.stream(findings.spliterator(), false)
        .map(finding -> finding.get("id").asText() + " " + finding.get("detail").asText())
        .collect(Collectors.toSet());
  }
}
