package io.entrabroker.samplecatalog.rules;

import static io.entrabroker.samplecatalog.rules.Outcomes.refusal;
import static io.entrabroker.samplecatalog.rules.Outcomes.value;
import static io.entrabroker.samplecatalog.rules.Tokens.claims;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogUsersTest {
  private static final Refusal TAKEN =
      new Refusal(400, "Account already exists. Please contact administrator.");

  private static CatalogUsers users(SelfSignup selfSignup) {
    return new CatalogUsers(
        new CatalogRules(
            Set.of("admin"),
            "contoso.example",
            Set.of("DataConsumer", "DataSteward"),
            Set.of("Analysts", "Engineers"),
            selfSignup));
  }

  private static Bearer bearer(String username, String email, String json) {
    return new Bearer(new Principal(username, email), claims(json));
  }

  private static Bearer ada(String json) {
    return bearer("ada", "ada@contoso.example", json);
  }

  @Test
  void theUnknownSignUpWithTheirFirstRequest() {
    CatalogUser user = value(users(SelfSignup.AUTOMATIC).loggedIn(ada("{'name':'Ada L.'}")));

    assertThat(user.name()).isEqualTo("ada");
    assertThat(user.email()).isEqualTo("ada@contoso.example");
    assertThat(user.displayName()).isEqualTo("Ada L.");
    assertThat(user.isAdmin()).isFalse();
  }

  @Test
  void asInOpenMetadataTheUnknownAreNotFoundUntilTheyCreateThemselves() {
    CatalogUsers users = users(SelfSignup.BY_REQUEST);
    Bearer ada = ada("{}");

    assertThat(refusal(users.loggedIn(ada)).status()).isEqualTo(404);
    assertThat(value(users.create(ada, ada.principal(), "Ada")).displayName()).isEqualTo("Ada");
    assertThat(value(users.loggedIn(ada)).name()).isEqualTo("ada");
    assertThat(refusal(users.create(ada, ada.principal(), "Ada")).status()).isEqualTo(409);
  }

  @Test
  void nobodyCreatesSomebodyElse() {
    Principal bob = new Principal("bob", "bob@contoso.example");

    assertThat(refusal(users(SelfSignup.BY_REQUEST).create(ada("{}"), bob, "Bob")).status())
        .isEqualTo(403);
  }

  @Test
  void withoutSelfSignupTheUnknownStayOut() {
    CatalogUsers users = users(SelfSignup.OFF);
    Bearer ada = ada("{}");

    assertThat(refusal(users.loggedIn(ada)).status()).isEqualTo(404);
    assertThat(refusal(users.create(ada, ada.principal(), "Ada")).status()).isEqualTo(403);
    assertThat(refusal(users.signedIn(ada)).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"ada, other@contoso.example", "other, ada@contoso.example"})
  void aKnownNameWithAnotherEmailOrTheOtherWayRoundIsRefused(String username, String email) {
    CatalogUsers users = users(SelfSignup.AUTOMATIC);
    value(users.loggedIn(ada("{}")));

    assertThat(refusal(users.loggedIn(bearer(username, email, "{}")))).isEqualTo(TAKEN);
  }

  @Test
  void administratorsExistFromTheStartAtThePrincipalDomain() {
    CatalogUsers users = users(SelfSignup.OFF);

    assertThat(value(users.loggedIn(bearer("admin", "admin@contoso.example", "{}"))).isAdmin())
        .isTrue();
    assertThat(refusal(users.loggedIn(bearer("admin", "admin@other.example", "{}"))))
        .isEqualTo(TAKEN);
  }

  @Test
  void theTokensRolesReplaceTheStoredOnesAndUnknownOnesAreSkipped() {
    CatalogUsers users = users(SelfSignup.AUTOMATIC);

    assertThat(value(users.loggedIn(ada("{'roles':['DataSteward','offline_access']}"))).roles())
        .containsExactly("DataSteward");
    assertThat(value(users.loggedIn(ada("{'roles':['DataConsumer']}"))).roles())
        .containsExactly("DataConsumer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"{'roles':[]}", "{}", "{'roles':null}"})
  void aTokenWithoutRolesChangesNothing(String json) {
    CatalogUsers users = users(SelfSignup.AUTOMATIC);
    value(users.loggedIn(ada("{'roles':['DataSteward']}")));

    assertThat(value(users.loggedIn(ada(json))).roles()).containsExactly("DataSteward");
  }

  @Test
  void theAdminRoleMakesAnAdministratorForGood() {
    CatalogUsers users = users(SelfSignup.AUTOMATIC);
    CatalogUser promoted = value(users.loggedIn(ada("{'roles':['Admin','DataSteward']}")));

    assertThat(promoted.isAdmin()).isTrue();
    assertThat(promoted.roles()).containsExactly("DataSteward");
    assertThat(value(users.loggedIn(ada("{'roles':['DataSteward']}"))).isAdmin()).isTrue();
  }

  @Test
  void aConfidentialSignInAddsKnownTeamsAndRemovesNone() {
    CatalogUsers users = users(SelfSignup.AUTOMATIC);
    value(users.signedIn(ada("{'groups':['Engineers','/Analysts','Strangers']}")));

    assertThat(value(users.signedIn(ada("{'groups':['Analysts']}"))).teams())
        .containsExactly("Analysts", "Engineers");
    assertThat(value(users.signedIn(ada("{'groups':[]}"))).teams())
        .containsExactly("Analysts", "Engineers");
  }

  @Test
  void aPublicSignInTakesNoTeamsFromTheToken() {
    CatalogUsers users = users(SelfSignup.AUTOMATIC);

    assertThat(value(users.loggedIn(ada("{'groups':['Engineers']}"))).teams()).isEmpty();
  }

  @Test
  void aConfidentialSignInOverwritesTheDisplayNameUnlessTheTokenHasNone() {
    CatalogUsers users = users(SelfSignup.AUTOMATIC);
    value(users.signedIn(ada("{'name':'Ada Byron'}")));

    assertThat(value(users.signedIn(ada("{'name':'Ada Lovelace'}"))).displayName())
        .isEqualTo("Ada Lovelace");
    assertThat(value(users.signedIn(ada("{'name':' '}"))).displayName()).isEqualTo("Ada Lovelace");
  }

  @Test
  void aConfidentialSignInFindsAPersonByUsernameOnlyAndTheNextRequestIsRefused() {
    CatalogUsers users = users(SelfSignup.AUTOMATIC);
    value(users.signedIn(ada("{}")));
    Bearer namesake = bearer("ada", "ada@fabrikam.example", "{}");

    assertThat(value(users.signedIn(namesake)).email()).isEqualTo("ada@contoso.example");
    assertThat(refusal(users.loggedIn(namesake))).isEqualTo(TAKEN);
  }
}
