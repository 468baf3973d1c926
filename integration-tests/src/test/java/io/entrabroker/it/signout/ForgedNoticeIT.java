package io.entrabroker.it.signout;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Stopped;
import io.entrabroker.it.Upstreams;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody who is not Microsoft reports sign-outs. Each attack that a guard stops is shown to
 * succeed at a twin of the provider that lacks the guard.
 */
@CleanLog
class ForgedNoticeIT extends NoticeTest {

  private static final String OTHER_TENANT = "11111111-2222-4333-8444-555555555555";
  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

  static Stream<Arguments> issuers() {
    return Stream.of(
        Arguments.of("nobody's", "https://evil.example/"),
        Arguments.of("the tenant's at another host", "https://evil.example/TENANT/v2.0"),
        Arguments.of("another tenant's", "HOST/" + OTHER_TENANT + "/v2.0"),
        Arguments.of("the one of personal accounts", "HOST/" + PERSONAL + "/v2.0"),
        Arguments.of("the one of the older tokens", "https://sts.windows.net/TENANT/"),
        Arguments.of("the common one", "HOST/common/v2.0"),
        Arguments.of("the template", "HOST/{tenantid}/v2.0"),
        Arguments.of("with a slash at the end", "HOST/TENANT/v2.0/"),
        Arguments.of("with more at the end", "HOST/TENANT/v2.0?x=y"),
        Arguments.of("with a path before", "HOST/x/TENANT/v2.0"),
        Arguments.of("with a user before the host", "http://x@HOSTNAME/TENANT/v2.0"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("issuers")
  @Stopped(butNotIn = "aNoticeInTheNameOfAnotherIssuerGetsThroughWithoutItsGuards")
  void aNoticeInTheNameOfAnotherIssuerEndsNothing(String name, String issuer) {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack);
        Person attacker = Person.with(stack)) {
      signsIn(ada, TRIAL, SID);
      attacker.openWithoutFollowing(notice(TRIAL, filled(issuer), SID));

      assertThat(sessions()).isEqualTo(1);
      assertReported("ENTRA2303");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("issuers")
  void aNoticeInTheNameOfAnotherIssuerGetsThroughWithoutItsGuards(String name, String issuer) {
    upstreams.post(
        TRIAL, "unguarded-entra", with(upstreams.web(), "withoutSignOutGuards", "ISSUER,TENANT"));
    try (Person ada = Person.with(stack);
        Person attacker = Person.with(stack)) {
      signsIn(ada, TRIAL, SID);
      attacker.openWithoutFollowing(notice(TRIAL, filled(issuer), SID));

      assertThat(sessions()).isZero();
    }
  }

  @Test
  void theTenantOfTheSessionIsAGuardOfItsOwn() {
    upstreams.post(
        TRIAL, "unguarded-entra", with(upstreams.web(), "withoutSignOutGuards", "ISSUER"));
    try (Person ada = Person.with(stack);
        Person attacker = Person.with(stack)) {
      signsIn(ada, TRIAL, SID);
      attacker.openWithoutFollowing(notice(TRIAL, filled("HOST/" + OTHER_TENANT + "/v2.0"), SID));

      assertThat(sessions()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "*",
        "00a1b2c3-d4e5-4f60-8a7b-9c0d1e2f3a4",
        "00a1b2c3-d4e5-4f60-8a7b-9c0d1e2f3a4b0",
        "00A1B2C3-D4E5-4F60-8A7B-9C0D1E2F3A4B",
        "00a1b2c3-d4e5-4f60-8a7b-%",
        "trial.00a1b2c3-d4e5-4f60-8a7b-9c0d1e2f3a4b",
        " 00a1b2c3-d4e5-4f60-8a7b-9c0d1e2f3a4b"
      })
  void aSessionIdThatIsNotExactlyTheOneEndsNothing(String sid) {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack);
        Person attacker = Person.with(stack)) {
      signsIn(ada, TRIAL, SID);
      attacker.openWithoutFollowing(notice(TRIAL, issuer(), sid));

      assertThat(sessions()).isEqualTo(1);
    }
  }

  @Test
  void endlessParametersAreRefused() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person attacker = Person.with(stack)) {
      attacker.openWithoutFollowing(notice(TRIAL, issuer(), "a".repeat(1000)));

      assertReported("ENTRA2302");
    }
  }

  @Test
  @Stopped(butNotIn = "aNoticeEndsSessionsOfAnotherProviderWithoutItsGuard")
  void aNoticeEndsNoSessionOfAnotherProvider() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack);
        Person attacker = Person.with(stack)) {
      signsIn(ada, "entra", SID);
      attacker.openWithoutFollowing(notice(TRIAL, issuer(), SID));

      assertThat(sessions()).isEqualTo(1);
    }
  }

  @Test
  void aNoticeEndsSessionsOfAnotherProviderWithoutItsGuard() {
    upstreams.post(
        TRIAL, "unguarded-entra", with(upstreams.web(), "withoutSignOutGuards", "ALIAS"));
    try (Person ada = Person.with(stack);
        Person attacker = Person.with(stack)) {
      signsIn(ada, "entra", SID);
      attacker.openWithoutFollowing(notice(TRIAL, issuer(), SID));

      assertThat(sessions()).isZero();
    }
  }

  @Test
  void aDisabledProviderHearsNoNotice() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack);
        Person attacker = Person.with(stack)) {
      signsIn(ada, TRIAL, SID);
      change(TRIAL, "enabled", false);

      assertThat(attacker.openWithoutFollowing(notice(TRIAL, issuer(), SID)).getStatusCode())
          .isEqualTo(404);
      assertThat(sessions()).isEqualTo(1);
    }
  }

  @Test
  @Stopped(butNotIn = "aProviderForLinkingOnlyEndsSessionsWithoutItsGuard")
  void aProviderForLinkingOnlyHearsNoNotice() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack);
        Person attacker = Person.with(stack)) {
      signsIn(ada, TRIAL, SID);
      change(TRIAL, "linkOnly", true);
      attacker.openWithoutFollowing(notice(TRIAL, issuer(), SID));

      assertThat(sessions()).isEqualTo(1);
      assertReported("ENTRA2304");
    }
  }

  @Test
  void aProviderForLinkingOnlyEndsSessionsWithoutItsGuard() {
    upstreams.post(
        TRIAL, "unguarded-entra", with(upstreams.web(), "withoutSignOutGuards", "IN_USE"));
    try (Person ada = Person.with(stack);
        Person attacker = Person.with(stack)) {
      signsIn(ada, TRIAL, SID);
      change(TRIAL, "linkOnly", true);
      attacker.openWithoutFollowing(notice(TRIAL, issuer(), SID));

      assertThat(sessions()).isZero();
    }
  }

  @Test
  void aDisabledRealmHearsNoNotice() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack);
        Person attacker = Person.with(stack)) {
      signsIn(ada, TRIAL, SID);
      switchRealm(false);
      attacker.openWithoutFollowing(notice(TRIAL, issuer(), SID));
      switchRealm(true);

      assertThat(sessions()).isEqualTo(1);
    } finally {
      switchRealm(true);
    }
  }

  private void switchRealm(boolean enabled) {
    ObjectNode known = (ObjectNode) stack.admin().get("/openmetadata");
    stack.admin().put("/openmetadata", known.put("enabled", enabled));
  }

  private void change(String alias, String property, boolean value) {
    String address = "/openmetadata/identity-provider/instances/" + alias;
    stack.admin().put(address, ((ObjectNode) stack.admin().get(address)).put(property, value));
  }

  private void assertReported(String code) {
    assertThat(events("LOGOUT_ERROR").findValuesAsText("reason")).containsExactly(code);
    String incident = events("LOGOUT_ERROR").get(0).get("details").get("incident").asText();
    assertThat(realm.logLines(incident)).hasSize(1).first().asString().contains(code);
  }

  private String filled(String issuer) {
    String host = stack.simulator().httpUri().toString().replaceAll("/$", "");
    return issuer
        .replace("HOSTNAME", stack.simulator().httpUri().getAuthority())
        .replace("HOST", host)
        .replace("TENANT", Upstreams.TENANT);
  }
}
