package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.GraphPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** App registrations over Microsoft Graph. */
class GraphApplicationsTest {

  private static final Directory CONTOSO = Directory.contoso();
  private static final String NAMED = "applications(uniqueName='broker')";
  private static final String UPSERT = "create-if-missing";

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.of(CONTOSO);

  private GraphClient graph;

  @BeforeEach
  void anAdministratorsProgram() {
    SIMULATOR.entra().replaceDirectory(CONTOSO);
    graph = program(GraphPermission.APPLICATION_READ_WRITE_ALL);
  }

  @Test
  void anApplicationIsMadeOnceAndThenChanged() {
    GraphClient.Reply made = graph.patch(NAMED, "{\"displayName\":\"A\"}", UPSERT);
    GraphClient.Reply changed =
        graph.patch(
            NAMED, "{\"displayName\":\"B\",\"web\":{\"logoutUrl\":\"https://b/\"}}", UPSERT);
    GraphClient.Reply read = graph.get(NAMED);

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("uniqueName").asText()).isEqualTo("broker");
    assertThat(changed.status()).isEqualTo(204);
    assertThat(read.json().path("displayName").asText()).isEqualTo("B");
    assertThat(read.json().path("appId")).isEqualTo(made.json().path("appId"));
  }

  @Test
  void withoutTheHeaderNothingIsMade() {
    assertThat(graph.patch(NAMED, "{\"displayName\":\"A\"}", "return=minimal").errorCode())
        .isEqualTo("Request_ResourceNotFound");
    assertThat(graph.get(NAMED).status()).isEqualTo(404);
  }

  @Test
  void objectsAreMergedAndListsReplaced() {
    graph.patch(
        NAMED,
        "{\"displayName\":\"A\",\"web\":{\"redirectUris\":[\"https://a/1\",\"https://a/2\"],"
            + "\"logoutUrl\":\"https://a/out\"}}",
        UPSERT);

    graph.patch(NAMED, "{\"web\":{\"redirectUris\":[\"https://a/3\"]}}", UPSERT);

    assertThat(graph.get(NAMED).json().at("/web/redirectUris")).hasSize(1);
    assertThat(graph.get(NAMED).json().at("/web/logoutUrl").asText()).isEqualTo("https://a/out");
  }

  @Test
  void everyKeyLeadsToTheSameApplicationAndTheListHasIt() {
    String appId =
        graph.post("applications", "{\"displayName\":\"A\"}").json().path("appId").asText();

    String id = graph.get("applications(appId='" + appId + "')").json().path("id").asText();

    assertThat(graph.get("applications/" + id).json().path("appId").asText()).isEqualTo(appId);
    assertThat(graph.get("applications").values("appId")).contains(appId, Contoso.WEB);
  }

  @Test
  void aSecretIsToldOnceAndNeverShownAgain() {
    String id = graph.post("applications", "{\"displayName\":\"A\"}").json().path("id").asText();

    GraphClient.Reply added =
        graph.post(
            "applications/" + id + "/addPassword",
            "{\"passwordCredential\":{\"displayName\":\"x\"}}");

    String secret = added.json().path("secretText").asText();
    assertThat(secret).isNotEmpty();
    assertThat(graph.get("applications/" + id).page().body())
        .contains("passwordCredentials")
        .doesNotContain(secret);
    assertThat(graph.get("applications").page().body()).doesNotContain(secret, Contoso.WEB_SECRET);
  }

  @Test
  void whoeverMakesAnApplicationOwnsIt() {
    String made = graph.post("applications", "{\"displayName\":\"A\"}").json().path("id").asText();
    SIMULATOR
        .entra()
        .change(ApplicationChange.consent(Contoso.WEB, "Application.ReadWrite.All", "User.Read"));
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, "Application.ReadWrite.All User.Read");
    GraphClient.Reply hers = ada.patch(NAMED, "{\"displayName\":\"B\"}", UPSERT);

    assertThat(graph.get("applications/" + made + "/owners?$select=id").values("id"))
        .containsExactly(
            graph.get("servicePrincipals(appId='" + Contoso.WEB + "')").json().path("id").asText());
    assertThat(ada.get(NAMED + "/owners").values("id")).containsExactly(Contoso.ADA_ID);
    assertThat(ada.get(NAMED + "/owners").values("@odata.type"))
        .containsExactly("#microsoft.graph.user");
    assertThat(hers.json().has("owners")).isFalse();
    assertThat(ada.get(NAMED).json().has("owners")).isFalse();
    assertThat(ada.patch(NAMED, "{\"owners\":[]}", UPSERT).status()).isEqualTo(400);
  }

  @Test
  void aServicePrincipalIsAStepOfItsOwn() {
    String appId =
        graph.post("applications", "{\"displayName\":\"A\"}").json().path("appId").asText();
    String principal = "servicePrincipals(appId='" + appId + "')";

    int before = graph.get(principal).status();
    int made = graph.patch(principal, "{}", UPSERT).status();
    int again = graph.patch(principal, "{}", UPSERT).status();

    assertThat(before).isEqualTo(404);
    assertThat(made).isEqualTo(201);
    assertThat(again).isEqualTo(204);
    assertThat(graph.get(principal).json().path("appId").asText()).isEqualTo(appId);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'appId': 'b7a1c2d3-0001-4a4a-9b9b-c0ffee000009'} | 'appId' is read-only",
        "{'displayName': 'A', 'passwordCredentials': []} | Use addPassword",
        "{'displayName': 'A', 'secret': 'x'} | Invalid property 'secret'",
        "{'displayName': ''} | required for property 'displayName'",
        "{'displayName': 'A', 'signInAudience': 'Everybody'} | 'signInAudience'"
      })
  void whatGraphDoesNotTakeIsRefusedAndNothingMade(String body, String reason) {
    GraphClient.Reply refused = graph.patch(NAMED, body.replace('\'', '"'), UPSERT);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorCode()).isEqualTo("Request_BadRequest");
    assertThat(refused.json().at("/error/message").asText()).contains(reason);
    assertThat(graph.get(NAMED).status()).isEqualTo(404);
  }

  @Test
  void whoeverMayReadMayNotWrite() {
    GraphClient reader = program(GraphPermission.APPLICATION_READ_ALL);
    GraphClient nobody = program();

    assertThat(reader.get("applications").status()).isEqualTo(200);
    assertThat(reader.patch(NAMED, "{\"displayName\":\"A\"}", UPSERT).errorCode())
        .isEqualTo("Authorization_RequestDenied");
    assertThat(reader.post("applications", "{\"displayName\":\"A\"}").status()).isEqualTo(403);
    assertThat(nobody.get("applications").status()).isEqualTo(403);
  }

  @Test
  void aFederatedCredentialIsNamedAndChecked() {
    graph.patch(NAMED, "{\"displayName\":\"A\"}", UPSERT);
    String credentials = NAMED + "/federatedIdentityCredentials";
    String body = "{\"issuer\":\"https://i\",\"subject\":\"s\",\"audiences\":[\"api://x\"]}";

    int made = graph.patch(credentials + "(name='realm')", body, UPSERT).status();
    GraphClient.Reply without =
        graph.patch(credentials + "(name='other')", "{\"issuer\":\"https://i\"}", UPSERT);

    assertThat(made).isEqualTo(201);
    assertThat(without.status()).isEqualTo(400);
    assertThat(graph.get(credentials).values("name")).containsExactly("realm");
  }

  private static GraphClient program(GraphPermission... permissions) {
    SIMULATOR.entra().replaceDirectory(CONTOSO);
    SIMULATOR.entra().change(ApplicationChange.grant(Contoso.WEB, permissions));
    return GraphClient.ofApplication(SIMULATOR);
  }
}
