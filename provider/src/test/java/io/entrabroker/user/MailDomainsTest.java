package io.entrabroker.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.claims.EntraClaims;
import io.entrabroker.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailDomainsTest {

  @Test
  void domainsAreReadInTheirOrder() {
    assertThat(read("@Contoso.com, fabrikam.com;mail.contoso.com\n a.de ,").names())
        .containsExactly("contoso.com", "fabrikam.com", "mail.contoso.com", "a.de");
  }

  @Test
  void nothingIsNoDomain() {
    assertThat(read(" ")).isEqualTo(MailDomains.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"contoso", "*.contoso.com", "ada@contoso.com", "contoso.com/", "münchen.de"})
  void whatIsNoDomainIsRefused(String text) {
    assertThat(problem("contoso.com, " + text)).contains("not a mail domain: write names such as");
  }

  @Test
  void aNameOfThousandsOfLabelsIsRefusedLikeAnyOther() {
    assertThat(problem("a.".repeat(5_000) + "example")).contains("not a mail domain");
    assertThat(problem("a.".repeat(124) + "toolong")).contains("not a mail domain");
    assertThat(read("a.".repeat(123) + "exactly").names()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gmail.com", "OUTLOOK.com", "@gmx.de"})
  void aDomainThatIsOpenToEverybodyIsRefused(String text) {
    assertThat(problem(text)).contains("gives mailboxes to everybody");
  }

  @Test
  void aSubdomainIsAnotherDomain() {
    MailDomains domains = read("contoso.com");

    assertThat(List.of("a@contoso.com", "a@mail.contoso.com", "a@xcontoso.com"))
        .extracting(text -> domains.contain(EmailAddress.parse(text).orElseThrow()))
        .containsExactly(true, false, false);
  }

  @Test
  void aDomainOfATenantTrustsNoOther() {
    TenantId contoso = new TenantId(new UUID(1, 1));
    TenantId fabrikam = new TenantId(new UUID(2, 2));
    MailDomains domains = read("contoso.com=" + contoso + ", shared.com=" + contoso + " plain.com");
    EmailAddress address = EmailAddress.parse("ada@contoso.com").orElseThrow();

    assertThat(domains.contain(address)).isTrue();
    assertThat(domains.contain(address, Optional.of(contoso))).isTrue();
    assertThat(domains.contain(address, Optional.of(fabrikam))).isFalse();
    assertThat(domains.contain(address, Optional.empty())).isFalse();
    assertThat(domains.haveNoOwner()).isTrue();
    assertThat(read("contoso.com=" + contoso).haveNoOwner()).isFalse();
  }

  @Test
  void anotherTenantsMemberWithAnAddressOfOursIsNotBelievedAndNotAskedToProveIt() {
    TenantId contoso = TenantId.parse("0f9e8d7c-6b5a-4948-8372-61504f3e2d1c").orElseThrow();
    String stranger = "11111111-2222-4333-8444-555555555555";
    PersonRules rules = PersonRules.strict(read("contoso.example=" + contoso));

    assertThat(email(rules, contoso.toString())).isEqualTo(EmailTrust.LISTED_DOMAIN);
    assertThat(email(rules, stranger)).isEqualTo(EmailTrust.CLAIMED);
  }

  private static EmailTrust email(PersonRules rules, String tenant) {
    EntraClaims claims =
        new EntraClaims(
            Map.of(
                "tid", tenant,
                "oid", "00000000-0000-4000-8000-00000000ada0",
                "sub", "subject",
                "email", "ada.lovelace@contoso.example"));
    EmailReading reading = new EmailReader(claims, AccountKind.MEMBER, rules).read();
    return ((EmailReading.Found) reading).trust();
  }

  private static MailDomains read(String text) {
    return MailDomains.parse(text).asOptional().orElseThrow();
  }

  private static String problem(String text) {
    return MailDomains.parse(text).fold(Object::toString, problem -> problem);
  }
}
