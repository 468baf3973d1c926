package io.entrabroker.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.user.UserReading.Reason;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntraUserReaderTest {

  @Test
  void aMemberIsKnownByTenantAndObjectId() {
    EntraUser ada = Claims.ofAda().with("sid", "session-1").with("upn", "ada@contoso").known();

    assertThat(ada.key()).hasToString(Claims.TID + ":" + Claims.OID);
    assertThat(ada.subject()).isEqualTo("pairwise");
    assertThat(ada.sessionId()).isEqualTo("session-1");
    assertThat(ada.kind()).isEqualTo(AccountKind.MEMBER);
    assertThat(ada.name()).isEqualTo(new PersonName("Ada", "Lovelace"));
    assertThat(ada.upn()).isEqualTo("ada@contoso");
  }

  @Test
  void idsAreComparedInLowerCase() {
    assertThat(Claims.ofAda().with("oid", Claims.OID.toUpperCase(Locale.ROOT)).known().key())
        .isEqualTo(Claims.ofAda().known().key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tid", "oid", "sub"})
  void whoeverIsNotIdentifiedIsNobody(String claim) {
    assertThat(Claims.ofAda().without(claim).reading())
        .isEqualTo(new UserReading.Unusable(Reason.NO_IDENTITY));
  }

  @Test
  void withoutSessionIdAndPrincipalNameBothAreEmpty() {
    EntraUser ada = Claims.ofAda().without("preferred_username").known();

    assertThat(ada.sessionId()).isEmpty();
    assertThat(ada.upn()).isEmpty();
  }

  @Test
  void thePrincipalNameOfAnOlderTokenIsItsUniqueName() {
    assertThat(
            Claims.ofAda()
                .without("preferred_username")
                .with("unique_name", "ada@old")
                .known()
                .upn())
        .isEqualTo("ada@old");
    assertThat(Claims.ofAda().with("unique_name", "ada@old").known().upn())
        .isEqualTo("ada.lovelace@contoso.example");
  }

  @ParameterizedTest
  @CsvSource({
    "acct,1,GUEST",
    "tid,9188040d-6c67-4c5b-b112-36a304b66dad,PERSONAL",
    "idtyp,app,APPLICATION"
  })
  void membersOnlyUnlessToldOtherwise(String claim, String value, AccountKind kind) {
    Claims claims = Claims.ofAda().with(claim, value);

    assertThat(claims.reading()).isEqualTo(new UserReading.Unusable(Reason.valueOf(kind.name())));
    assertThat(claims.known().kind()).isEqualTo(kind);
    PersonRules admitting = new PersonRules(Claims.CONTOSO, EmailSource.MAIL, Set.of(kind));
    assertThat(EntraUserReader.read(Claims.ofAda().read(), admitting))
        .isInstanceOf(UserReading.Unusable.class);
  }

  @Test
  void nothingPersonalShowsInTheText() {
    EntraUser ada = Claims.ofAda().known();

    assertThat(ada + " " + ada.name() + " " + ada.email())
        .doesNotContainIgnoringCase("lovelace", "contoso.example");
  }
}
