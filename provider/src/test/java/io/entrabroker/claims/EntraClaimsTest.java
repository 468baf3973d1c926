package io.entrabroker.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.claims.EntraClaims.AccountStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntraClaimsTest {

  private static final String ID = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  private static final EntraClaims NOTHING = new EntraClaims(Map.of());

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void aBlankTextIsNone(String blank) {
    assertThat(claim("name", blank).text("name")).isEmpty();
  }

  @Test
  void nothingThatATokenSaysShowsInTheText() {
    assertThat(new EntraClaims(java.util.Map.of("email", "ada@contoso.example")))
        .hasToString("EntraClaims[***]");
  }

  @Test
  void aTextIsTakenAsItStands() {
    assertThat(claim("name", " Ada ").text("name")).contains(" Ada ");
    assertThat(claim("name", 7).text("name")).isEmpty();
    assertThat(claim("name", List.of("Ada")).text("name")).isEmpty();
    assertThat(nullClaim("name").text("name")).isEmpty();
    assertThat(NOTHING.text("name")).isEmpty();
  }

  static List<Arguments> texts() {
    return List.of(
        Arguments.of("one", Set.of("one")),
        Arguments.of("", Set.of()),
        Arguments.of(" ", Set.of()),
        Arguments.of(List.of(), Set.of()),
        Arguments.of(List.of("b", "a", "b"), Set.of("a", "b")),
        Arguments.of(List.of("a", "", " "), Set.of("a")),
        Arguments.of(Arrays.asList("a", null, 7, true, List.of("b")), Set.of("a")),
        Arguments.of(7, Set.of()),
        Arguments.of(true, Set.of()),
        Arguments.of(Map.of("a", "b"), Set.of()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aListOfTextsMayBeOneTextAndLeavesOutWhatIsNone(Object value, Set<String> texts) {
    assertThat(claim("roles", value).texts("roles")).isEqualTo(texts);
    assertThat(claim("roles", value).appRoles()).isEqualTo(texts);
  }

  @Test
  void anAbsentListIsEmptyAndOrderIsKept() {
    assertThat(NOTHING.texts("roles")).isEmpty();
    assertThat(nullClaim("roles").texts("roles")).isEmpty();
    assertThat(claim("roles", List.of("z", "a")).texts("roles")).containsExactly("z", "a");
  }

  static List<Object> yes() {
    return List.of(true, "true", "TRUE", " true ", 1, 1L, "1", " 1");
  }

  static List<Object> no() {
    return List.of(
        false, "false", 0, "0", "", "yes", 2, "11", -1, 1.5, List.of(true), List.of("1"), Map.of());
  }

  @ParameterizedTest
  @MethodSource("yes")
  void whatMicrosoftSendsForYesIsYes(Object value) {
    assertThat(claim("xms_edov", value).isTrue("xms_edov")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("no")
  void anythingElseIsNo(Object value) {
    assertThat(claim("xms_edov", value).isTrue("xms_edov")).isFalse();
  }

  @Test
  void whatIsNotThereIsNo() {
    assertThat(NOTHING.isTrue("xms_edov")).isFalse();
    assertThat(nullClaim("xms_edov").isTrue("xms_edov")).isFalse();
  }

  static List<Arguments> statuses() {
    return List.of(
        Arguments.of(0, AccountStatus.MEMBER),
        Arguments.of(0L, AccountStatus.MEMBER),
        Arguments.of("0", AccountStatus.MEMBER),
        Arguments.of(" 0 ", AccountStatus.MEMBER),
        Arguments.of(1, AccountStatus.GUEST),
        Arguments.of("1", AccountStatus.GUEST),
        Arguments.of(2, AccountStatus.GUEST),
        Arguments.of(-0.5, AccountStatus.GUEST),
        Arguments.of("", AccountStatus.GUEST),
        Arguments.of(false, AccountStatus.GUEST),
        Arguments.of(List.of(0), AccountStatus.GUEST));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void onlyZeroIsAMember(Object acct, AccountStatus status) {
    assertThat(claim("acct", acct).status()).isEqualTo(status);
  }

  @Test
  void aTokenNeedNotSayWhatAnAccountIs() {
    assertThat(NOTHING.status()).isEqualTo(AccountStatus.NOT_SAID);
    assertThat(nullClaim("acct").status()).isEqualTo(AccountStatus.GUEST);
  }

  @Test
  void anAudienceIsOneTextOrAListOfThem() {
    assertThat(claim("aud", "one").audiences()).containsExactly("one");
    assertThat(claim("aud", List.of("one", "two")).audiences()).containsExactly("one", "two");
    assertThat(claim("aud", List.of("one", 2)).audiences()).isEmpty();
    assertThat(claim("aud", 1).audiences()).isEmpty();
    assertThat(NOTHING.audiences()).isEmpty();
  }

  @Test
  void aTimeIsANumberOfSeconds() {
    assertThat(claim("exp", 1).time("exp")).contains(Instant.ofEpochSecond(1));
    assertThat(claim("exp", "1").time("exp")).isEmpty();
    assertThat(claim("exp", Long.MAX_VALUE).time("exp")).isEmpty();
    assertThat(NOTHING.time("exp")).isEmpty();
  }

  @Test
  void idsAreGuids() {
    assertThat(claim("tid", ID).tenant()).hasToString("Optional[" + ID + "]");
    assertThat(claim("oid", ID).objectId()).hasToString("Optional[" + ID + "]");
    assertThat(claim("tid", "contoso").tenant()).isEmpty();
    assertThat(claim("oid", "1-1-1-1-1").objectId()).isEmpty();
  }

  @Test
  void aClaimWithoutAValueIsThere() {
    assertThat(nullClaim("idp").has("idp")).isTrue();
    assertThat(NOTHING.has("idp")).isFalse();
  }

  private static EntraClaims claim(String name, Object value) {
    return new EntraClaims(Map.of(name, value));
  }

  private static EntraClaims nullClaim(String name) {
    Map<String, Object> claims = new HashMap<>();
    claims.put(name, null);
    return new EntraClaims(claims);
  }
}
