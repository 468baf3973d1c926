package io.entrabroker.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.claims.EntraClaims;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownClaimsTest {

  private static final String ID = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";

  @ParameterizedTest
  @ValueSource(
      strings = {
        ClaimName.NONCE,
        ClaimName.SUBJECT,
        ClaimName.SESSION_ID,
        ClaimName.LOGIN_HINT,
        ClaimName.TOKEN_ID,
        ClaimName.DISTRIBUTED_CLAIMS,
        "at_hash",
        "c_hash",
        "rh",
        "uti",
        "employee_number",
        "<b>claim</b>"
      })
  void whatIsNotKnownToBeHarmlessIsNamedAndNotShown(String name) {
    assertThat(shown(name, "AbCdEfGh0123456789")).isEqualTo(Line.of(Text.HIDDEN));
    assertThat(shown(name, List.of("AbCdEfGh0123456789"))).isEqualTo(Line.of(Text.HIDDEN));
    assertThat(shown(name, Map.of("a", "AbCdEfGh"))).isEqualTo(Line.of(Text.HIDDEN));
    assertThat(shown(name, 4_711_081_5)).isEqualTo(Line.of(Text.HIDDEN));
  }

  @Test
  void namesAndAddressesAreMasked() {
    assertThat(shown(ClaimName.NAME, "Ada Lovelace")).isEqualTo(value("A*** L***"));
    assertThat(shown(ClaimName.UPN, "ada@contoso.example"))
        .isEqualTo(value("a***@contoso.example"));
    assertThat(shown(ClaimName.VERIFIED_PRIMARY_EMAIL, List.of("ada@contoso.example")))
        .isEqualTo(value("a***@contoso.example"));
  }

  @Test
  void idsAreCutAndTheLoginHostIsLeft() {
    assertThat(shown(ClaimName.OBJECT_ID, ID)).isEqualTo(value("0f9e8d7c-***"));
    assertThat(shown(ClaimName.ISSUER, "https://login.example/" + ID + "/v2.0"))
        .isEqualTo(value("https://login.example/0f9e8d7c-***/v2.0"));
  }

  @Test
  void timesAreWrittenAsTimes() {
    assertThat(shown(ClaimName.EXPIRY, 1_800_000_000)).isEqualTo(value("2027-01-15T08:00:00Z"));
    assertThat(shown(ClaimName.EXPIRY, "soon")).isEqualTo(Line.of(Text.HIDDEN));
  }

  @Test
  void ofManyGroupsTheFirstTenAreShown() {
    List<String> ids = IntStream.range(0, 200).mapToObj(i -> ID).toList();

    Line line = shown(ClaimName.GROUPS, ids);

    assertThat(line.text()).isEqualTo(Text.VALUE_AND_MORE);
    assertThat(line.values().get(0).split(", ")).hasSize(10).containsOnly("0f9e8d7c-***");
    assertThat(line.values().get(1)).isEqualTo("190");
  }

  @Test
  void groupsThatAreNamesAreMasked() {
    assertThat(shown(ClaimName.GROUPS, List.of("ada@contoso.example", "Board Members")))
        .isEqualTo(value("a***@contoso.example, B*** M***"));
  }

  @Test
  void whatDecidesAndNamesNobodyIsShownAsItIs() {
    assertThat(shown(ClaimName.ROLES, List.of("Catalog.Steward")))
        .isEqualTo(value("Catalog.Steward"));
    assertThat(shown(ClaimName.ACCOUNT_STATUS, 1)).isEqualTo(value("1"));
    assertThat(shown(ClaimName.EMAIL_DOMAIN_OWNER_VERIFIED, true)).isEqualTo(value("true"));
    assertThat(shown(ClaimName.EMAIL_DOMAIN_OWNER_VERIFIED, "ada.lovelace"))
        .isEqualTo(value("a***.l***"));
  }

  @Test
  void oddValuesAreNoMatter() {
    assertThat(shown(ClaimName.NAME, 12)).isEqualTo(Line.of(Text.HIDDEN));
    assertThat(shown(ClaimName.GROUPS, List.of(1, "x"))).isEqualTo(Line.of(Text.HIDDEN));
    assertThat(shown(ClaimName.GROUPS, List.of())).isEqualTo(value("[]"));
  }

  @Test
  void aTokenWithVeryManyClaimsIsCut() {
    Map<String, Object> claims = new HashMap<>();
    IntStream.range(0, 500).forEach(i -> claims.put("claim" + i, "x"));

    assertThat(ShownClaims.of(new EntraClaims(claims))).hasSize(ShownClaims.MOST);
  }

  @Test
  void theNameOfAClaimIsOneShortLine() {
    String name =
        ShownClaims.of(new EntraClaims(Map.of("a\nb" + "x".repeat(500), "v"))).get(0).name();

    assertThat(name).startsWith("a?b").hasSizeLessThan(100);
  }

  private static Line value(String text) {
    return Line.of(Text.VALUE, text);
  }

  private static Line shown(String name, Object value) {
    return ShownClaims.of(new EntraClaims(Map.of(name, value))).get(0).value();
  }
}
