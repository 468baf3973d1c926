package io.entrabroker.operations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollbackTest {
  private static final String FILE =
      "{\"catalog\":\"ADDRESS\",\"settings\":{\"authenticationConfiguration\":{},"
          + "\"authorizerConfiguration\":{}}}";

  private static boolean isOf(String written, String asked) {
    return Rollback.parse(FILE.replace("ADDRESS", written))
        .asOptional()
        .orElseThrow()
        .isOf(URI.create(asked));
  }

  @ParameterizedTest
  @CsvSource({
    "https://om.example, https://om.example",
    "https://om.example, https://om.example/",
    "https://om.example:443, HTTPS://OM.example",
    "http://om.example/catalog/, http://om.example:80/catalog"
  })
  void theSameCatalogMayBeWrittenInOtherWays(String written, String asked) {
    assertThat(isOf(written, asked)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example, https://om.example",
    "http://om.example, https://om.example",
    "https://om.example:8443, https://om.example",
    "https://om.example/a, https://om.example/b",
    "https://om.example@evil.example, https://om.example",
    "https://om.example/?x, https://om.example"
  })
  void anotherCatalogIsAnother(String written, String asked) {
    assertThat(isOf(written, asked)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "om.example", "ftp://om.example", "https://om|example", "http://"})
  void withoutAnAddressItIsNoRollbackFile(String address) {
    assertThat(Rollback.parse(FILE.replace("ADDRESS", address)).asOptional()).isEmpty();
  }
}
