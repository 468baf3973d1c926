package io.entrabroker.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailReaderTest {

  private static final PersonRules WITH_UPN =
      new PersonRules(
          Claims.CONTOSO, EmailSource.MAIL_THEN_UPN, Set.of(AccountKind.MEMBER, AccountKind.GUEST));

  @Test
  void aMembersAddressInAListedDomainIsBelieved() {
    assertThat(Claims.ofAda().known().email())
        .isEqualTo(found("ada.lovelace@contoso.example", EmailTrust.LISTED_DOMAIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@fabrikam.example",
        "ada@mail.contoso.example",
        "ada@contoso.example.evil.com"
      })
  void anAddressElsewhereIsNotBelieved(String address) {
    assertThat(Claims.ofAda().with("email", address).known().email())
        .isEqualTo(found(address, EmailTrust.UNTRUSTED));
  }

  @Test
  void aGuestsAddressIsNotBelievedEvenInAListedDomain() {
    assertThat(Claims.ofAda().with("acct", 1).known().email())
        .isEqualTo(found("ada.lovelace@contoso.example", EmailTrust.CLAIMED));
  }

  @Test
  void aPersonalAccountsAddressIsNotBelievedEvenInAListedDomain() {
    assertThat(Claims.ofAda().with("tid", "9188040d-6c67-4c5b-b112-36a304b66dad").known().email())
        .isEqualTo(found("ada.lovelace@contoso.example", EmailTrust.CLAIMED));
  }

  @Test
  void whatTheDomainsOwnerVouchesForIsBelieved() {
    for (Object yes : List.of(true, 1, "1", "true", "True")) {
      assertThat(bobs().with("xms_edov", yes).known().email())
          .as("%s", yes)
          .isEqualTo(found("bob@fabrikam.example", EmailTrust.VOUCHED));
    }
  }

  @Test
  void anythingButAYesVouchesForNothing() {
    for (Object no : List.of(false, 0, "0", "false", "yes", "", 2, List.of(true), Map.of("a", 1))) {
      assertThat(bobs().with("xms_edov", no).known().email())
          .as("%s", no)
          .isEqualTo(found("bob@fabrikam.example", EmailTrust.UNTRUSTED));
    }
  }

  @Test
  void aVerifiedPrimaryAddressIsBelievedIfItIsTheSame() {
    Claims same =
        bobs().with("verified_primary_email", List.of("x@y.example", "BOB@fabrikam.example"));
    Claims other = bobs().with("verified_primary_email", List.of("other@fabrikam.example"));

    assertThat(same.known().email()).isEqualTo(found("bob@fabrikam.example", EmailTrust.VOUCHED));
    assertThat(other.known().email())
        .isEqualTo(found("bob@fabrikam.example", EmailTrust.UNTRUSTED));
  }

  @Test
  void theOneVerifiedPrimaryAddressStandsWhereThereIsNoOther() {
    Claims one =
        Claims.ofAda().without("email").with("verified_primary_email", List.of("a@b.example"));
    Claims two =
        Claims.ofAda()
            .without("email")
            .with("verified_primary_email", List.of("a@b.example", "c@b.example"));

    assertThat(one.known().email()).isEqualTo(found("a@b.example", EmailTrust.VOUCHED));
    assertThat(two.known().email()).isEqualTo(new EmailReading.Missing());
  }

  @Test
  void theUserPrincipalNameIsNoAddressUnlessToldOtherwise() {
    assertThat(Claims.ofAda().without("email").known().email())
        .isEqualTo(new EmailReading.Missing());
    assertThat(Claims.ofAda().without("email").known(WITH_UPN).email())
        .isEqualTo(found("ada.lovelace@contoso.example", EmailTrust.LISTED_DOMAIN));
  }

  @Test
  void ofTwoPrincipalNamesTheClaimUpnStands() {
    assertThat(
            Claims.ofAda()
                .without("email")
                .with("upn", "ada@contoso.example")
                .known(WITH_UPN)
                .email())
        .isEqualTo(found("ada@contoso.example", EmailTrust.LISTED_DOMAIN));
  }

  @Test
  void aPrincipalNameElsewhereIsNoAddress() {
    assertThat(
            Claims.ofAda()
                .without("email")
                .with("upn", "ada@contoso.onmicrosoft.example")
                .known(WITH_UPN)
                .email())
        .isEqualTo(new EmailReading.Missing());
  }

  @Test
  void aGuestsPrincipalNameIsNoAddress() {
    assertThat(Claims.ofAda().without("email").with("acct", 1).known(WITH_UPN).email())
        .isEqualTo(new EmailReading.Missing());
  }

  @Test
  void aPresentAddressIsNotReplacedByThePrincipalName() {
    assertThat(Claims.ofAda().with("email", "ä@contoso.example").known(WITH_UPN).email())
        .isEqualTo(new EmailReading.Unusable());
    assertThat(Claims.ofAda().with("email", List.of("ada@contoso.example")).known(WITH_UPN).email())
        .isEqualTo(new EmailReading.Unusable());
  }

  private static Claims bobs() {
    return Claims.ofAda().with("acct", 1).with("email", "Bob@fabrikam.example");
  }

  private static EmailReading found(String address, EmailTrust trust) {
    return new EmailReading.Found(EmailAddress.parse(address).orElseThrow(), trust);
  }
}
