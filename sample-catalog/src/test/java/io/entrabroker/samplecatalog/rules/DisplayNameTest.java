package io.entrabroker.samplecatalog.rules;

import static io.entrabroker.samplecatalog.rules.Tokens.claims;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'name':'Ada L','given_name':'A'}                      | Ada L
          {'name':' ','displayName':'Ada L'}                     | Ada L
          {'displayname':' Ada L '}                              | Ada L
          {'given_name':'Ada','family_name':'Lovelace'}          | Ada Lovelace
          {'firstname':'Ada'}                                    | Ada
          {'lastname':'Lovelace'}                                | Lovelace
          {'preferred_username':'ada','email':'a@b.c','sub':'1'} | ~~
          """)
  void atTheCallback(String json, String expected) {
    assertThat(DisplayName.atCallback(claims(json)).orElse("")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'name':'Ada L','preferred_username':'ada'}            | Ada L
          {'given_name':'Ada','family_name':'Lovelace'}          | Ada Lovelace
          {'preferred_username':'ada@b.c','email':'x@y.z'}       | ada
          {'email':'ada.l@b.c','sub':'1'}                        | ada.l
          {'sub':'1'}                                            | 1
          {}                                                     | ~~
          """)
  void inTheSignUpForm(String json, String expected) {
    assertThat(DisplayName.inSignUpForm(claims(json))).isEqualTo(expected);
  }
}
