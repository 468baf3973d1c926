package io.entrabroker.samplecatalog.rules;

import static io.entrabroker.samplecatalog.rules.Outcomes.refusal;
import static io.entrabroker.samplecatalog.rules.Outcomes.value;
import static io.entrabroker.samplecatalog.rules.Tokens.claims;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalResolutionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'preferred_username':'ada','email':'ada@contoso.example'}             | ada    | ada@contoso.example
          {'preferred_username':'ADA.L','email':'Ada@Contoso.Example'}           | ada.l  | ada@contoso.example
          {'preferred_username':'ada@one.example','email':'ada@contoso.example'} | ada    | ada@contoso.example
          {'Preferred_Username':'ada','EMAIL':'a@b.c'}                           | ada    | a@b.c
          {'preferred_username':'a+b_c','email':'@'}                             | a+b_c  | @
          """)
  void theMappingTakesOneClaimForEach(String json, String username, String email) {
    assertThat(value(ClaimMapping.recommended().resolve(claims(json))))
        .isEqualTo(new Principal(username, email));
  }

  @Test
  void versionsUpTo18KeepAMappedUsernameWhole() {
    var mapping = new ClaimMapping("upn", "email", UsernameForm.WHOLE);

    assertThat(value(mapping.resolve(claims("{'upn':'Ada@one.example','email':'a@b.c'}"))))
        .isEqualTo(new Principal("ada@one.example", "a@b.c"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'email':'a@b.c'}                                | Invalid JWT token, 'username' claim is not present
          {'preferred_username':'','email':'a@b.c'}        | Invalid JWT token, 'username' claim is not present
          {'preferred_username':['ada'],'email':'a@b.c'}   | Invalid JWT token, 'username' claim is not present
          {'preferred_username':null,'email':'a@b.c'}      | Invalid JWT token, 'username' claim is not present
          {'preferred_username':'ada','email':'ada'}       | Invalid JWT token, 'email' claim is not present or invalid : ada
          """)
  void theMappingRefuses(String json, String message) {
    assertThat(refusal(ClaimMapping.recommended().resolve(claims(json))))
        .isEqualTo(new Refusal(401, message));
  }

  @Test
  void theMappingNeedsAnEmail() {
    assertThat(refusal(ClaimMapping.recommended().resolve(claims("{'preferred_username':'a'}"))))
        .isEqualTo(
            new Refusal(401, "Invalid JWT token, 'email' claim is not present or invalid : "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      emptyValue = "",
      textBlock =
          """
          {'sub':'S1','preferred_username':'bob','email':'Ada@Contoso.example'} | ada | ada@contoso.example
          {'sub':'S1','preferred_username':'Bob'}                               | bob | bob@contoso.example
          {'sub':'S1'}                                                          | s1  | s1@contoso.example
          {'email':'','preferred_username':'bob'}                               | ~~  | @contoso.example
          """)
  void theOrderTakesTheFirstClaimThatExists(String json, String username, String email) {
    assertThat(value(ClaimOrder.standard("contoso.example").resolve(claims(json))))
        .isEqualTo(new Principal(username, email));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'name':'Ada'}
          {'email':null,'preferred_username':'bob'}
          {'email':['a@b.c'],'preferred_username':'bob'}
          {'email':7,'preferred_username':'bob'}
          """)
  void anExistingClaimThatIsNoTextDoesNotFallThrough(String json) {
    assertThat(refusal(ClaimOrder.standard("contoso.example").resolve(claims(json))))
        .isEqualTo(
            new Refusal(
                401,
                "Invalid JWT token, none of the following claims are present "
                    + "[email, preferred_username, sub]"));
  }

  @Test
  void twoPeopleOfTwoDomainsAreOneUsernameUnderTheDefaultOrder() {
    ClaimOrder order = new ClaimOrder(List.of("email"), "x.example");

    assertThat(value(order.resolve(claims("{'email':'bob@a.example'}"))).username())
        .isEqualTo(value(order.resolve(claims("{'email':'bob@b.example'}"))).username());
  }
}
