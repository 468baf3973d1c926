package io.entrabroker.catalog;

import static io.entrabroker.catalog.CatalogVersion.EMAIL_FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.catalog.CatalogEmail.Verdict;
import io.entrabroker.catalog.CatalogEmail.Verdict.Fine;
import io.entrabroker.catalog.CatalogEmail.Verdict.FineHere;
import io.entrabroker.catalog.CatalogEmail.Verdict.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogEmailTest {

  @ParameterizedTest
  @ValueSource(strings = {"a@b.cd", "ada.lovelace@contoso.example", "a_b%c+d-e@x-y.z9.example"})
  void everyVersionTakesAnOrdinaryAddress(String address) {
    for (CatalogVersion version : CatalogVersion.values()) {
      assertThat(CatalogEmail.check(address, version)).isEqualTo(new Fine());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o'brien@contoso.example",
        "jürgen@contoso.example",
        "ada@müller.example",
        "a#ext#@contoso.example",
        "a&b@contoso.example",
        "ada@contoso.e",
        "ada@contoso.ex4mple",
        "ada@contoso.example.",
      })
  void emailFirstRefusesWhatTheOthersTake(String address) {
    for (CatalogVersion version : CatalogVersion.values()) {
      Class<? extends Verdict> expected = version == EMAIL_FIRST ? Refused.class : FineHere.class;
      assertThat(CatalogEmail.check(address, version)).isInstanceOf(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "a@b.c",
        "ada@contoso",
        "@contoso.example",
        "ada@.",
        "a da@contoso.example",
        "ada@con toso.example",
        "ada@bob@contoso.example",
        "\"a@b\"@contoso.example",
      })
  void noVersionTakesWhatIsNoAddressOrHasTwoAts(String address) {
    for (CatalogVersion version : CatalogVersion.values()) {
      assertThat(CatalogEmail.check(address, version)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void anAddressHasSixTo127Characters() {
    String domain = "@contoso.example";
    String longest = "a".repeat(127 - domain.length()) + domain;

    assertThat(CatalogEmail.check(longest, EMAIL_FIRST)).isEqualTo(new Fine());
    assertThat(CatalogEmail.check("a" + longest, EMAIL_FIRST)).isInstanceOf(Refused.class);
    assertThat(CatalogEmail.check("a@b.cd", EMAIL_FIRST)).isEqualTo(new Fine());
  }

  @Test
  void theAnswersDoNotRepeatTheAddress() {
    Verdict finding = CatalogEmail.check("o'brien@contoso.example", CatalogVersion.V1_9);

    assertThat(finding.toString()).contains("email-first").doesNotContain("brien");
  }
}
