package io.entrabroker.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.signin.Rejection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTest {

  @Test
  void everyCodeIsThereOnceAlsoAmongRefusals() {
    Stream<String> findings = Stream.of(Finding.values()).map(Finding::code);
    Stream<String> refusals = Stream.of(Rejection.values()).map(Rejection::code);

    assertThat(Stream.concat(findings, refusals)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Finding.class)
  void everyFindingSaysInSentencesWhatItIsAndWhatToDo(Finding finding) {
    assertThat(finding.code()).matches("ENTRA5\\d{3}");
    assertThat(finding.whatWasFound()).matches("[A-Z].*\\.");
    assertThat(finding.whatToDo()).matches("[A-Z].*\\.").isNotEqualTo(finding.whatWasFound());
  }
}
