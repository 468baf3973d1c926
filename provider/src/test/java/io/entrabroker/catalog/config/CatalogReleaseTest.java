package io.entrabroker.catalog.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.catalog.CatalogVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogReleaseTest {

  @ParameterizedTest(name = "{0} is {1} and reads tokens as {2}")
  @CsvSource({
    "1.8, 1.8.0, V1_8",
    "1.8.12, 1.8.12, V1_8",
    "1.9, 1.9.0, V1_9",
    "' v1.13.1 ', 1.13.1, V1_9",
    "1.99.0, 1.99.0, V1_9",
    "2.0.3, 2.0.3, V2_0",
    "2.1, 2.1.0, EMAIL_FIRST",
    "3.0, 3.0.0, EMAIL_FIRST",
    "Email-First, 2.1.0, EMAIL_FIRST"
  })
  void aReleaseIsReadAsPeopleWriteIt(String written, String release, CatalogVersion version) {
    CatalogRelease read = CatalogRelease.parse(written).asOptional().orElseThrow();

    assertThat(read).hasToString(release);
    assertThat(read.version()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "latest", "1", "1.9.x", "1.9.0.1", "-1.9", "1.9999"})
  void whatIsNoReleaseIsRefusedWithAnExample(String written) {
    assertThat(CatalogRelease.parse(written).<String>fold(release -> "", problem -> problem))
        .contains("such as 1.12.3");
  }

  @Test
  void aReleaseWhoseTokensNobodyKnowsIsRefused() {
    assertThat(CatalogRelease.parse("1.7.5").<String>fold(release -> "", problem -> problem))
        .contains("1.7.5 is too old", "from 1.8.0 on");
  }

  @ParameterizedTest
  @EnumSource
  void theFirstReleaseOfAVersionIsOfThatVersion(CatalogVersion version) {
    assertThat(CatalogRelease.firstOf(version).version()).isEqualTo(version);
  }

  @Test
  void settingsAreKeptInTheDatabaseSince1_10() {
    assertThat(ExampleCatalog.confidential("1.9.99").release().keepsSettingsInDatabase()).isFalse();
    assertThat(ExampleCatalog.confidential("1.10").release().keepsSettingsInDatabase()).isTrue();
  }
}
