package io.entrabroker.samplecatalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTargetTest {
  private static final URI CATALOG = URI.create("http://localhost:8585");

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8585/auth/callback, http://localhost:8585/auth/callback",
    "HTTP://LOCALHOST:8585/x?y=z, HTTP://LOCALHOST:8585/x?y=z",
    "/auth/callback, http://localhost:8585/auth/callback"
  })
  void theCatalogsOwnAddressesAreTargets(String text, String target) {
    assertThat(RedirectTarget.within(CATALOG, text)).contains(URI.create(target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:8585/auth/callback",
        "http://localhost:8586/auth/callback",
        "http://localhost:8585@evil.example/",
        "http://localhost:8585.evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "javascript:alert(1)",
        "http://local host/"
      })
  void everythingElseIsNot(String text) {
    assertThat(RedirectTarget.within(CATALOG, text)).isEmpty();
  }
}
