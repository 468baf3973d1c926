package io.entrabroker.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameAncestorsTest {

  private static final String CATALOG = "https://catalog.contoso.com";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frame-ancestors 'self' https://catalog.contoso.com",
        "frame-src 'self'; frame-ancestors https://catalog.contoso.com/; object-src 'none'",
        "Frame-Ancestors https://CATALOG.contoso.com/some/path",
        "frame-ancestors https://*.contoso.com",
        "frame-ancestors https:",
        "frame-ancestors *",
        "frame-src 'self'",
        ""
      })
  void theCatalogMay(String policy) {
    assertThat(new FrameAncestors(policy, "").allow(CATALOG)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frame-ancestors 'self'",
        "frame-ancestors 'none'",
        "frame-ancestors",
        "frame-ancestors http://catalog.contoso.com",
        "frame-ancestors https://catalog.contoso.com:8443",
        "frame-ancestors https://*.example.com",
        "frame-ancestors https://catalog.contoso.com.example.com"
      })
  void theCatalogMayNot(String policy) {
    assertThat(new FrameAncestors(policy, "").allow(CATALOG)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SAMEORIGIN", "DENY"})
  void theOlderHeaderCountsOnlyWhereThePolicyIsSilent(String older) {
    assertThat(new FrameAncestors("", older).allow(CATALOG)).isFalse();
    assertThat(new FrameAncestors("frame-ancestors " + CATALOG, older).allow(CATALOG)).isTrue();
  }
}
