package io.entrabroker.catalog.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogPeopleTest {

  @Test
  void administratorsAreNamedByWhatStandsBeforeTheAt() {
    CatalogPeople people =
        CatalogPeople.of(
                " Contoso.example", List.of("Grace@contoso.example", "ada@Contoso.Example"))
            .asOptional()
            .orElseThrow();

    assertThat(people.principalDomain()).isEqualTo("contoso.example");
    assertThat(people.adminAddresses())
        .containsExactly("ada@contoso.example", "grace@contoso.example");
    assertThat(people.adminNames()).containsExactly("ada", "grace");
  }

  @Test
  void withoutAdministratorsTheOnlyOneIsANameThatNobodyGets() {
    assertThat(
            CatalogPeople.of("contoso.example", List.of()).asOptional().orElseThrow().adminNames())
        .containsExactly("admin");
  }

  @Test
  void anAdministratorOfAnotherDomainIsRefusedSinceTheCatalogWouldLockThemOut() {
    assertThat(problem("contoso.example", "ada@fabrikam.example"))
        .contains("addresses of the domain contoso.example");
  }

  @Test
  void aDomainThatOnlyLooksAlikeIsAnotherOne() {
    assertThat(problem("contoso.example", "ada@contosoxexample")).contains("contoso.example");
  }

  @Test
  void whatIsNoDomainIsRefused() {
    assertThat(problem("contoso")).contains("such as contoso.com");
    assertThat(problem("")).contains("such as contoso.com");
    assertThat(problem("a.example\nx: y")).contains("such as contoso.com");
  }

  private static String problem(String domain, String... admins) {
    return CatalogPeople.of(domain, List.of(admins)).fold(people -> "", problem -> problem);
  }
}
