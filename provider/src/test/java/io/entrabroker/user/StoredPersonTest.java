package io.entrabroker.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.user.PreviousProvider.LinksBy;
import io.entrabroker.user.StoredPerson.Verification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredPersonTest {

  @ParameterizedTest
  @CsvSource({
    "ada, ada@contoso.example, true",
    "'', ada@contoso.example, false",
    "ada, '', false",
    "'', '', false"
  })
  void nameAndAddressInTheCatalogAreGivenTogether(String name, String email, boolean given) {
    StoredPerson person = new StoredPerson("a", "b", Verification.PROVEN, name, email);

    assertThat(person.hasCatalogIdentity()).isEqualTo(given);
  }

  @Test
  void onlyKeycloaksOwnWordProvesAnAddress() {
    assertThat(new StoredPerson("a", "b", Verification.PROVEN, "", "").isProven()).isTrue();
    assertThat(new StoredPerson("a", "b", Verification.NOT_PROVEN, "", "").isProven()).isFalse();
  }

  @Test
  void nothingPersonalShowsInTheText() {
    assertThat(new StoredPerson("ada", "ada@x", Verification.PROVEN, "ada", "ada@x"))
        .hasToString("StoredPerson[***]");
    assertThat(Claims.ofAda().known())
        .hasToString("EntraUser[" + Claims.TID + ":" + Claims.OID + "]");
    assertThat(Claims.ofAda().known().name()).hasToString("PersonName[***]");
    assertThat(EmailAddress.parse("ada@contoso.example").orElseThrow())
        .hasToString("EmailAddress[***]");
  }

  @Test
  void whoeverHasNoPreviousProviderHasNoLinkThere() {
    EntraUser ada = Claims.ofAda().known();

    assertThat(PreviousProvider.none().linkOf(ada)).isEmpty();
    assertThat(new PreviousProvider("old", LinksBy.NOTHING).linkOf(ada)).isEmpty();
    assertThat(new PreviousProvider("old", LinksBy.OBJECT_ID).linkOf(ada))
        .contains(new LinkId("old", Claims.OID));
    assertThat(new PreviousProvider("old", LinksBy.SUBJECT).linkOf(ada))
        .contains(new LinkId("old", "pairwise"));
  }

  @Test
  void aPersonsAttributesAreIdsAndTheirPrincipalName() {
    assertThat(UserAttribute.of(Claims.ofAda().known()))
        .isEqualTo(
            Map.of(
                "entra_oid", Claims.OID,
                "entra_tid", Claims.TID,
                "entra_upn", "ada.lovelace@contoso.example"));
    assertThat(UserAttribute.of(Claims.ofAda().without("preferred_username").known()))
        .isEqualTo(Map.of("entra_oid", Claims.OID, "entra_tid", Claims.TID));
  }
}
