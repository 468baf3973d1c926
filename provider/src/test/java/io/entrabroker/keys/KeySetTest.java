package io.entrabroker.keys;

import static io.entrabroker.keys.Jwks.ANY_TENANT;
import static io.entrabroker.keys.Jwks.CONTOSO;
import static io.entrabroker.keys.Jwks.HOST;
import static io.entrabroker.keys.Jwks.ONE;
import static io.entrabroker.keys.Jwks.PERSONAL;
import static io.entrabroker.keys.Jwks.TENANT;
import static io.entrabroker.keys.Jwks.TWO;
import static io.entrabroker.keys.Jwks.newKey;
import static io.entrabroker.keys.Jwks.number;
import static io.entrabroker.keys.Jwks.set;
import static io.entrabroker.keys.Jwks.with;
import static io.entrabroker.keys.Jwks.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.Parsed;
import io.entrabroker.tenant.Endpoints;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeySetTest {

  @Test
  void aKeyIsReadWithItsIssuer() {
    assertThat(read(set(key("a"))).keys())
        .containsExactly(Map.entry("a", new PublishedKey("a", ANY_TENANT, ONE)));
  }

  @Test
  void aKeyWithoutAnIssuerSpeaksForTheTenantThatWasAsked() {
    assertThat(read(set(without(key("a"), "issuer"))).keys().get("a").issuer())
        .isEqualTo(HOST + "/" + TENANT + "/v2.0");
  }

  @Test
  void theKeyOfPersonalAccountsIsKeptWithItsIssuerWhichSaysForWhomItMaySign() {
    String json = set(key("a"), with(key("personal", TWO), "issuer", PERSONAL));

    assertThat(read(json).keys().get("personal").issuer()).isEqualTo(PERSONAL);
  }

  @Test
  void theSameKeyMayStandTwice() {
    assertThat(read(set(key("a"), key("a"))).keys()).containsOnlyKeys("a");
  }

  @Test
  void atAnAliasAKeyWithoutAnIssuerSpeaksForNobody() {
    Endpoints alias = new Endpoints(CONTOSO.base(), "organizations");
    String json = set(key("a"), without(key("b", TWO), "issuer"));

    assertThat(KeySet.parse(json, alias).asOptional().orElseThrow().keys()).containsOnlyKeys("a");
    assertThat(KeySet.parse(set(without(key("b"), "issuer")), alias))
        .isInstanceOf(Parsed.Refused.class);
  }

  static Stream<Arguments> unusable() {
    return Stream.of(
        unusable("an elliptic curve", with(key("x"), "kty", "EC")),
        unusable(
            "a symmetric key", Map.of("kty", "oct", "kid", "x", "use", "sig", "k", "c2VjcmV0")),
        unusable("for encryption", with(key("x"), "use", "enc")),
        unusable("for no named use", without(key("x"), "use")),
        unusable("for another algorithm", with(key("x"), "alg", "HS256")),
        unusable("an algorithm that is no text", with(key("x"), "alg", 256)),
        unusable("no id", without(key("x"), "kid")),
        unusable("an id that could write log lines", with(key("x"), "kid", "x\nENTRA0000")),
        unusable("an id without end", with(key("x"), "kid", "x".repeat(129))),
        unusable("an id that is no text", with(key("x"), "kid", List.of("x"))),
        unusable("1024 bits", key("x", newKey(1024))),
        unusable("a modulus of 16384 bits", with(key("x"), "n", number(odd(16_384)))),
        unusable(
            "an even modulus", with(key("x"), "n", number(odd(2048).subtract(BigInteger.ONE)))),
        unusable("no modulus", without(key("x"), "n")),
        unusable("a modulus that is no base64url", with(key("x"), "n", "not base64!")),
        unusable("exponent 1", with(key("x"), "e", "AQ")),
        unusable("exponent 3", with(key("x"), "e", "Aw")),
        unusable("an even exponent", with(key("x"), "e", "AQAC")),
        unusable("an endless exponent", with(key("x"), "e", number(odd(2048)))),
        unusable(
            "an issuer of another cloud",
            issuer("https://login.microsoftonline.us/{tenantid}/v2.0")),
        unusable("an issuer elsewhere", issuer("https://evil.example/{tenantid}/v2.0")),
        unusable(
            "an issuer of a host that begins alike",
            issuer(HOST + ".evil.example/{tenantid}/v2.0")),
        unusable("the issuer of v1.0 tokens", issuer("https://sts.windows.net/{tenantid}/")),
        unusable("a template alone", issuer("{tenantid}")),
        unusable("an issuer of a domain", issuer(HOST + "/contoso.com/v2.0")),
        unusable("an alias as issuer", issuer(HOST + "/common/v2.0")),
        unusable("two templates", issuer(HOST + "/{tenantid}/{tenantid}/v2.0")),
        unusable("an empty issuer", issuer("")),
        unusable("an issuer that is no text", with(key("x"), "issuer", Map.of())),
        unusable("an endless issuer", issuer(HOST + "/{tenantid}/v2.0" + "/".repeat(300))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusable")
  void aKeyThatMayNotSignIsPassedOver(String name, Map<String, Object> key) {
    assertThat(read(set(key("good"), key)).keys()).containsOnlyKeys("good");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusable")
  void aSetWithNothingElseIsRefused(String name, Map<String, Object> key) {
    assertThat(KeySet.parse(set(key), CONTOSO).asOptional()).isEmpty();
  }

  @Test
  void twoKeysOfOneIdAreBothRefused() {
    assertThat(read(set(key("a"), key("b", ONE), key("b", TWO))).keys()).containsOnlyKeys("a");
    assertThat(read(set(key("b", ONE), key("b", TWO), key("b", ONE), key("a"))).keys())
        .containsOnlyKeys("a");
  }

  @Test
  void oneKeyWithTwoIssuersIsRefused() {
    assertThat(read(set(key("a"), key("b"), with(key("b"), "issuer", PERSONAL))).keys())
        .containsOnlyKeys("a");
  }

  static Stream<Arguments> lies() {
    List<Map<String, Object>> many = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      many.add(key("k" + i));
    }
    return Stream.of(
        lie("nothing", ""),
        lie("an empty set", "{\"keys\":[]}"),
        lie("no set", "{}"),
        lie("a list", "[]"),
        lie("null", "null"),
        lie("a text as keys", "{\"keys\":\"none\"}"),
        lie("a page", "<html>Sign in to the proxy</html>"),
        lie("an error", "{\"error\":\"invalid_tenant\"}"),
        lie("a member that stands twice", "{\"keys\":[]," + set(key("a")).substring(1)),
        lie("something behind it", set(key("a")) + "{}"),
        lie("a hundred and one keys", Jwks.json(Map.of("keys", many))),
        lie("too long", set(with(key("a"), "x5c", "x".repeat(KeySet.LONGEST)))),
        lie("too deep", "{\"keys\":" + "[".repeat(500) + "]".repeat(500) + "}"),
        lie("only personal accounts' key", set(issuer(PERSONAL))),
        lie("only contradictions", set(key("a", ONE), key("a", TWO))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void whatHasNoKeyForTheAuthorityIsNoKeySet(String name, String answer) {
    assertThat(KeySet.parse(answer, CONTOSO)).isInstanceOf(Parsed.Refused.class);
  }

  private static BigInteger odd(int bits) {
    return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
  }

  private static Map<String, Object> issuer(String issuer) {
    return with(key("x"), "issuer", issuer);
  }

  private static KeySet read(String json) {
    return KeySet.parse(json, CONTOSO).asOptional().orElseThrow();
  }

  private static Arguments unusable(String name, Map<String, Object> key) {
    return Arguments.of(name, key);
  }

  private static Map<String, Object> key(String id) {
    return Jwks.key(id);
  }

  private static Map<String, Object> key(String id, RSAPublicKey key) {
    return Jwks.key(id, key);
  }

  private static Arguments lie(String name, String answer) {
    return Arguments.of(name, answer);
  }
}
