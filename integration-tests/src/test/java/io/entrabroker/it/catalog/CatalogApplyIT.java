package io.entrabroker.it.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.CommandRun;
import io.entrabroker.it.LogHygiene.CleanLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.htmlunit.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code bin/catalog-config --apply} and {@code --undo} with a real realm and a running catalog.
 */
@CleanLog
class CatalogApplyIT extends Applied {

  private static final String CLIENTS = "/openmetadata/clients";

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "1.10.4, CONFIDENTIAL",
    "1.13.1, CONFIDENTIAL",
    "2.0.0, CONFIDENTIAL",
    "2.1.0, CONFIDENTIAL",
    "1.13.1, PUBLIC",
    "2.1.0, PUBLIC"
  })
  void aCatalogThatNobodyCouldSignInToSignsPeopleIn(String release, Flow flow) throws IOException {
    start(release, flow, Applied::anotherClient);
    assertThat(status(flow)).isGreaterThanOrEqualTo(400);
    ObjectNode before = settings();

    CommandRun look = apply("--dry-run");
    assertThat(look.code()).as(look.out()).isEqualTo(3);
    assertThat(look.out())
        .contains("clientId", "somebody-else", flow.clientId(), "Nothing was changed.")
        .contains("The team Curators is missing and would be created.");
    assertThat(settings()).isEqualTo(before);

    Path file = folder.resolve("rollback.json");
    CommandRun applied =
        apply(
            Map.of("OPENMETADATA_EARLIER_CLIENT_SECRET", EARLIER_SECRET),
            "--rollback-file=" + file);

    assertThat(applied.code()).as(applied.out()).isZero();
    assertThat(applied.out())
        .contains("own validator has nothing against")
        .contains("Proved: The catalog has stored every setting.")
        .contains("Proved: Its sign-in leads to the realm")
        .contains("Proved: The realm takes that request")
        .contains("Not proved: Whether a person gets in")
        .contains("Created the team Curators.", "remove-security-config", "other replica");
    JsonNode member = person(flow, MEMBER);
    assertThat(member.path("name").asText()).as(member.toString()).isEqualTo(MEMBER.name());
    assertThat(names(member, "roles")).containsExactly("DataConsumer", "DataSteward");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    ObjectNode after = settings();
    CommandRun again = apply(Map.of(), "--rollback-file=" + folder.resolve("again.json"));
    assertThat(again.code()).as(again.out()).isZero();
    assertThat(again.out())
        .contains("settings are as the realm says")
        .doesNotContain("Created", "validator");
    assertThat(settings()).isEqualTo(after);
    assertThat(folder.resolve("again.json")).doesNotExist();
    assertThat(apply("--dry-run").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10.4", "2.0.0"})
  void aCatalogThatNobodyHasConfiguredSignsPeopleInAndForgetsItAgain(String release) {
    startAsItComes(release);
    Path file = folder.resolve("rollback.json");

    CommandRun applied = apply("--admins=" + ADMIN.address(), "--rollback-file=" + file);

    assertThat(applied.code()).as(applied.out()).isZero();
    assertThat(applied.out()).contains("provider: \"basic\" becomes \"custom-oidc\"");
    assertSignsIn(Flow.CONFIDENTIAL);
    assertThat(person(Flow.CONFIDENTIAL, ADMIN).get("isAdmin").asBoolean()).isTrue();
    CommandRun undone = undo(file);
    assertThat(undone.code()).as(undone.out()).isZero();
    assertThat(settings().at("/authenticationConfiguration/provider").asText()).isEqualTo("basic");
    assertThat(status(Flow.CONFIDENTIAL)).isEqualTo(404);
  }

  @Test
  void administratorsStayUnlessSomebodyNamesOthers() {
    start(
        "1.13.1",
        Flow.CONFIDENTIAL,
        settings -> authentication(settings).put("providerName", "Old"));
    String administrators = settings().at("/authorizerConfiguration/adminPrincipals").toString();
    assertThat(administrators).contains(ADMIN.name());

    assertThat(apply("--rollback-file=" + folder.resolve("1")).code()).isZero();
    assertThat(settings().at("/authorizerConfiguration/adminPrincipals"))
        .hasToString(administrators);

    CommandRun named =
        apply("--admins=" + MEMBER.address(), "--rollback-file=" + folder.resolve("2"));
    assertThat(named.code()).as(named.out()).isZero();
    assertThat(settings().at("/authorizerConfiguration/adminPrincipals"))
        .hasToString("[\"" + MEMBER.name() + "\"]");
  }

  @Test
  void theSettingsOfBeforeComeBackWithTheirSecret() throws IOException {
    start(
        "1.13.1",
        Flow.CONFIDENTIAL,
        settings -> authentication(settings).put("providerName", "Old"));
    Path file = folder.resolve("rollback.json");
    assertThat(apply("--rollback-file=" + file).code()).isZero();
    assertThat(provider()).isEqualTo("Microsoft");

    Path stranger =
        Files.writeString(
            folder.resolve("stranger.json"),
            Files.readString(file)
                .replaceFirst("\"catalog\" : \"[^\"]*", "\"catalog\" : \"http://localhost:1"));
    CommandRun refused = undo(stranger);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).contains("catalog at http://localhost:1", "nothing was sent");

    CommandRun look = undo(file, "--dry-run");
    assertThat(look.code()).as(look.out()).isEqualTo(3);
    assertThat(provider()).isEqualTo("Microsoft");
    CommandRun undone = undo(file);

    assertThat(undone.code()).as(undone.out()).isZero();
    assertThat(undone.out()).contains("has the settings of before again");
    assertThat(provider()).isEqualTo("Old");
    assertThat(Files.readString(file)).doesNotContain("****");
    assertSignsIn(Flow.CONFIDENTIAL);
  }

  @Test
  void aSecretThatCannotBeSeenIsNotGivenUpUnasked() throws IOException {
    start("1.13.1", Flow.CONFIDENTIAL, Applied::anotherClient);
    ObjectNode before = settings();

    CommandRun refused = apply("--rollback-file=" + folder.resolve("1"));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).contains("OPENMETADATA_EARLIER_CLIENT_SECRET", "--without-way-back");
    assertThat(settings()).isEqualTo(before);
    assertThat(folder.resolve("1")).doesNotExist();

    Path file = folder.resolve("2");
    CommandRun applied = apply("--without-way-back", "--rollback-file=" + file);
    assertThat(applied.code()).as(applied.out()).isZero();
    assertThat(Files.readString(file)).doesNotContain("****");
    assertSignsIn(Flow.CONFIDENTIAL);
  }

  @Test
  void theRealmsNewSecretIsWrittenWhenAskedFor() throws IOException {
    start(
        "1.13.1",
        Flow.CONFIDENTIAL,
        settings ->
            ((ObjectNode) authentication(settings).get("oidcConfiguration"))
                .put("secret", EARLIER_SECRET));

    CommandRun unseen = apply("--rollback-file=" + folder.resolve("1"));
    assertThat(unseen.code()).isZero();
    assertThat(unseen.out()).contains("Nobody can tell", "--write-secret writes it");
    assertThat(callbackOf(Flow.CONFIDENTIAL)).isEqualTo(500);

    CommandRun written = apply("--write-secret", "--rollback-file=" + folder.resolve("2"));
    assertThat(written.code()).as(written.out()).isZero();
    assertSignsIn(Flow.CONFIDENTIAL);
  }

  @Test
  void whatTheValidatorRefusesIsNotWritten() {
    start(
        "1.13.1",
        Flow.CONFIDENTIAL,
        settings -> authentication(settings).put("providerName", "Old"));
    JsonNode client = stack.admin().get(CLIENTS + "?clientId=openmetadata-web").get(0);
    String path = CLIENTS + "/" + client.get("id").asText();
    stack.admin().put(path, ((ObjectNode) client.deepCopy()).put("serviceAccountsEnabled", false));
    try {
      CommandRun refused = apply("--rollback-file=" + folder.resolve("rollback"));

      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.out())
          .contains("own validator refuses", "refused the client's id and secret")
          .contains("Nothing was changed.");
      assertThat(apply("--dry-run").code()).isEqualTo(1);
    } finally {
      stack.admin().put(path, client);
    }
    assertThat(provider()).isEqualTo("Old");
    assertThat(folder.resolve("rollback")).doesNotExist();
    assertSignsIn(Flow.CONFIDENTIAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--catalog-url=http://localhost:1", "--person-token-file=token"})
  void whereTheSignInIsNotProvedEverythingIsUndone(String option) throws IOException {
    start(
        "1.13.1",
        Flow.CONFIDENTIAL,
        settings -> authentication(settings).put("providerName", "Old"));
    ObjectNode before = settings();
    Path token = Files.writeString(folder.resolve("token"), "ey.no.token");
    Path file = folder.resolve("rollback");

    CommandRun failed = apply(option.replace("=token", "=" + token), "--rollback-file=" + file);

    assertThat(failed.code()).as(failed.out()).isEqualTo(1);
    assertThat(failed.out()).contains("Failed: ", "Undone: the catalog has the settings of before");
    assertThat(settings()).isEqualTo(before);
    assertThat(file).doesNotExist();
    assertSignsIn(Flow.CONFIDENTIAL);
  }

  @Test
  void withAPersonsTokenItIsProvedThatTheCatalogTakesIt() {
    start("1.13.1", Flow.CONFIDENTIAL, settings -> {});
    String person = tokenOfAVisitor();
    start(
        "1.13.1",
        Flow.CONFIDENTIAL,
        settings -> authentication(settings).put("providerName", "Old"));

    CommandRun applied =
        apply(
            Map.of("OPENMETADATA_PERSON_TOKEN", person),
            "--rollback-file=" + folder.resolve("rollback"));

    assertThat(applied.code()).as(applied.out()).isZero();
    assertThat(applied.out()).contains("Proved: It knows the owner of the given token");
  }

  @Test
  void onlyAnAdministratorsTokenWill() {
    start("1.13.1", Flow.CONFIDENTIAL, settings -> {});
    String member = tokenOfAVisitor();

    for (Map.Entry<String, String> bad :
        Map.of("ey.no.token", "does not take the token (401)", member, "no administrator (403)")
            .entrySet()) {
      CommandRun refused = apply(Map.of("OPENMETADATA_TOKEN", bad.getKey()));
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.out()).contains(bad.getValue()).doesNotContain(bad.getKey());
    }
    assertThat(apply(Map.of("OPENMETADATA_TOKEN", "")).out()).contains("--token-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.12", "1.9.0"})
  void olderReleasesAreConfiguredOtherwise(String release) {
    start(
        release,
        Flow.CONFIDENTIAL,
        settings -> authentication(settings).remove(List.of("jwtTeamClaimMapping")));

    CommandRun refused = apply();

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).contains(release, "--format docker-env", "restart");
  }

  @Test
  void whatTheCatalogWouldSilentlySkipIsCreatedOrNamed() {
    changeTrial(
        "groupBindings",
        "97009590-0000-4000-8000-000000000002 = Stewards & friends",
        "groupRoles",
        "97009590-0000-4000-8000-000000000002 = DataGardener");
    start("1.13.1", Flow.CONFIDENTIAL, settings -> {});

    CommandRun first = apply();
    assertThat(first.code()).as(first.out()).isZero();
    assertThat(first.out())
        .contains("Created the team Stewards & friends.")
        .contains("The catalog has no role DataGardener")
        .doesNotContain("no role DataConsumer", "no role Admin");
    CommandRun second = apply();
    assertThat(second.out()).contains("no role DataGardener").doesNotContain("Created");
    List<String> teams = new ArrayList<>();
    asked("/api/v1/teams?limit=100")
        .get("data")
        .forEach(
            team -> teams.add(team.get("name").asText() + " " + team.get("teamType").asText()));
    assertThat(teams).containsExactlyInAnyOrder("Insights Group", "Stewards & friends Group");
  }

  private String provider() {
    return settings().at("/authenticationConfiguration/providerName").asText();
  }

  private void assertSignsIn(Flow flow) {
    JsonNode member = person(flow, MEMBER);
    assertThat(member.path("name").asText()).as(member.toString()).isEqualTo(MEMBER.name());
  }

  private String tokenOfAVisitor() {
    try (Visit visit = visit()) {
      return visit.signsIn(Flow.CONFIDENTIAL, MEMBER);
    }
  }

  /** The status of the page where pressing the button ends. */
  private int status(Flow flow) {
    try (Visit visit = visit()) {
      return visit.presses(flow).getWebResponse().getStatusCode();
    }
  }

  private int callbackOf(Flow flow) {
    try (Visit visit = visit()) {
      Page end = visit.endOf(flow, MEMBER);
      return end.getWebResponse().getStatusCode();
    }
  }
}
