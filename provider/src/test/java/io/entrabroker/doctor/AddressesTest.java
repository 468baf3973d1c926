package io.entrabroker.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "https://catalog.contoso.com, https://catalog.contoso.com",
    "https://Catalog.contoso.com:8443/om/, https://catalog.contoso.com:8443",
    "'', ''",
    "catalog, ''",
    "https://catalog .com, ''"
  })
  void theOriginIsSchemeAndAuthority(String root, String origin) {
    assertThat(Addresses.stored(root, List.of(), List.of(), List.of()).origin()).isEqualTo(origin);
  }

  @Test
  void aSlashTooManyIsWhatKeycloakMakesOfIt() {
    Addresses addresses =
        Addresses.stored("https://catalog/", List.of("/callback"), List.of(), List.of("-"));

    assertThat(addresses.root()).isEqualTo("https://catalog");
    assertThat(addresses.redirects()).containsExactly("https://catalog//callback");
    assertThat(addresses.afterSignOut()).isEmpty();
  }

  @Test
  void plusAddsTheRedirectUrisToWhatElseIsWritten() {
    Addresses addresses =
        Addresses.stored(
            "https://catalog", List.of("/a"), List.of(), List.of("+", "https://catalog/b"));

    assertThat(addresses.afterSignOut())
        .containsExactlyInAnyOrder("https://catalog/a", "https://catalog/b");
  }
}
