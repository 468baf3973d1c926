package io.entrabroker.it.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.htmlunit.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A user who is signed in and tries to become somebody else. OpenMetadata takes identity and rights
 * from username and e-mail.
 */
class LockedIdentityIT {
  private static final String PROFILE = "/openmetadata/users/profile";
  private static final String UPDATE_PROFILE =
      "/openmetadata/authentication/required-actions/UPDATE_PROFILE";
  private static final Map<String, String> SOMEBODY_ELSE =
      Map.of(
          "username", "admin",
          "email", "admin@contoso.example",
          "firstName", "Ada",
          "lastName", "Lovelace",
          "entra_oid", "oid-of-ada",
          "entra_tid", "tid-of-ada",
          "entra_upn", "ada@contoso.example");

  @RegisterExtension static final ImportedRealm REALM = ImportedRealm.atASite();

  private final RealmEndpoints endpoints = REALM.endpoints();
  private final Application accountConsole = Application.accountConsole(endpoints.realm());
  private LocalUser user;
  private LocalBrowser browser;
  private JsonNode before;

  @BeforeEach
  void aUserIsThere() {
    user = LocalUser.in(REALM);
    browser = new LocalBrowser(endpoints);
    before = user.identity();
  }

  @AfterEach
  void andGone() {
    browser.close();
    user.close();
  }

  @Test
  void usersMayLookAtThemselvesButNotAtTheirIdsInEntra() {
    RealmEndpoints.Answer account = endpoints.account(accountToken());

    assertThat(account.status()).isEqualTo(200);
    assertThat(account.text("username")).isEqualTo(LocalUser.NAME);
    assertThat(account.body().toString()).doesNotContain("entra_").doesNotContain("-of-mallory");
  }

  @Test
  void usersMayNotEvenAskTheAccountApiForAChange() {
    RealmEndpoints.Answer answer =
        endpoints.changeAccount(accountToken(), ownWith("firstName", "Ada"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(user.identity()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aUserWithTheRoleToManageTheAccountStillChangesNothing(String field, Object value) {
    user.mayManageTheAccount();

    RealmEndpoints.Answer answer = endpoints.changeAccount(accountToken(), ownWith(field, value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().toString()).contains("error-user-attribute-read-only");
    assertThat(user.identity()).isEqualTo(before);
  }

  static Stream<Arguments> changes() {
    return SOMEBODY_ELSE.entrySet().stream()
        .map(
            change ->
                change.getKey().startsWith("entra_")
                    ? Arguments.of(
                        "attributes", Map.of(change.getKey(), List.of(change.getValue())))
                    : Arguments.of(change.getKey(), change.getValue()));
  }

  @Test
  void anAttributeThatTheProfileDoesNotKnowIsNotStored() {
    user.mayManageTheAccount();

    endpoints.changeAccount(
        accountToken(), ownWith("attributes", Map.of("is_admin", List.of("true"))));

    assertThat(user.identity()).isEqualTo(before);
  }

  @Test
  void theSameRequestWouldSucceedIfTheProfileLetUsersEdit() {
    user.mayManageTheAccount();
    JsonNode locked = REALM.admin().get(PROFILE);
    REALM.admin().put(PROFILE, letUsersEdit(locked.deepCopy()));
    try {
      endpoints.changeAccount(accountToken(), ownWith("firstName", "Ada"));
      assertThat(user.identity().path("firstName").asText()).isEqualTo("Ada");
    } finally {
      REALM.admin().put(PROFILE, locked);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE_PROFILE",
        "UPDATE_EMAIL",
        "VERIFY_PROFILE",
        "VERIFY_EMAIL",
        "UPDATE_PASSWORD",
        "TERMS_AND_CONDITIONS",
        "CONFIGURE_RECOVERY_AUTHN_CODES",
        "webauthn-register",
        "webauthn-register-passwordless",
        "delete_account",
        "delete_credential",
        "idp_link:entra",
        "update_user_locale"
      })
  void noActionCanBeAskedForThatChangesAnAccount(String action) {
    String answer = browser.signsIn(accountConsole, Map.of("kc_action", action));

    assertThat(LocalBrowser.parameter(answer, "kc_action_status")).isEqualTo("error");
    assertThat(user.identity()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPDATE_PROFILE", "UPDATE_EMAIL", "VERIFY_PROFILE", "VERIFY_EMAIL"})
  void anActionPutUponAUserOpensNoForm(String action) {
    user.mustDoAtTheNextSignIn(action);

    String answer = browser.signsIn(accountConsole, Map.of());

    assertThat(LocalBrowser.parameter(answer, "code")).isNotEmpty();
    assertThat(user.identity()).isEqualTo(before);
  }

  @Test
  void aFormThatWasNotShownIsNotAccepted() {
    Page form = browser.goesTo(accountConsole, Map.of("kc_action", "CONFIGURE_TOTP"));
    String shown = LocalBrowser.actionOf(form, "kc-totp-settings-form");
    assertThat(shown).contains("execution=CONFIGURE_TOTP");

    for (String action : List.of("UPDATE_PROFILE", "UPDATE_EMAIL", "VERIFY_PROFILE")) {
      browser.posts(shown.replace("CONFIGURE_TOTP", action), SOMEBODY_ELSE);
    }

    assertThat(user.identity()).isEqualTo(before);
  }

  @Test
  void evenTheFormToUpdateTheProfileWouldChangeNothing() {
    enabled(UPDATE_PROFILE, true);
    try {
      Page form = browser.goesTo(accountConsole, Map.of("kc_action", "UPDATE_PROFILE"));
      browser.posts(LocalBrowser.actionOf(form, "kc-update-profile-form"), SOMEBODY_ELSE);
    } finally {
      enabled(UPDATE_PROFILE, false);
    }
    assertThat(user.identity()).isEqualTo(before);
  }

  private String accountToken() {
    return browser.tokens(accountConsole).text("access_token");
  }

  private static Map<String, Object> ownWith(String field, Object value) {
    Map<String, Object> changed = LocalUser.own();
    changed.put(field, value);
    return changed;
  }

  private static JsonNode letUsersEdit(JsonNode profile) {
    for (JsonNode attribute : profile.path("attributes")) {
      ((ObjectNode) attribute.path("permissions")).putArray("edit").add("admin").add("user");
    }
    return profile;
  }

  private static void enabled(String requiredAction, boolean enabled) {
    ObjectNode action = (ObjectNode) REALM.admin().get(requiredAction);
    REALM.admin().put(requiredAction, action.put("enabled", enabled));
  }
}
