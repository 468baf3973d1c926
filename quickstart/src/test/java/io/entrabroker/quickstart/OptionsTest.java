package io.entrabroker.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OptionsTest {
  @Test
  void withoutOptionsItRunsOnTheUsualPorts() {
    assertThat(Options.parse(List.of()))
        .isEqualTo(new Options(Options.Purpose.RUN, new Options.Ports(8080, 8585, 9090)));
  }

  @Test
  void portsAreTakenInBothSpellings() {
    assertThat(
            Options.parse(
                List.of(
                    "--keycloak-port=1", "--check", "--catalog-port", "2", "--simulator-port=3")))
        .isEqualTo(new Options(Options.Purpose.CHECK, new Options.Ports(1, 2, 3)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --chekc                             | Unknown option --chekc
          --check=yes                         | Unknown option --check
          anything                            | Unknown option anything
          --catalog-port                      | --catalog-port needs a port after it
          --catalog-port=0                    | --catalog-port needs a port from 1 to 65535, not 0
          --catalog-port=65536                | --catalog-port needs a port from 1 to 65535
          --keycloak-port=eighty              | --keycloak-port needs a port from 1 to 65535
          --keycloak-port=9090                | need three different ports
          """)
  void whatCannotBeReadIsNamed(String argument, String message) {
    assertThatThrownBy(() -> Options.parse(List.of(argument)))
        .isInstanceOf(UsageProblem.class)
        .hasMessageContaining(message);
  }
}
