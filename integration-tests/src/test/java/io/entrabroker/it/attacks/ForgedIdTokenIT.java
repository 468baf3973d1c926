package io.entrabroker.it.attacks;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Stack;
import io.entrabroker.it.TrialTest;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.tokens.Tampering;
import io.entrabroker.simulator.tokens.TokenSigning;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.htmlunit.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Entra's place is taken by somebody who forges the ID token. Each attack is shown to succeed at a
 * twin of the provider that lacks the guard.
 */
@CleanLog
class ForgedIdTokenIT extends TrialTest {

  private static final String OTHER_TENANT = "11111111-2222-4333-8444-555555555555";

  static Stream<Arguments> attacks() {
    String host = Stack.shared().authority().replace(Upstreams.TENANT, "");
    long hourAgo = Instant.now().minusSeconds(3600).getEpochSecond();
    return Stream.of(
        attack(
            "another algorithm",
            Tampering.with().signing(TokenSigning.algorithm("RS512")),
            "ENTRA3002",
            "ALGORITHM,SIGNATURE"),
        attack(
            "no signature",
            Tampering.with().signing(TokenSigning.none()),
            "ENTRA3002",
            "ALGORITHM,SIGNATURE"),
        attack(
            "the public key as HMAC secret",
            Tampering.with().signing(TokenSigning.hs256WithPublicKey()),
            "ENTRA3002",
            "ALGORITHM,SIGNATURE"),
        attack(
            "a foreign key under the tenant's key id",
            Tampering.with().signing(TokenSigning.foreignKeyWithSameId()),
            "ENTRA3003",
            "SIGNATURE"),
        attack(
            "a key that nobody published",
            Tampering.with().signing(TokenSigning.unknownKeyId()),
            "ENTRA3003",
            "SIGNATURE"),
        attack(
            "another audience",
            Tampering.with().claim("aud", Upstreams.SPA_APP),
            "ENTRA3004",
            "AUDIENCE"),
        attack("expired", Tampering.with().claim("exp", hourAgo), "ENTRA3005", "EXPIRY"),
        attack("another nonce", Tampering.with().claim("nonce", "another"), "ENTRA3006", "NONCE"),
        attack("no nonce", Tampering.with().without("nonce"), "ENTRA3006", "NONCE"),
        attack(
            "another tenant",
            Tampering.with()
                .claim("tid", OTHER_TENANT)
                .claim("iss", host + OTHER_TENANT + "/v2.0")
                // Ada's name is hers for life: without this the register of names would refuse.
                .claim("email", "somebody.else@contoso.example"),
            "ENTRA3007",
            "TENANT"),
        attack(
            "another issuer",
            Tampering.with().claim("iss", host + OTHER_TENANT + "/v2.0"),
            "ENTRA3008",
            "ISSUER"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void isRefusedInTheCodeFlow(String name, Tampering attack, String code, String guards) {
    upstreams.post(TRIAL, "entra", upstreams.web());
    assertRefused(attack, code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void isRefusedInTheIdTokenFlow(String name, Tampering attack, String code, String guards) {
    upstreams.post(TRIAL, "entra", upstreams.implicit());
    assertRefused(attack, code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void succeedsWithoutItsGuard(String name, Tampering attack, String code, String guards) {
    assertSucceeds(attack, with(upstreams.web(), "withoutGuards", guards));
  }

  @ParameterizedTest
  @MethodSource("keyOfAnotherIssuer")
  void aPublishedKeyOfAnotherIssuerIsRefused(Tampering attack) {
    upstreams.post(TRIAL, "entra", upstreams.web());
    assertRefused(attack, "ENTRA3010");
  }

  @ParameterizedTest
  @MethodSource("keyOfAnotherIssuer")
  void aPublishedKeyOfAnotherIssuerGetsInWhereKeyIssuersAreNotLookedAt(Tampering attack) {
    assertSucceeds(attack, with(upstreams.web(), "withoutGuards", "KEY_ISSUER"));
  }

  @ParameterizedTest
  @MethodSource("keyOfAnotherIssuer")
  void aPublishedKeyOfAnotherIssuerIsRefusedAfterAReloadOfTheKeys(Tampering attack) {
    upstreams.post(TRIAL, "entra", upstreams.web());
    assertThat(upstreams.reloadKeys(TRIAL).body().asText()).isEqualTo("true");

    assertRefused(attack, "ENTRA3010");
  }

  static Stream<Tampering> keyOfAnotherIssuer() {
    return Stream.of(Tampering.with().signing(TokenSigning.keyOfAnotherTenant()));
  }

  private void assertRefused(Tampering attack, String code) {
    try (Person attacker = Person.with(stack)) {
      stack.simulator().tamperWithNextIdToken(attack);
      Page end = attacker.signsIn(TRIAL, "ada.lovelace");

      realm.assertRefused(Person.html(end), code);
      realm.assertNobodyGotIn(attacker);
    }
  }

  private void assertSucceeds(Tampering attack, Map<String, String> config) {
    upstreams.post(TRIAL, "unguarded-entra", config);
    try (Person attacker = Person.with(stack)) {
      stack.simulator().tamperWithNextIdToken(attack);
      attacker.signsIn(TRIAL, "ada.lovelace");

      assertThat(realm.users()).hasSize(1);
      assertThat(attacker.hasSession()).isTrue();
    }
  }

  private static Arguments attack(String name, Tampering attack, String code, String guards) {
    return Arguments.of(name, attack, code, guards);
  }
}
