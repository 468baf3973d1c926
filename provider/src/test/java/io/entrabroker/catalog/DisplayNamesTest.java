package io.entrabroker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=Ada L; given_name=Ada             | Ada L        | Ada L",
        "name= ; displayName=Ada D               | Ada D        | u",
        "displayname=Ada D                       | Ada D        | u",
        "given_name=Ada; family_name=Lovelace    | Ada Lovelace | Ada Lovelace",
        "givenname=Ada; familyname=Lovelace      | Ada Lovelace | Ada Lovelace",
        "firstname=Ada; lastname=Lovelace        | Ada Lovelace | Ada Lovelace",
        "given_name=Ada                          | Ada          | Ada",
        "family_name=Lovelace                    | Lovelace     | Lovelace",
        "                                        | ''           | u",
      })
  void theTwoKindsOfClientLookInDifferentPlaces(String texts, String atCallback, String inForm) {
    CatalogClaims claims = claims(texts + "; preferred_username=u@x; email=e@x; sub=s");

    assertThat(DisplayNames.atCallback(claims).orElse("")).isEqualTo(atCallback);
    assertThat(DisplayNames.inSignUpForm(claims)).isEqualTo(inForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"email=e@x; sub=s | e", "sub=s | s", "x=y | ''"})
  void theFormEndsWithAddressAndSubject(String texts, String inForm) {
    assertThat(DisplayNames.inSignUpForm(claims(texts))).isEqualTo(inForm);
  }

  private static CatalogClaims claims(String texts) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String text : texts.split(";")) {
      String[] parts = text.split("=", 2);
      if (parts.length == 2) {
        values.put(parts[0].strip(), parts[1]);
      }
    }
    return CatalogClaims.of(values);
  }
}
