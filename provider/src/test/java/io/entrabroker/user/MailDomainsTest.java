package io.entrabroker.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  private static MailDomains read(String text) {
    return MailDomains.parse(text).asOptional().orElseThrow();
  }

  private static String problem(String text) {
    return MailDomains.parse(text).fold(Object::toString, problem -> problem);
  }
}
