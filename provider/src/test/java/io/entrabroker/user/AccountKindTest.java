package io.entrabroker.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountKindTest {

  private static final String MICROSOFTS_PERSONAL_TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad";

  @Test
  void whoeverNothingSpeaksAgainstIsAMember() {
    assertThat(kind(Claims.ofAda())).isEqualTo(AccountKind.MEMBER);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "-1", "guest", "''"})
  void anyStatusButZeroIsAGuests(String status) {
    assertThat(kind(Claims.ofAda().with("acct", status))).isEqualTo(AccountKind.GUEST);
  }

  @Test
  void theStatusMayBeANumberOrAText() {
    assertThat(kind(Claims.ofAda().with("acct", 1))).isEqualTo(AccountKind.GUEST);
    assertThat(kind(Claims.ofAda().with("acct", 0))).isEqualTo(AccountKind.MEMBER);
    assertThat(kind(Claims.ofAda().with("acct", " 0 "))).isEqualTo(AccountKind.MEMBER);
    assertThat(kind(Claims.ofAda().with("acct", List.of(0)))).isEqualTo(AccountKind.GUEST);
  }

  @Test
  void aMemberWhoWasInvitedFromElsewhereIsAMember() {
    assertThat(kind(Claims.ofAda().with("acct", 0).with("idp", "live.com")))
        .isEqualTo(AccountKind.MEMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "live.com",
        "mail",
        "google.com",
        "https://sts.windows.net/11111111-2222-4333-8444-555555555555/",
        "https://sts.windows.net/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c",
        "https://sts.windows.net.evil/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/"
      })
  void whoeverSignsInElsewhereIsAGuest(String home) {
    assertThat(kind(Claims.ofAda().with("idp", home))).isEqualTo(AccountKind.GUEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.microsoftonline.com/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/v2.0",
        "https://sts.windows.net/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/"
      })
  void whoeverSignsInHereIsAMember(String home) {
    assertThat(kind(Claims.ofAda().with("idp", home))).isEqualTo(AccountKind.MEMBER);
  }

  @Test
  void anOddHomeIsElsewhere() {
    assertThat(kind(Claims.ofAda().with("idp", List.of("live.com")))).isEqualTo(AccountKind.GUEST);
    assertThat(kind(Claims.ofAda().without("iss").with("idp", ""))).isEqualTo(AccountKind.GUEST);
  }

  @ParameterizedTest
  @CsvSource({
    "upn,bob_fabrikam.example#EXT#@contoso.example",
    "upn,bob_fabrikam.example#ext#@contoso.example",
    "upn,bob_fabrikam.example_EXT_@contoso.example",
    "preferred_username,bob_fabrikam.example#EXT#@contoso.example",
    "unique_name,live.com#bob#EXT#@contoso.example"
  })
  void aGuestIsKnownByTheName(String claim, String name) {
    assertThat(kind(Claims.ofAda().with("upn", "bob@fabrikam.example").with(claim, name)))
        .isEqualTo(AccountKind.GUEST);
  }

  @Test
  void aNameThatOnlyLooksAlikeIsAMembers() {
    assertThat(kind(Claims.ofAda().with("upn", "next_ext_team@contoso.example")))
        .isEqualTo(AccountKind.MEMBER);
  }

  @Test
  void theTenantOfPersonalAccountsHasOnlyThose() {
    assertThat(kind(Claims.ofAda().with("tid", MICROSOFTS_PERSONAL_TENANT).with("acct", 0)))
        .isEqualTo(AccountKind.PERSONAL);
    assertThat(
            kind(Claims.ofAda().with("tid", MICROSOFTS_PERSONAL_TENANT.toUpperCase(Locale.ROOT))))
        .isEqualTo(AccountKind.PERSONAL);
  }

  @Test
  void anApplicationSaysSoOrIsItsOwnSubject() {
    assertThat(kind(Claims.ofAda().with("idtyp", "app"))).isEqualTo(AccountKind.APPLICATION);
    assertThat(kind(Claims.ofAda().with("sub", Claims.OID))).isEqualTo(AccountKind.APPLICATION);
    assertThat(kind(Claims.ofAda().with("sub", Claims.OID.toUpperCase(Locale.ROOT))))
        .isEqualTo(AccountKind.APPLICATION);
    assertThat(kind(Claims.ofAda().with("idtyp", "user"))).isEqualTo(AccountKind.MEMBER);
  }

  private static AccountKind kind(Claims claims) {
    return AccountKind.of(claims.read());
  }
}
