package io.entrabroker.it.settings;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Stack;
import io.entrabroker.it.Upstreams;
import io.entrabroker.operations.keycloak.AdminAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the admin API accepts and refuses; the console's form sends the same requests. */
@CleanLog
class SettingsOnSaveIT {

  private static final String ALIAS = "on-save";
  private static final String GROUP = "97009500-0000-4000-8000-000000000001";
  private static final String MASKED = "**********";

  private final Stack stack = Stack.shared();
  private final Upstreams upstreams = Upstreams.of(stack);

  @AfterEach
  void forget() {
    upstreams.delete(ALIAS);
  }

  @Test
  void aWebRegistrationIsSavedAndItsSecretMasked() {
    upstreams.post(ALIAS, "entra", upstreams.web());

    assertThat(upstreams.stored(ALIAS))
        .containsEntry("clientSecret", MASKED)
        .containsEntry("registration", "web");
  }

  @Test
  void savingUnchangedKeepsTheSecret() {
    upstreams.post(ALIAS, "entra", upstreams.web());

    AdminAnswer saved = upstreams.tryPut(ALIAS, "entra", upstreams.stored(ALIAS));

    assertThat(saved.isSuccess()).as(saved.errorMessage()).isTrue();
  }

  @Test
  void aWebRegistrationWithoutASecretIsRefused() {
    assertRefused(
        upstreams.tryPost(ALIAS, "entra", with(upstreams.web(), "clientSecret", null)),
        "A Web registration needs a client secret");
  }

  @Test
  void aSinglePageApplicationWithASecretIsRefused() {
    assertRefused(
        upstreams.tryPost(ALIAS, "entra", with(upstreams.spa(), "clientSecret", "a-secret")),
        "replace the secret by none, or choose Web");
  }

  @Test
  void aSinglePageApplicationIsSavedWithNoneAndWithNothing() {
    upstreams.post(ALIAS, "entra", upstreams.spa());

    assertThat(upstreams.tryPut(ALIAS, "entra", upstreams.stored(ALIAS)).isSuccess()).isTrue();
    upstreams.put(ALIAS, "entra", with(upstreams.spa(), "clientSecret", null));
  }

  @Test
  void switchingFromWebToSpaWithTheStoredSecretIsRefusedUntilItIsReplaced() {
    upstreams.post(ALIAS, "entra", upstreams.web());
    Map<String, String> switched = with(upstreams.stored(ALIAS), "registration", "spa");

    assertRefused(upstreams.tryPut(ALIAS, "entra", switched), "replace the secret by none");
    upstreams.put(ALIAS, "entra", with(switched, "clientSecret", "none"));

    assertThat(upstreams.stored(ALIAS)).containsEntry("registration", "spa");
  }

  @Test
  void switchingFromSpaToWebNeedsASecret() {
    upstreams.post(ALIAS, "entra", upstreams.spa());
    Map<String, String> switched = with(upstreams.stored(ALIAS), "registration", "web");

    assertRefused(
        upstreams.tryPut(ALIAS, "entra", switched), "A Web registration needs a client secret");
    upstreams.put(ALIAS, "entra", with(switched, "clientSecret", stack.webSecret()));

    assertThat(upstreams.stored(ALIAS)).containsEntry("registration", "web");
  }

  @Test
  void anAuthorityOfUnknownShapeIsRefusedWithWhatToWrite() {
    assertRefused(
        upstreams.tryPost(ALIAS, "entra", with(upstreams.web(), "authority", "contoso")),
        "neither a tenant id nor a domain");
  }

  @Test
  void aHostThatTheServerDoesNotAllowIsRefused() {
    assertRefused(
        upstreams.tryPost(
            ALIAS,
            "entra",
            with(upstreams.web(), "authority", "https://evil.example/" + Upstreams.TENANT)),
        "is not a sign-in host of Microsoft");
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    AdminAnswer answer =
        upstreams.tryPost(
            ALIAS, "entra", with(upstreams.web(), "authority", "contoso", "clientId", "app"));

    assertRefused(answer, "neither a tenant id nor a domain");
    assertRefused(answer, "must be the Application (client) ID");
  }

  @ParameterizedTest
  @MethodSource
  void whatWouldHarmPeopleOrNotWorkIsRefusedAndNotStored(List<String> settings, String sentence) {
    upstreams.post(ALIAS, "entra", upstreams.web());
    Map<String, String> stored = upstreams.stored(ALIAS);
    Map<String, String> wrong = with(upstreams.web(), settings.toArray(String[]::new));

    assertRefused(upstreams.tryPut(ALIAS, "entra", wrong), sentence);
    assertThat(upstreams.stored(ALIAS)).isEqualTo(stored);
    upstreams.delete(ALIAS);
    assertRefused(upstreams.tryPost(ALIAS, "entra", wrong), sentence);
    assertThat(stack.admin().get("/openmetadata/identity-provider/instances").findValues("alias"))
        .noneSatisfy(alias -> assertThat(alias.asText()).isEqualTo(ALIAS));
  }

  static Stream<Arguments> whatWouldHarmPeopleOrNotWorkIsRefusedAndNotStored() {
    return Stream.of(
        row(
            "'gmail.com' gives mailboxes to everybody",
            "mailDomains",
            "contoso.example, gmail.com"),
        row("is not a mail domain", "mailDomains", "contoso"),
        row("with mapped-role and no mapped role nobody can come in", "accessGate", "mapped-role"),
        row("Write everyone, mapped-role, or object ids of groups", "accessGate", "Data stewards"),
        row("is no object id of a group", "groupBindings", "Data stewards = Stewards"),
        row("is no object id of a group", "groupRoles", "Data stewards = DataSteward"),
        row(
            "with which the names of such teams begin",
            "namedGroups",
            GROUP,
            "defaultScope",
            "openid GroupMember.Read.All"),
        row(
            "add GroupMember.Read.All to Scopes",
            "namedGroups",
            GROUP,
            "namedGroupPrefix",
            "entra-"),
        row(
            "the flow id_token Entra names at most five groups",
            "flow",
            "id_token",
            "clientSecret",
            "none",
            "groupBindings",
            GROUP + " = Stewards"),
        row("locks out whoever's name is not the part", "nameCollision", "suffix"),
        row("such as microsoft", "previousAlias", "realms/other?x"),
        row("Write the version of OpenMetadata", "catalogVersion", "7"),
        row("'perhaps' is not understood", "guests", "perhaps"));
  }

  @Test
  void theLimitOfTheIdTokenFlowCanBeAccepted() {
    upstreams.post(
        ALIAS,
        "entra",
        with(
            upstreams.implicit(),
            "groupBindings",
            GROUP + " = Stewards",
            "acceptFiveGroups",
            "true"));

    assertThat(upstreams.stored(ALIAS)).containsEntry("groupBindings", GROUP + " = Stewards");
  }

  @Test
  void everyProblemWithPeopleGroupsAndRolesIsNamedAtOnce() {
    AdminAnswer answer =
        upstreams.tryPost(
            ALIAS,
            "entra",
            with(
                upstreams.web(),
                "authority",
                "contoso",
                "mailDomains",
                "gmail.com",
                "accessGate",
                "mapped-role",
                "groupBindings",
                "Data stewards = Stewards",
                "nameCollision",
                "suffix",
                "previousAlias",
                "a/b"));

    for (String sentence :
        List.of(
            "neither a tenant id nor a domain",
            "gives mailboxes to everybody",
            "is no object id of a group",
            "locks out whoever's name",
            "such as microsoft")) {
      assertRefused(answer, sentence);
    }
  }

  private static Arguments row(String sentence, String... settings) {
    return Arguments.of(new ArrayList<>(List.of(settings)), sentence);
  }

  private static void assertRefused(AdminAnswer answer, String sentence) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorMessage()).contains(sentence);
  }
}
