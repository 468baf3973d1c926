package io.entrabroker.signin;

import static io.entrabroker.signin.IdTokens.CLIENT;
import static io.entrabroker.signin.IdTokens.FOREIGN_KEY;
import static io.entrabroker.signin.IdTokens.HOST;
import static io.entrabroker.signin.IdTokens.NONCE;
import static io.entrabroker.signin.IdTokens.NOW;
import static io.entrabroker.signin.IdTokens.OTHER_TENANT;
import static io.entrabroker.signin.IdTokens.TENANT;
import static io.entrabroker.signin.IdTokens.TENANT_KEY;
import static io.entrabroker.signin.IdTokens.ofAda;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.keys.KeyLookup;
import io.entrabroker.keys.KeySource;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.tenant.TenantPolicy;
import io.entrabroker.user.MailDomains;
import io.entrabroker.user.PersonRules;
import java.math.BigInteger;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ForgedTokenTest {

  private static final Expectation EXPECTED =
      new Expectation(
          CLIENT,
          NONCE,
          new TenantPolicy.SingleTenant(TenantId.parse(TENANT).orElseThrow()),
          URI.create(HOST),
          NOW);

  @Test
  void anHonestTokenIsAccepted() {
    assertThat(read(ofAda().signed(), Guard.ALL)).isInstanceOf(SignInReading.Accepted.class);
  }

  /** Each attack, the answer to it, and the guards that stand in its way. */
  static Stream<Arguments> attacks() {
    return Stream.of(
        attack(
            "signed with RS512 by the tenant's key",
            ofAda().header("alg", "RS512").signed(),
            Rejection.ALGORITHM,
            Guard.ALGORITHM),
        attack(
            "a critical extension that we do not know",
            ofAda().header("crit", List.of("exp")).signed(),
            Rejection.ALGORITHM,
            Guard.ALGORITHM),
        attack(
            "not signed, alg none",
            ofAda().header("alg", "none").unsigned(),
            Rejection.ALGORITHM,
            Guard.ALGORITHM,
            Guard.SIGNATURE),
        attack(
            "signed with the public key as an HMAC secret",
            ofAda().header("alg", "HS256").hmac(TENANT_KEY.getPublic().getEncoded()),
            Rejection.ALGORITHM,
            Guard.ALGORITHM,
            Guard.SIGNATURE),
        attack(
            "said to be RS256 but signed with the public key as an HMAC secret",
            ofAda().hmac(TENANT_KEY.getPublic().getEncoded()),
            Rejection.SIGNATURE,
            Guard.SIGNATURE),
        attack(
            "a claim that stands twice",
            ofAda().twice("oid", "00000000-0000-4000-8000-000000000bad").signed(),
            Rejection.TOKEN_MALFORMED,
            Guard.SHAPE),
        attack("signature removed", ofAda().unsigned(), Rejection.SIGNATURE, Guard.SIGNATURE),
        attack(
            "signed by another key under the tenant's key id",
            ofAda().signed("SHA256withRSA", FOREIGN_KEY.getPrivate()),
            Rejection.SIGNATURE,
            Guard.SIGNATURE),
        attack(
            "signed by a key that the tenant does not publish",
            ofAda().header("kid", "other").signed("SHA256withRSA", FOREIGN_KEY.getPrivate()),
            Rejection.SIGNATURE,
            Guard.SIGNATURE),
        attack(
            "no key id",
            ofAda().withoutHeader("kid").signed(),
            Rejection.SIGNATURE,
            Guard.SIGNATURE),
        attack(
            "signed by the key of personal accounts, which stands in the same set",
            ofAda()
                .header("kid", "personal-key")
                .signed("SHA256withRSA", IdTokens.PERSONAL_KEY.getPrivate()),
            Rejection.KEY_ISSUER,
            Guard.KEY_ISSUER),
        attack(
            "signed by a key whose issuer is a template of another cloud",
            ofAda()
                .header("kid", "other-clouds-key")
                .signed("SHA256withRSA", IdTokens.PERSONAL_KEY.getPrivate()),
            Rejection.KEY_ISSUER,
            Guard.KEY_ISSUER),
        attack(
            "meant for another application",
            ofAda().claim("aud", "another").signed(),
            Rejection.AUDIENCE,
            Guard.AUDIENCE),
        attack(
            "meant for us and for another application",
            ofAda().claim("aud", List.of(CLIENT, "another")).signed(),
            Rejection.AUDIENCE,
            Guard.AUDIENCE),
        attack("no audience", ofAda().without("aud").signed(), Rejection.AUDIENCE, Guard.AUDIENCE),
        attack(
            "obtained by another application",
            ofAda().claim("azp", "another").signed(),
            Rejection.AUDIENCE,
            Guard.AUDIENCE),
        attack(
            "obtained by an application whose id is no text",
            ofAda().claim("azp", List.of("another")).signed(),
            Rejection.AUDIENCE,
            Guard.AUDIENCE),
        attack(
            "expired",
            ofAda().claim("exp", NOW.minusSeconds(61).getEpochSecond()).signed(),
            Rejection.EXPIRED,
            Guard.EXPIRY),
        attack("no expiry", ofAda().without("exp").signed(), Rejection.EXPIRED, Guard.EXPIRY),
        attack(
            "expiry as a text",
            ofAda().claim("exp", "4102444800").signed(),
            Rejection.EXPIRED,
            Guard.EXPIRY),
        attack(
            "not valid yet",
            ofAda().claim("nbf", NOW.plusSeconds(61).getEpochSecond()).signed(),
            Rejection.EXPIRED,
            Guard.EXPIRY),
        attack(
            "beginning of validity as a text",
            ofAda().claim("nbf", "4102444800").signed(),
            Rejection.EXPIRED,
            Guard.EXPIRY),
        attack(
            "beginning of validity beyond all time",
            ofAda().claim("nbf", 1e300).signed(),
            Rejection.EXPIRED,
            Guard.EXPIRY),
        attack(
            "beginning of validity that is past only where 64 bits overflow",
            ofAda().claim("nbf", BigInteger.TWO.pow(64)).signed(),
            Rejection.EXPIRED,
            Guard.EXPIRY),
        attack(
            "expiry that is future only where 64 bits overflow",
            ofAda()
                .claim("exp", BigInteger.TWO.pow(65).add(BigInteger.valueOf(4102444800L)))
                .signed(),
            Rejection.EXPIRED,
            Guard.EXPIRY),
        attack(
            "answer to another request",
            ofAda().claim("nonce", "another").signed(),
            Rejection.NONCE,
            Guard.NONCE),
        attack("no nonce", ofAda().without("nonce").signed(), Rejection.NONCE, Guard.NONCE),
        attack(
            "another tenant, consistently",
            ofAda()
                .claim("tid", OTHER_TENANT)
                .claim("iss", HOST + "/" + OTHER_TENANT + "/v2.0")
                .signed(),
            Rejection.TENANT,
            Guard.TENANT),
        attack(
            "our issuer with another tenant's tid",
            ofAda().claim("tid", OTHER_TENANT).signed(),
            Rejection.TENANT,
            Guard.TENANT,
            Guard.ISSUER),
        attack(
            "another tenant's issuer with our tid",
            ofAda().claim("iss", HOST + "/" + OTHER_TENANT + "/v2.0").signed(),
            Rejection.ISSUER,
            Guard.ISSUER),
        attack(
            "the issuer of v1.0 tokens",
            ofAda().claim("iss", "https://sts.windows.net/" + TENANT + "/").signed(),
            Rejection.ISSUER,
            Guard.ISSUER),
        attack(
            "the issuer of another host",
            ofAda().claim("iss", "https://evil.example/" + TENANT + "/v2.0").signed(),
            Rejection.ISSUER,
            Guard.ISSUER),
        attack(
            "the issuer template, unresolved",
            ofAda().claim("iss", HOST + "/{tenantid}/v2.0").signed(),
            Rejection.ISSUER,
            Guard.ISSUER),
        attack("no issuer", ofAda().without("iss").signed(), Rejection.ISSUER, Guard.ISSUER));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void anAttackIsRefusedForItsReason(
      String name, String token, Rejection expected, Set<Guard> guards) {
    assertThat(read(token, Guard.ALL)).isEqualTo(new SignInReading.Refused(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void anAttackSucceedsWithoutItsGuards(
      String name, String token, Rejection expected, Set<Guard> guards) {
    assertThat(read(token, EnumSet.complementOf(EnumSet.copyOf(guards))))
        .isInstanceOf(SignInReading.Accepted.class);
  }

  @Test
  void aListOfTenantsAdmitsEachWithItsOwnIssuerAndNoOther() {
    TenantPolicy both =
        new TenantPolicy.TenantList(
            Set.of(
                TenantId.parse(TENANT).orElseThrow(), TenantId.parse(OTHER_TENANT).orElseThrow()));
    IdTokens other =
        ofAda().claim("tid", OTHER_TENANT).claim("iss", HOST + "/" + OTHER_TENANT + "/v2.0");

    assertThat(read(ofAda().signed(), both)).isInstanceOf(SignInReading.Accepted.class);
    assertThat(read(other.signed(), both)).isInstanceOf(SignInReading.Accepted.class);
    assertThat(read(other.claim("iss", HOST + "/" + TENANT + "/v2.0").signed(), both))
        .isEqualTo(new SignInReading.Refused(Rejection.ISSUER));
  }

  @Test
  void anyOrganisationAdmitsNoPersonalAccountThoughItsKeyHasSigned() {
    String personal = TenantId.PERSONAL_ACCOUNTS.toString();
    String token =
        ofAda()
            .header("kid", "personal-key")
            .claim("tid", personal)
            .claim("iss", HOST + "/" + personal + "/v2.0")
            .signed("SHA256withRSA", IdTokens.PERSONAL_KEY.getPrivate());

    assertThat(read(token, new TenantPolicy.AnyOrganisation(Set.of())))
        .isEqualTo(new SignInReading.Refused(Rejection.TENANT));
  }

  @Test
  void anyOrganisationAdmitsNoTokenThatThePersonalAccountsKeyHasSignedForIt() {
    String token =
        ofAda()
            .header("kid", "personal-key")
            .signed("SHA256withRSA", IdTokens.PERSONAL_KEY.getPrivate());

    assertThat(read(token, new TenantPolicy.AnyOrganisation(Set.of())))
        .isEqualTo(new SignInReading.Refused(Rejection.KEY_ISSUER));
  }

  @Test
  void nobodyIsAdmittedWhereNoTenantIsKnown() {
    assertThat(read(ofAda().signed(), TenantPolicy.nobody()))
        .isEqualTo(new SignInReading.Refused(Rejection.TENANT));
  }

  private static SignInReading read(String token, TenantPolicy policy) {
    Expectation expected = new Expectation(CLIENT, NONCE, policy, URI.create(HOST), NOW);
    return reader(Guard.ALL).read(token, expected, RULES);
  }

  @Test
  void theClocksMayDifferByAMinute() {
    assertThat(
            read(ofAda().claim("exp", NOW.minusSeconds(59).getEpochSecond()).signed(), Guard.ALL))
        .isInstanceOf(SignInReading.Accepted.class);
    assertThat(read(ofAda().claim("nbf", NOW.plusSeconds(59).getEpochSecond()).signed(), Guard.ALL))
        .isInstanceOf(SignInReading.Accepted.class);
  }

  @Test
  void aNonceThatNobodyRememberedMatchesNothing() {
    Expectation forgotten =
        new Expectation(CLIENT, "", EXPECTED.policy(), EXPECTED.base(), EXPECTED.now());

    assertThat(reader(Guard.ALL).read(ofAda().claim("nonce", "").signed(), forgotten, RULES))
        .isEqualTo(new SignInReading.Refused(Rejection.NONCE));
  }

  @Test
  void aKeyTooShortToTrustSignsNothing() {
    var shortKey = IdTokens.newKey(1024);
    KeySource keys = keyId -> IdTokens.published(keyId, TENANT, shortKey);
    String token = ofAda().signed("SHA256withRSA", shortKey.getPrivate());

    assertThat(new SignInReader(keys, Guard.ALL).read(token, EXPECTED, RULES))
        .isEqualTo(new SignInReading.Refused(Rejection.SIGNATURE));
  }

  @Test
  void unreadableKeysAreNotUnknownKeys() {
    assertThat(
            new SignInReader(keyId -> new KeyLookup.Unreachable(), Guard.ALL)
                .read(ofAda().signed(), EXPECTED, RULES))
        .isEqualTo(new SignInReading.Refused(Rejection.KEYS_UNREACHABLE));
  }

  @Test
  void aKeyIdThatCouldWriteLogLinesIsNotLookedFor() {
    KeySource never =
        keyId -> {
          throw new AssertionError(keyId);
        };
    String token = ofAda().header("kid", "x\nENTRA0000 forged").signed();

    assertThat(new SignInReader(never, Guard.ALL).read(token, EXPECTED, RULES))
        .isEqualTo(new SignInReading.Refused(Rejection.SIGNATURE));
  }

  static Stream<String> nonsense() {
    String good = ofAda().signed();
    return Stream.of(
        "",
        ".",
        "..",
        "a.b",
        "a.b.c",
        good + ".x",
        good.replaceFirst("\\.", ".%"),
        IdTokens.base64Url("[]".getBytes(UTF_8)) + ".e30.x",
        IdTokens.base64Url("null".getBytes(UTF_8)) + ".e30.x",
        IdTokens.base64Url("{\"alg\":\"none\",\"alg\":\"RS256\"}".getBytes(UTF_8)) + ".e30.x",
        IdTokens.base64Url(("{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}").getBytes(UTF_8))
            + ".e30.x",
        IdTokens.base64Url("{} {}".getBytes(UTF_8)) + ".e30.x",
        ofAda().claim("padding", "x".repeat(70_000)).signed());
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void whatIsNoTokenIsRefusedAndThrowsNothing(String nonsense) {
    assertThat(read(nonsense, Guard.ALL))
        .isEqualTo(new SignInReading.Refused(Rejection.TOKEN_MALFORMED));
  }

  private static SignInReading read(String token, Set<Guard> guards) {
    return reader(guards).read(token, EXPECTED, RULES);
  }

  private static final PersonRules RULES = PersonRules.strict(MailDomains.none());

  private static SignInReader reader(Set<Guard> guards) {
    return new SignInReader(IdTokens.publishedKeys(), guards);
  }

  private static Arguments attack(
      String name, String token, Rejection expected, Guard guard, Guard... more) {
    return Arguments.of(name, token, expected, EnumSet.of(guard, more));
  }
}
