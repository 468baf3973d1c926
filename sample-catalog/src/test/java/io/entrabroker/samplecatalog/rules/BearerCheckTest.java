package io.entrabroker.samplecatalog.rules;

import static io.entrabroker.samplecatalog.rules.Outcomes.refusal;
import static io.entrabroker.samplecatalog.rules.Outcomes.value;
import static io.entrabroker.samplecatalog.rules.Tokens.IMPOSTOR;
import static io.entrabroker.samplecatalog.rules.Tokens.NOW;
import static io.entrabroker.samplecatalog.rules.Tokens.REALM_EC_KEY;
import static io.entrabroker.samplecatalog.rules.Tokens.REALM_KEY;
import static io.entrabroker.samplecatalog.rules.Tokens.REALM_KEYS;
import static io.entrabroker.samplecatalog.rules.Tokens.ada;
import static io.entrabroker.samplecatalog.rules.Tokens.signed;
import static io.entrabroker.samplecatalog.rules.Tokens.unsigned;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerCheckTest {
  private static final Refusal KEY_MISMATCH =
      new Refusal(
          401, "Not Authorized! Invalid token. Token verification failed. Public key mismatch.");

  private final BearerCheck check = check(REALM_KEYS, Band.V1_9);

  private static BearerCheck check(SigningKeys keys, Band band) {
    TokenRules rules =
        new TokenRules(band, band.recommendedResolution(), MailDomains.open("contoso.example"));
    return new BearerCheck(keys, OwnKeys.NONE, rules);
  }

  private Outcome<Bearer> check(String token) {
    return check.check("Bearer " + token, NOW);
  }

  private static String rs256(String json) {
    return signed(REALM_KEY, JWSAlgorithm.RS256, json);
  }

  @Test
  void aTokenOfTheRealmIsAcceptedAndNamesItsPerson() {
    assertThat(value(check(rs256(ada()))).principal())
        .isEqualTo(new Principal("ada.lovelace", "ada.lovelace@contoso.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic YTpi", "bearer x"})
  void aRequestWithoutBearerHasNoToken(String header) {
    assertThat(refusal(check.check(header, NOW)))
        .isEqualTo(new Refusal(401, "Not Authorized! Token not present"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "a.b", "a.b.c", "e30.bm90IGpzb24.x", "e30.W10.x", "....", ""})
  void whatIsNoJwtIsInvalid(String token) {
    assertThat(refusal(check(token))).isEqualTo(new Refusal(401, "Not Authorized! Invalid token."));
  }

  @Test
  void aTokenIsGoodUntilItsLastSecondAndNoSecondLonger() {
    String token = rs256("{'preferred_username':'a','email':'a@b.c','exp':" + seconds() + "}");

    assertThat(value(check(token))).isNotNull();
    assertThat(refusal(check.check("Bearer " + token, NOW.plusMillis(1))))
        .isEqualTo(new Refusal(401, "Expired token!"));
  }

  private static long seconds() {
    return NOW.getEpochSecond();
  }

  @Test
  void aTokenWithoutExpiryNeverExpires() {
    assertThat(value(check(rs256("{'preferred_username':'a','email':'a@b.c'}")))).isNotNull();
  }

  @TestFactory
  java.util.stream.Stream<DynamicTest> whatTheRealmsRsaKeyDidNotSignWithRs256IsRefused() {
    Map<String, String> tokens =
        Map.of(
            "ES256 with a key of the realm", signed(REALM_EC_KEY, ada()),
            "RS512 with a key of the realm", signed(REALM_KEY, JWSAlgorithm.RS512, ada()),
            "PS256 with a key of the realm", signed(REALM_KEY, JWSAlgorithm.PS256, ada()),
            "another key under the same id", signed(IMPOSTOR, JWSAlgorithm.RS256, ada()),
            "no signature at all", unsigned("{'alg':'none','kid':'realm-rs'}", ada()),
            "HS256 with the public key as secret", hs256());
    return tokens.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> assertThat(refusal(check(each.getValue()))).isEqualTo(KEY_MISMATCH)));
  }

  private static String hs256() {
    return Tokens.keyed("realm-rs", REALM_KEY.getModulus().decode(), ada());
  }

  @Test
  void aChangedClaimBreaksTheSignature() {
    String[] parts = rs256(ada()).split("\\.");
    String other = unsigned("{}", ada().replace("ada", "bob")).split("\\.")[1];

    assertThat(refusal(check(parts[0] + '.' + other + '.' + parts[2]))).isEqualTo(KEY_MISMATCH);
  }

  @Test
  void theHeadersAlgorithmIsNotLookedAt() {
    String lying =
        Tokens.token(
            "{'alg':'none','kid':'realm-rs'}",
            ada(),
            (header, input) -> new RSASSASigner(REALM_KEY).sign(header, input),
            JWSAlgorithm.RS256);

    assertThat(value(check(lying))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'alg':'RS256','kid':'unknown'}", "{'alg':'RS256'}", "{'alg':'none'}"})
  void anUnknownOrMissingKeyIdIsTheServersFault(String header) {
    assertThat(refusal(check(unsigned(header, ada()))))
        .isEqualTo(new Refusal(500, "JWT Token keyID doesn't match the configured keyID."));
  }

  @ParameterizedTest
  @EnumSource(names = {"V2_0", "EMAIL_FIRST"})
  void since20AnUnknownKeyIdIsTheTokens(Band band) {
    assertThat(
            refusal(
                check(REALM_KEYS, band)
                    .check("Bearer " + unsigned("{'alg':'RS256','kid':'unknown'}", ada()), NOW)))
        .isEqualTo(
            new Refusal(
                401, "Not Authorized! Token signing key not found in configured public keys"));
  }

  @Test
  void expiryIsCheckedBeforeTheKeyIsLookedFor() {
    SigningKeys untouchable =
        kid -> {
          throw new AssertionError("asked for a key");
        };
    BearerCheck check = check(untouchable, Band.V1_9);
    String expired = unsigned("{'kid':'k'}", "{'exp':1}");

    assertThat(refusal(check.check("Bearer " + expired, NOW)).message())
        .isEqualTo("Expired token!");
  }

  @Test
  void issuerAudienceTypeAndTheRestAreNobodysBusiness() {
    String json =
        ada()
            .replace(
                "{",
                "{'iss':'https://elsewhere.example','aud':'account','azp':'admin-cli',"
                    + "'typ':'Bearer','nbf':"
                    + (seconds() + 600)
                    + ",");

    assertThat(value(check(rs256(json)))).isNotNull();
  }

  @Test
  void aTokenWithoutUsernameIsRefused() {
    assertThat(refusal(check(rs256("{'email':'a@b.c'}"))))
        .isEqualTo(new Refusal(401, "Invalid JWT token, 'username' claim is not present"));
  }

  @Test
  void aBotClaimNeedsAStoredTokenThatNobodyHas() {
    assertThat(refusal(check(rs256(ada().replace("{", "{'isBot':true,")))))
        .isEqualTo(
            new Refusal(
                401, "Not Authorized! The given token does not match the current bot's token!"));
    assertThat(value(check(rs256(ada().replace("{", "{'isBot':false,"))))).isNotNull();
  }

  @Test
  void aPersonalAccessTokenWouldHaveToBeStored() {
    assertThat(refusal(check(rs256(ada().replace("{", "{'tokenType':'PERSONAL_ACCESS',")))))
        .isEqualTo(new Refusal(401, "Invalid personal access token!"));
  }

  @Test
  void aKeySetThatCannotBeFetchedLooksLikeAnUnknownKey() {
    BearerCheck check = check(kid -> Optional.empty(), Band.V1_9);

    assertThat(refusal(check.check("Bearer " + rs256(ada()), NOW)).status()).isEqualTo(500);
  }
}
