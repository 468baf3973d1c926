package io.entrabroker.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.claims.EntraClaims;
import io.entrabroker.user.UserReading.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntraUserReaderTest {

  private static final String OID = "00000000-0000-4000-8000-00000000ada0";
  private static final String TID = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";

  @Test
  void aMemberIsKnownByTenantAndObjectId() {
    EntraUser ada = known(ada());

    assertThat(ada.key()).hasToString(TID + ":" + OID);
    assertThat(ada.username()).isEqualTo("ada.lovelace");
    assertThat(ada.email()).isEqualTo("ada.lovelace@contoso.example");
    assertThat(ada.givenName()).isEqualTo("Ada");
    assertThat(ada.familyName()).isEqualTo("Lovelace");
  }

  @Test
  void idsAreComparedInLowerCase() {
    assertThat(known(with("oid", OID.toUpperCase(java.util.Locale.ROOT))).key())
        .isEqualTo(known(ada()).key());
  }

  @Test
  void theUserPrincipalNameIsNeverTheAddress() {
    Map<String, Object> claims = ada();
    claims.remove("email");

    assertThat(read(claims)).isEqualTo(new UserReading.Unusable(Reason.NO_EMAIL));
  }

  @Test
  void withoutGivenAndFamilyNameTheDisplayNameStands() {
    Map<String, Object> claims = ada();
    claims.remove("given_name");
    claims.remove("family_name");

    assertThat(known(claims).givenName()).isEqualTo("Ada Lovelace");
    assertThat(known(claims).familyName()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ada",
        "ada@",
        "@contoso.example",
        "a b@c.example",
        "ä@c.example",
        "ada@contoso",
        "ada/x@contoso.example",
        "ada::x@contoso.example",
        "ada@a@b.example"
      })
  void anAddressThatTheCatalogWouldNotTakeIsNone(String email) {
    assertThat(read(with("email", email))).isEqualTo(new UserReading.Unusable(Reason.NO_EMAIL));
  }

  @Test
  void anAddressOfAnotherTypeIsNone() {
    assertThat(read(with("email", List.of("ada.lovelace@contoso.example"))))
        .isEqualTo(new UserReading.Unusable(Reason.NO_EMAIL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tid", "oid", "sub"})
  void whoeverIsNotIdentifiedIsNobody(String claim) {
    Map<String, Object> claims = ada();
    claims.remove(claim);

    assertThat(read(claims)).isEqualTo(new UserReading.Unusable(Reason.NO_IDENTITY));
  }

  @Test
  void aGuestIsToldByStatusHomeOrName() {
    UserReading guest = new UserReading.Unusable(Reason.GUEST);

    assertThat(read(with("acct", 1))).isEqualTo(guest);
    assertThat(read(with("acct", "1"))).isEqualTo(guest);
    assertThat(read(with("idp", "live.com"))).isEqualTo(guest);
    assertThat(read(with("upn", "bob_fabrikam.example#EXT#@contoso.example"))).isEqualTo(guest);
  }

  @Test
  void aMemberMaySayThatSheIsOne() {
    Map<String, Object> claims = with("acct", 0);
    claims.put("idp", claims.get("iss"));

    assertThat(read(claims)).isInstanceOf(UserReading.Known.class);
  }

  @Test
  void nothingPersonalShowsInTheText() {
    assertThat(known(ada()).toString()).doesNotContainIgnoringCase("ada.lovelace", "contoso");
  }

  private static Map<String, Object> ada() {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", "https://login.microsoftonline.com/" + TID + "/v2.0");
    claims.put("tid", TID);
    claims.put("oid", OID);
    claims.put("sub", "pairwise");
    claims.put("name", "Ada Lovelace");
    claims.put("given_name", "Ada");
    claims.put("family_name", "Lovelace");
    claims.put("email", "Ada.Lovelace@Contoso.example");
    claims.put("preferred_username", "ada.lovelace@contoso.example");
    return claims;
  }

  private static Map<String, Object> with(String name, Object value) {
    Map<String, Object> claims = ada();
    claims.put(name, value);
    return claims;
  }

  private static UserReading read(Map<String, Object> claims) {
    return EntraUserReader.read(new EntraClaims(claims));
  }

  private static EntraUser known(Map<String, Object> claims) {
    return ((UserReading.Known) read(claims)).user();
  }
}
