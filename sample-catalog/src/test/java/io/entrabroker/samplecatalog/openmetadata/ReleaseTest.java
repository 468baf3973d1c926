package io.entrabroker.samplecatalog.openmetadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.samplecatalog.rules.Band;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {

  @ParameterizedTest
  @CsvSource({
    "1.8.0, V1_8",
    "1.8.99, V1_8",
    "1.9.0, V1_9",
    "1.13.1, V1_9",
    "2.0.0, V2_0",
    "2.1.0, EMAIL_FIRST"
  })
  void aReleaseBelongsToABand(String release, Band band) {
    assertThat(Release.of(release).band()).isEqualTo(band);
    assertThat(Release.of(release)).hasToString(release);
  }

  @ParameterizedTest
  @EnumSource
  void theNewestReleaseOfABandIsOfThatBand(Band band) {
    assertThat(Release.newestOf(band).band()).isEqualTo(band);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.9", "latest", "v1.9.0", "1.7.5"})
  void whatIsNoReleaseFrom18OnIsRefused(String text) {
    assertThatThrownBy(() -> Release.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("release: ");
  }
}
