package io.entrabroker.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.diagnostics.AadstsCode.Place;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AadstsCodeTest {

  /** Codes that people who connect an application to Entra have met. */
  private static final List<Integer> TO_BE_EXPLAINED =
      List.of(
          50011, 500113, 700016, 700038, 700011, 70001, 7000112, 1000031, 90002, 90038, 900439,
          900382, 900432, 50194, 90124, 90130, 9002332, 9001023, 500208, 7000215, 7000222, 7000218,
          7000216, 700025, 90023, 9002325, 9002326, 9002327, 700027, 700024, 700030, 50012, 50048,
          700021, 70021, 700211, 700212, 700213, 700229, 54005, 70008, 700005, 501481, 50147,
          501491, 70000, 700082, 700084, 50173, 50132, 50133, 50089, 70043, 50057, 50034, 51004,
          16003, 50014, 50020, 90072, 16000, 500212, 500213, 500021, 500022, 50105, 65001, 65004,
          90094, 90095, 90008, 650052, 650053, 650056, 650057, 65005, 500011, 50001, 70011, 28002,
          28003, 700022, 700023, 70003, 70005, 700051, 700054, 70007, 900144, 90014, 900561, 90056,
          901002, 50058, 50076, 50079, 50074, 50072, 50078, 50158, 53000, 53001, 53002, 53003,
          530032, 530034, 530035, 50005, 50097, 50131, 53011, 50053, 50055, 50056, 50126, 50144,
          50196, 50049, 50042, 50043, 90033, 90006, 90024, 90055, 90090, 50033, 50087, 28000,
          530003);

  static Stream<AadstsCode> codes() {
    return AadstsCode.all().stream();
  }

  @Test
  void everyCodeThatPeopleMeetIsExplained() {
    assertThat(codes().map(AadstsCode::number)).containsAll(TO_BE_EXPLAINED);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyEntryIsInWholeSentencesForAdministrators(AadstsCode code) {
    assertThat(code.whatHappened()).matches("[A-Z].{15,200}\\.");
    assertThat(code.remedy().how()).matches("[A-Z].{6,300}\\.");
    assertThat(code.explanation()).doesNotContain("  ", "Azure", "{", "TODO").hasSizeLessThan(500);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void anAdministratorIsToldWhereToGo(AadstsCode code) {
    boolean hasPlace =
        code.remedy().how().matches("(?s).*( > |Scopes|Authority|Domain|local|proxy).*");

    assertThat(code.remedy().who() != Remedy.Who.ENTRA_ADMINISTRATOR || hasPlace)
        .as(code.remedy().how())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void whoeverHasToActIsNotToldToTryAgain(AadstsCode code) {
    if (code.nextStep() == NextStep.SET_UP) {
      assertThat(code.remedy().who()).isNotEqualTo(Remedy.Who.PERSON);
    }
    if (code.nextStep() == NextStep.SIGN_IN_AGAIN) {
      assertThat(code.remedy().who()).isEqualTo(Remedy.Who.PERSON);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {90002, 90038, 900382, 900432, 900439, 50049})
  void theWrongCloudIsToldByItsHost(int number) {
    assertThat(AadstsCode.of(number).orElseThrow().remedy().how())
        .containsAnyOf("Authority", "cloud");
  }

  @ParameterizedTest
  @ValueSource(ints = {50011, 500113})
  void whatMicrosoftKeepsToItselfStaysThere(int number) {
    assertThat(AadstsCode.of(number).orElseThrow().place()).isEqualTo(Place.MICROSOFT);
  }

  @Test
  void aNumberThatNobodyKnowsIsSaidToBeUnknown() {
    MicrosoftError unknown = MicrosoftError.read("invalid_request", "AADSTS999999: x");

    assertThat(unknown.entry()).isEmpty();
    assertThat(unknown.explanation()).contains("not in our table");
    assertThat(unknown.nextStep()).isEqualTo(NextStep.TRY_AND_TELL);
    assertThat(MicrosoftError.read("invalid_request", "").explanation()).contains("no number");
  }
}
