package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.Platform;
import io.entrabroker.simulator.directory.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that registers the applications, and people who sign in with what it registered. */
class ApplyScriptTest {

  private static final String KEYCLOAK = "https://sso.contoso.example";
  private static final String REDIRECT = KEYCLOAK + "/realms/openmetadata/broker/entra/endpoint";
  private static final String WEB = "openmetadata-entra-broker-web";
  private static final Directory CONTOSO = Directory.contoso();

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.of(CONTOSO);

  @TempDir Path folder;
  private ApplyScript script;

  @BeforeAll
  static void theToolsOfTheScript() {
    Program.require(Program.JQ, Program.CURL);
  }

  @BeforeEach
  void contosoWithoutWhatWasRegistered() throws IOException {
    SIMULATOR.entra().replaceDirectory(CONTOSO);
    script = new ApplyScript(SIMULATOR, folder);
  }

  @Test
  void withoutApplyItSaysWhatIsToDoAndDoesNothing() throws Exception {
    ApplyScript.Outcome outcome = script.run("--keycloak", KEYCLOAK);

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.output())
        .contains("unique name " + WEB, "There is none: it is made", "Nothing was changed");
    assertThat(script.calls()).noneMatch(call -> call.contains("--method P"));
  }

  @Test
  void aPersonSignsInWithTheWebRegistrationThatItMade() throws Exception {
    Path secret = folder.resolve("secret");

    ApplyScript.Outcome outcome = apply("--new-secret", secret.toString());

    Application web = registered(WEB);
    SIMULATOR.entra().change(ApplicationChange.consent(web.appId(), "User.Read"));
    SIMULATOR.entra().change(ApplicationChange.assignRole(web.appId(), Contoso.ADA_ID, "Admin"));
    Form request = Form.web().with("client_id", web.appId()).with("redirect_uri", REDIRECT);
    Form code = Form.webCode(SIMULATOR.code(request, Contoso.ADA));
    TokenReply reply =
        SIMULATOR.redeem(
            code.with("client_id", web.appId())
                .with("client_secret", Files.readString(secret))
                .with("redirect_uri", REDIRECT));

    assertThat(reply.idToken().getStringListClaim("roles")).containsExactly("Admin");
    assertThat(reply.idToken().getClaims()).containsKeys("email", "upn", "xms_edov", "groups");
    assertThat(outcome.output())
        .contains(
            "ENTRA_AUTHORITY=https://login.microsoftonline.com/" + Contoso.TENANT,
            "ENTRA_CLIENT_ID=" + web.appId(),
            "ENTRA_REGISTRATION=web",
            "ENTRA_APP_ROLES=DataConsumer = DataConsumer; DataSteward = DataSteward; Admin = Admin");
  }

  @Test
  void theSecretIsInItsFileForItsOwnerAndNowhereElse() throws Exception {
    Path file = folder.resolve("secret");

    ApplyScript.Outcome outcome = apply("--new-secret", file.toString());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).hasSizeGreaterThan(20);
    assertThat(outcome.output()).doesNotContain(Files.readString(file));
    assertThat(String.join("\n", script.calls())).doesNotContain(Files.readString(file));
  }

  @Test
  void aFileThatIsThereIsNotOverwrittenAndNoSecretMade() throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "another one");

    ApplyScript.Outcome outcome =
        script.run("--keycloak", KEYCLOAK, "--apply", "--new-secret", file.toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(file).hasContent("another one");
    assertThat(script.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"web", "spa", "ingestion"})
  void theSecondRunChangesNothing(String kind) throws Exception {
    apply("--registration", kind);
    List<String> before = applications();
    int calls = script.calls().size();

    ApplyScript.Outcome second = apply("--registration", kind);

    assertThat(second.output()).contains("Nothing to do.");
    assertThat(applications()).isEqualTo(before);
    assertThat(script.calls().subList(calls, script.calls().size()))
        .noneMatch(call -> call.contains("--method P"));
  }

  @Test
  void aSinglePageApplicationIsRegisteredUnderItsPlatform() throws Exception {
    apply("--registration", "spa", "--realm", "catalog", "--alias", "microsoft");

    assertThat(registered("openmetadata-entra-broker-spa").redirectUris())
        .first()
        .satisfies(
            uri -> {
              assertThat(uri.platform()).isEqualTo(Platform.SPA);
              assertThat(uri.uri())
                  .isEqualTo(KEYCLOAK + "/realms/catalog/broker/microsoft/endpoint");
            });
  }

  @Test
  void anApiIsNamedByTheClientIdThatItGot() throws Exception {
    ApplyScript.Outcome outcome = script.run("--registration", "ingestion", "--apply");

    Application api = registered("openmetadata-entra-broker-ingestion");
    assertThat(outcome.code()).isZero();
    assertThat(api.isResource("api://" + api.appId())).isTrue();
    assertThat(contoso().servicePrincipal(api.appId())).isPresent();
  }

  @Test
  void anApplicationThatOnlyHasTheSameNameIsAnothersAndUntouched() throws Exception {
    String before = contoso().applications().get(0).json().toString();

    apply();

    assertThat(contoso().applications().get(0).displayName())
        .isEqualTo(registered(WEB).displayName());
    assertThat(contoso().applications().get(0).json()).hasToString(before);
    assertThat(contoso().applications())
        .hasSize(CONTOSO.tenants().get(0).applications().size() + 1);
  }

  @Test
  void twoInstancesAreTwoApplications() throws Exception {
    apply();
    apply("--instance", "staging");

    assertThat(registered(WEB + "-staging").displayName()).endsWith(" staging");
    assertThat(registered(WEB).appId()).isNotEqualTo(registered(WEB + "-staging").appId());
  }

  @Test
  void whatSomebodyAddedStays() throws Exception {
    apply();
    edit(
        application -> {
          application.put("displayName", "The catalog");
          application.put("groupMembershipClaims", "ApplicationGroup");
          ((ArrayNode) application.at("/web/redirectUris")).add("https://other.example/callback");
          ((ObjectNode) application.at("/optionalClaims/idToken/0")).put("essential", true);
          application
              .withArray("/appRoles")
              .addObject()
              .put("id", Contoso.TENANT)
              .put("value", "Auditor")
              .put("displayName", "Auditor")
              .put("description", "Audits")
              .put("isEnabled", true)
              .putArray("allowedMemberTypes")
              .add("User");
        });
    String before = registered(WEB).json().toString();

    ApplyScript.Outcome outcome = apply();

    assertThat(outcome.output()).contains("Nothing to do.");
    assertThat(registered(WEB).json()).hasToString(before);
  }

  @Test
  void whatIsMissingIsAddedAndNamed() throws Exception {
    apply();
    edit(
        application -> {
          ((ArrayNode) application.at("/web/redirectUris")).remove(1);
          ((ArrayNode) application.at("/optionalClaims/idToken")).remove(1);
          ((ArrayNode) application.at("/requiredResourceAccess/0/resourceAccess")).remove(4);
          ((ObjectNode) application.at("/api")).put("requestedAccessTokenVersion", 1);
          application.putArray("appRoles");
        });

    ApplyScript.Outcome dry = script.run("--keycloak", KEYCLOAK);
    apply();

    assertThat(dry.code()).isEqualTo(3);
    assertThat(dry.output())
        .contains(
            "web.redirectUris gains " + REDIRECT + "/logout_response",
            "optionalClaims.idToken gains xms_edov",
            "api.requestedAccessTokenVersion is 1, becomes 2",
            "appRoles gains DataSteward");
    assertThat(registered(WEB).idTokenClaims()).hasSize(8);
    assertThat(registered(WEB).appRoles()).hasSize(3);
    assertThat(registered(WEB).wantsV2AccessTokens()).isTrue();
  }

  @Test
  void aRedirectUriUnderTheWrongPlatformIsSaidAndNothingChanged() throws Exception {
    apply();
    edit(
        application -> {
          ((ArrayNode) application.at("/web/redirectUris")).removeAll();
          ((ArrayNode) application.at("/spa/redirectUris")).add(REDIRECT);
        });

    ApplyScript.Outcome outcome = script.run("--keycloak", KEYCLOAK, "--apply");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.output()).contains(REDIRECT + " is registered as single-page application");
    assertThat(registered(WEB).json().at("/web/redirectUris")).isEmpty();
  }

  @Test
  void federatedCredentialsAreMadeOnceAndPutRight() throws Exception {
    String[] both = {
      "--federated", "realm", "--federated", "cluster:https://oidc.example/abc,sso,keycloak"
    };
    apply(both);
    edit(one -> ((ObjectNode) one.at("/federatedIdentityCredentials/0")).put("subject", "old"));

    ApplyScript.Outcome mended = apply(both);
    ApplyScript.Outcome third = apply(both);

    assertThat(mended.output()).contains("The federated credential keycloak-realm is not as");
    assertThat(third.output()).contains("Nothing to do.", "Credential: keycloak-signed");
    assertThat(registered(WEB).federatedCredentials())
        .extracting(one -> one.issuer() + " " + one.subject() + " " + one.audiences())
        .containsExactly(
            KEYCLOAK + "/realms/openmetadata entra-broker:entra [api://AzureADTokenExchange]",
            "https://oidc.example/abc system:serviceaccount:sso:keycloak"
                + " [api://AzureADTokenExchange]");
  }

  /** Anybody who may register applications can have taken the unique name first. */
  @Test
  void anApplicationThatOthersOwnIsNotChangedUnlessItIsNamed() throws Exception {
    apply();
    edit(
        application -> {
          application.putArray("owners").add(Contoso.GRACE_ID);
          application.putArray("appRoles");
        });
    String before = registered(WEB).json().toString();
    String appId = registered(WEB).appId();

    ApplyScript.Outcome dry = script.run("--keycloak", KEYCLOAK);
    ApplyScript.Outcome refused = script.run("--keycloak", KEYCLOAK, "--apply");
    ApplyScript.Outcome mistaken =
        script.run("--keycloak", KEYCLOAK, "--apply", "--adopt", Contoso.WEB);

    assertThat(dry.code()).isEqualTo(3);
    assertThat(dry.output()).contains("owner " + Contoso.GRACE_ID, "--adopt " + appId);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output())
        .contains("owner " + Contoso.GRACE_ID, "--adopt " + appId, "Nothing was changed.")
        .doesNotContainIgnoringCase("hopper");
    assertThat(mistaken.code()).isEqualTo(1);
    assertThat(mistaken.output()).contains("this is the application " + appId);
    assertThat(registered(WEB).json()).hasToString(before);

    apply("--adopt", appId.toUpperCase(Locale.ROOT));
    assertThat(registered(WEB).appRoles()).hasSize(3);
  }

  @Test
  void noSecretIsMadeForAnApplicationThatOthersOwn() throws Exception {
    apply();
    edit(application -> application.putArray("owners").add(Contoso.GRACE_ID));
    Path secret = folder.resolve("secret");

    ApplyScript.Outcome refused =
        script.run("--keycloak", KEYCLOAK, "--apply", "--new-secret", secret.toString());

    assertThat(refused.code()).isEqualTo(1);
    assertThat(secret).doesNotExist();
    assertThat(registered(WEB).secrets()).isEmpty();
  }

  @Test
  void whoMadeItIsNobodyElse() throws Exception {
    script.signIn(Contoso.ADA);
    apply();

    ApplyScript.Outcome again = apply();

    assertThat(registered(WEB).json().path("owners")).hasToString("[\"" + Contoso.ADA_ID + "\"]");
    assertThat(again.output()).contains("Nothing to do.").doesNotContain("owner ");
  }

  @Test
  void anApplicationThatIsThereIsNotAdoptedFromAnotherAccount() throws Exception {
    apply();
    script.signIn(Contoso.ADA);

    ApplyScript.Outcome refused = script.run("--keycloak", KEYCLOAK, "--apply");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output()).contains("Others own this application");
  }

  @Test
  void whereThereIsNothingToAdoptNothingIsMade() throws Exception {
    ApplyScript.Outcome outcome =
        script.run("--keycloak", KEYCLOAK, "--apply", "--adopt", Contoso.WEB);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.output()).contains("none to adopt");
    assertThat(script.calls()).noneMatch(call -> call.contains("--method P"));
  }

  @Test
  void whatLeadsElsewhereIsSaidWithoutSecrets() throws Exception {
    Path secret = folder.resolve("secret");
    apply("--federated", "realm", "--new-secret", secret.toString());
    edit(
        application -> {
          ((ArrayNode) application.at("/spa/redirectUris")).add("https://other.example/callback");
          ((ObjectNode) application.at("/passwordCredentials/0"))
              .put("displayName", "a\u001b[2Jb\u009bc\u202ed");
          ((ArrayNode) application.at("/federatedIdentityCredentials"))
              .addObject()
              .put("id", Contoso.TENANT)
              .put("name", "github")
              .put("issuer", "https://ci.example")
              .put("subject", "repo:other")
              .putArray("audiences")
              .add("api://AzureADTokenExchange");
        });

    ApplyScript.Outcome outcome = apply("--federated", "realm");

    assertThat(outcome.output())
        .contains(
            "There besides, and stays: redirect URI \"https://other.example/callback\" (spa)",
            "There besides, and stays: secret \"a\\u001b[2Jb?c?d\", id ",
            "There besides, and stays: federated credential \"github\", id "
                + Contoso.TENANT
                + ", issuer \"https://ci.example\", subject \"repo:other\"",
            "Nothing to do.")
        .doesNotContain(Files.readString(secret), "credential \"keycloak-realm\"", "\u001b");
  }

  @Test
  void whatEntraDoesNotKnowYetIsAskedAgain() throws Exception {
    script.forgetOnce();

    apply();

    assertThat(script.calls()).contains("slept");
    assertThat(contoso().servicePrincipal(registered(WEB).appId())).isPresent();
  }

  @Test
  void aRefusalIsToldInEntrasWords() throws Exception {
    SIMULATOR.entra().replaceDirectory(CONTOSO);

    ApplyScript.Outcome outcome = script.run("--keycloak", KEYCLOAK);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.output()).contains("Entra refused GET", "Authorization_RequestDenied");
  }

  @Test
  void whoeverIsNotSignedInHearsWhatToDo() throws Exception {
    script.signOut();

    ApplyScript.Outcome outcome = script.run("--keycloak", KEYCLOAK);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.output()).contains("az login --tenant");
  }

  @ParameterizedTest
  @CsvSource({
    "'', --keycloak is missing",
    "--keycloak sso.example, https://sso.example.com",
    "--keycloak http://sso.example, http for localhost only",
    "--keycloak https://sso.example --registration native, 'web, spa or ingestion'",
    "--keycloak https://sso.example --realm a/b, a realm's name",
    "--keycloak https://sso.example --registration spa --federated realm, Only a web registration",
    "--keycloak https://sso.example --new-secret x, needs --apply",
    "--keycloak https://sso.example --federated github, '--federated must be realm or cluster:'",
    "--keycloak http://localhost:8080 --federated realm, needs a Keycloak with https",
    "--keycloak https://sso.example --apply --adopt broker, must be an Application (client) ID",
    "--keycloak https://sso.example --adopt b7a1c2d3-0001-4a4a-9b9b-c0ffee000001, needs --apply",
    "--keycloak https://sso.example --delete, Unknown option",
    "--keycloak, needs a value"
  })
  void wrongOptionsAreRefusedBeforeAnythingIsAsked(String arguments, String reason)
      throws Exception {
    ApplyScript.Outcome outcome =
        script.run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.output()).contains(reason);
    assertThat(script.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"web", "spa", "ingestion"})
  void whatItPrintsTheSimulatorTakes(String kind) throws Exception {
    ApplyScript.Outcome printed =
        script.run("--keycloak", "http://localhost:8080", "--registration", kind, "--print");

    List<Application> applications =
        CONTOSO.registering(printed.output()).tenants().get(0).applications();

    assertThat(applications.get(applications.size() - 1).displayName()).startsWith("OpenMetadata");
  }

  private ApplyScript.Outcome apply(String... more) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("--keycloak", KEYCLOAK, "--apply"));
    all.addAll(List.of(more));
    ApplyScript.Outcome outcome = script.run(all.toArray(String[]::new));
    assertThat(outcome.code()).describedAs(outcome.output()).isZero();
    return outcome;
  }

  private static void edit(Consumer<ObjectNode> change) {
    String appId = registered(WEB).appId();
    SIMULATOR
        .entra()
        .change(
            root -> {
              for (JsonNode application : root.path("applications")) {
                if (application.path("appId").asText().equals(appId)) {
                  change.accept((ObjectNode) application);
                }
              }
            });
  }

  private static List<String> applications() {
    return contoso().applications().stream().map(one -> one.json().toString()).toList();
  }

  private static Application registered(String uniqueName) {
    return contoso().applications().stream()
        .filter(one -> one.json().path("uniqueName").asText().equals(uniqueName))
        .findFirst()
        .orElseThrow();
  }

  private static Tenant contoso() {
    return SIMULATOR.entra().directory().tenants().get(0);
  }
}
