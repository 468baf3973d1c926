package io.entrabroker.catalog.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.Parsed;
import io.entrabroker.catalog.ClientKind;
import io.entrabroker.catalog.config.RealmFacts.RegisteredClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogRequestTest {

  private static final RealmAddress REALM =
      new RealmAddress(URI.create("https://login.contoso.com/realms/openmetadata"), 36_000);
  private static final String CATALOG = "https://catalog.contoso.com";

  private static final RegisteredClient WEB =
      new RegisteredClient(ExampleCatalog.CONFIDENTIAL, true, CATALOG);
  private static final RegisteredClient SPA =
      new RegisteredClient(ExampleCatalog.PUBLIC, false, CATALOG);

  private static final RealmFacts FACTS = facts(List.of(WEB, SPA));

  @Test
  void whatNobodyWritesIsTakenFromTheRealm() {
    CatalogSettings settings = read(CatalogRequest.ofTheRealm(), FACTS);

    assertThat(settings.release()).hasToString("1.9.0");
    assertThat(settings.client()).isEqualTo(ExampleCatalog.CONFIDENTIAL);
    assertThat(settings.place().url()).hasToString(CATALOG);
    assertThat(settings.people().principalDomain()).isEqualTo("contoso.com");
    assertThat(settings.realm()).isEqualTo(REALM);
  }

  @Test
  void whatSomebodyWritesCounts() {
    CatalogRequest request =
        new CatalogRequest(
            "public",
            "2.0.1",
            "https://data.contoso.com/",
            "fabrikam.com",
            "ada@fabrikam.com, grace@fabrikam.com");

    CatalogSettings settings = read(request, FACTS);

    assertThat(settings.release()).hasToString("2.0.1");
    assertThat(settings.client().kind()).isEqualTo(ClientKind.PUBLIC);
    assertThat(settings.place().callback()).hasToString("https://data.contoso.com/callback");
    assertThat(settings.people().adminNames()).containsExactly("ada", "grace");
    assertThat(settings.people().principalDomain()).isEqualTo("fabrikam.com");
  }

  @Test
  void aDisabledClientIsTakenIfItIsAskedForSinceItMayBeEnabledLater() {
    assertThat(read(new CatalogRequest("public", "", "", "", ""), FACTS).client())
        .isEqualTo(ExampleCatalog.PUBLIC);
  }

  @Test
  void whereNoClientIsEnabledSomebodyHasToSayWhich() {
    RegisteredClient disabled = new RegisteredClient(ExampleCatalog.CONFIDENTIAL, false, CATALOG);

    assertThat(problem(CatalogRequest.ofTheRealm(), facts(List.of(disabled, SPA))))
        .contains("Neither openmetadata-web nor openmetadata-spa is enabled");
  }

  @Test
  void whereBothAreEnabledSomebodyHasToSayWhich() {
    RegisteredClient enabled = new RegisteredClient(ExampleCatalog.PUBLIC, true, CATALOG);

    assertThat(problem(CatalogRequest.ofTheRealm(), facts(List.of(WEB, enabled))))
        .contains("flow=public or flow=confidential");
  }

  @Test
  void aMissingClientIsNamed() {
    assertThat(problem(new CatalogRequest("public", "", "", "", ""), facts(List.of(WEB))))
        .contains("no public client", "create openmetadata-spa");
  }

  @Test
  void anUnknownFlowIsAnsweredWithBoth() {
    assertThat(problem(new CatalogRequest("both", "", "", "", ""), FACTS))
        .isEqualTo("flow: write public or confidential.");
  }

  @Test
  void withoutAnIdentityProviderSomebodyHasToSayWhichRelease() {
    RealmFacts facts =
        new RealmFacts(REALM, List.of(WEB), Optional.empty(), List.of("contoso.com"));

    assertThat(problem(CatalogRequest.ofTheRealm(), facts)).contains("such as 1.12.3");
  }

  @Test
  void withoutAMailDomainSomebodyHasToWriteOne() {
    RealmFacts facts =
        new RealmFacts(REALM, List.of(WEB), Optional.of(CatalogRelease.V1_9), List.of());

    assertThat(problem(CatalogRequest.ofTheRealm(), facts)).contains("Principal domain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catalog",
        "ftp://catalog.contoso.com",
        "https://",
        "https://user@catalog.contoso.com",
        "https://catalog.contoso.com?x",
        "https://catalog.contoso.com#x",
        "https://catalog.contoso.com/\nx: y",
        "${authBaseUrl}"
      })
  void whatIsNoAddressOfACatalogIsRefusedWithAnExample(String url) {
    assertThat(problem(new CatalogRequest("", "", url, "", ""), FACTS))
        .contains("such as https://catalog.contoso.com");
  }

  private static RealmFacts facts(List<RegisteredClient> clients) {
    return new RealmFacts(
        REALM, clients, Optional.of(CatalogRelease.V1_9), List.of("contoso.com", "contoso.org"));
  }

  private static CatalogSettings read(CatalogRequest request, RealmFacts facts) {
    Parsed<CatalogSettings> read = request.read(facts);
    return read.asOptional()
        .orElseThrow(() -> new AssertionError(read.fold(settings -> "", problem -> problem)));
  }

  private static String problem(CatalogRequest request, RealmFacts facts) {
    return request.read(facts).fold(settings -> "", problem -> problem);
  }
}
