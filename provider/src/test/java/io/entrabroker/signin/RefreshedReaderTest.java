package io.entrabroker.signin;

import static io.entrabroker.signin.IdTokens.CLIENT;
import static io.entrabroker.signin.IdTokens.HOST;
import static io.entrabroker.signin.IdTokens.NONCE;
import static io.entrabroker.signin.IdTokens.NOW;
import static io.entrabroker.signin.IdTokens.OTHER_TENANT;
import static io.entrabroker.signin.IdTokens.TENANT;
import static io.entrabroker.signin.IdTokens.ofAda;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.tenant.TenantId;
import io.entrabroker.tenant.TenantPolicy;
import io.entrabroker.user.IdentityKey;
import io.entrabroker.user.MailDomains;
import io.entrabroker.user.PersonRules;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefreshedReaderTest {

  private static final Expectation EXPECTED =
      new Expectation(
          CLIENT,
          NONCE,
          new TenantPolicy.SingleTenant(TenantId.parse(TENANT).orElseThrow()),
          URI.create(HOST),
          NOW);
  private static final IdentityKey ADA =
      IdentityKey.parse(TENANT + ":00000000-0000-4000-8000-00000000ada0").orElseThrow();

  @Test
  void aRefreshedTokenHasNoNonceOrTheFirstOne() {
    assertThat(read(ofAda().without("nonce").signed(), Guard.ALL))
        .isInstanceOf(SignInReading.Accepted.class);
    assertThat(read(ofAda().signed(), Guard.ALL)).isInstanceOf(SignInReading.Accepted.class);
  }

  static Stream<Arguments> attacks() {
    return Stream.of(
        Arguments.of(
            "somebody else of the tenant",
            ofAda().claim("oid", "00000000-0000-4000-8000-00000000eee0").signed(),
            Rejection.REFRESHED_SOMEBODY_ELSE,
            EnumSet.of(Guard.SAME_PERSON)),
        Arguments.of(
            "the same object id in another tenant",
            ofAda()
                .claim("tid", OTHER_TENANT)
                .claim("iss", HOST + "/" + OTHER_TENANT + "/v2.0")
                .signed(),
            Rejection.TENANT,
            EnumSet.of(Guard.TENANT, Guard.SAME_PERSON)),
        Arguments.of(
            "the nonce of another sign-in",
            ofAda().claim("nonce", "another").signed(),
            Rejection.NONCE,
            EnumSet.of(Guard.NONCE)),
        Arguments.of(
            "a nonce that is no text",
            ofAda().claim("nonce", 5).signed(),
            Rejection.NONCE,
            EnumSet.of(Guard.NONCE)),
        Arguments.of(
            "another application's token",
            ofAda().claim("aud", "b7a1c2d3-0002-4a4a-9b9b-c0ffee000002").signed(),
            Rejection.AUDIENCE,
            EnumSet.of(Guard.AUDIENCE)),
        Arguments.of(
            "an old token",
            ofAda().claim("exp", NOW.minusSeconds(3600).getEpochSecond()).signed(),
            Rejection.EXPIRED,
            EnumSet.of(Guard.EXPIRY)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void isRefused(String name, String token, Rejection expected, Set<Guard> guards) {
    assertThat(read(token, Guard.ALL)).isEqualTo(new SignInReading.Refused(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void succeedsWithoutItsGuard(String name, String token, Rejection expected, Set<Guard> guards) {
    assertThat(read(token, EnumSet.complementOf(EnumSet.copyOf(guards))))
        .isInstanceOf(SignInReading.Accepted.class);
  }

  private static SignInReading read(String token, Set<Guard> guards) {
    return new RefreshedReader(IdTokens.publishedKeys(), guards)
        .read(token, EXPECTED, PersonRules.strict(MailDomains.none()), ADA);
  }
}
