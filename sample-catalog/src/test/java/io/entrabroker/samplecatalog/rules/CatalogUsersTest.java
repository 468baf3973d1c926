package io.entrabroker.samplecatalog.rules;

import static io.entrabroker.samplecatalog.rules.Outcomes.refusal;
import static io.entrabroker.samplecatalog.rules.Outcomes.value;
import static io.entrabroker.samplecatalog.rules.Tokens.claims;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.samplecatalog.rules.CatalogRules.FromToken;
import io.entrabroker.samplecatalog.rules.CatalogRules.SignUp;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogUsersTest {
  private static final Refusal TAKEN =
      new Refusal(400, "Account already exists. Please contact administrator.");

  private static CatalogUsers users(SelfSignup selfSignup) {
    return users(Band.V1_9, selfSignup);
  }

  private static CatalogUsers users(Band band, SelfSignup selfSignup) {
    CatalogRules rules =
        new CatalogRules(
            band,
            MailDomains.open("contoso.example"),
            Set.of("admin"),
            Set.of(),
            Set.of("DataConsumer", "DataSteward"),
            Set.of("Analysts", "Engineers"),
            new FromToken("name", "groups", RoleSource.TOKEN),
            new SignUp(selfSignup, band.signUpEmail()));
    return new CatalogUsers(rules, () -> "x7k2");
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

  @ParameterizedTest
  @EnumSource(
      value = Band.class,
      names = {"V1_8", "V1_9"})
  void upTo113AConfidentialSignUpInventsTheAddressAndTheNextRequestIsRefused(Band band) {
    CatalogUsers users = users(band, SelfSignup.AUTOMATIC);
    Bearer countess = bearer("countess", "ada@contoso.example", "{}");

    assertThat(value(users.signedIn(countess)).email()).isEqualTo("countess@contoso.example");
    assertThat(refusal(users.loggedIn(countess))).isEqualTo(TAKEN);
    assertThat(value(users(Band.V2_0, SelfSignup.AUTOMATIC).signedIn(countess)).email())
        .isEqualTo("ada@contoso.example");
  }

  @Test
  void since20AnEmptyListAtTheCallbackTakesTheRolesAway() {
    for (Band band : List.of(Band.V2_0, Band.EMAIL_FIRST)) {
      CatalogUsers users = users(band, SelfSignup.AUTOMATIC);
      assertThat(value(users.signedIn(ada("{'roles':['DataSteward']}"))).roles()).hasSize(1);
      assertThat(value(users.signedIn(ada("{}"))).roles()).hasSize(1);
      assertThat(value(users.signedIn(ada("{'roles':[]}"))).roles()).isEmpty();
    }
  }

  @Test
  void in18NeitherTeamsNorNamesAreTakenAndIn20NoNames() {
    Bearer ada = ada("{'name':'Ada','groups':['Engineers']}");

    CatalogUser in18 = value(users(Band.V1_8, SelfSignup.AUTOMATIC).signedIn(ada));
    CatalogUser in20 = value(users(Band.V2_0, SelfSignup.AUTOMATIC).signedIn(ada));

    assertThat(in18.teams()).isEmpty();
    assertThat(in18.displayName()).isEmpty();
    assertThat(in20.teams()).containsExactly("Engineers");
    assertThat(in20.displayName()).isEmpty();
  }

  @Test
  void byEmailATakenNameGetsFourCharactersAndAPersonStaysBoundToTheFirstSubject() {
    CatalogUsers users = users(Band.EMAIL_FIRST, SelfSignup.AUTOMATIC);
    value(users.signedIn(byEmail("ada@contoso.example", "{'sub':'1'}")));

    assertThat(value(users.signedIn(byEmail("ada@fabrikam.example", "{'sub':'2'}"))).name())
        .isEqualTo("ada_x7k2");
    assertThat(refusal(users.signedIn(byEmail("ada@contoso.example", "{'sub':'3'}"))))
        .isEqualTo(new Refusal(401, "The account is bound to another identity"));
    assertThat(refusal(users.loggedIn(byEmail("ada@new.example", "{}"))))
        .isEqualTo(new Refusal(401, "User with email ada@new.example is not registered"));
  }

  private static Bearer byEmail(String email, String json) {
    return new Bearer(
        new Principal("ada", email), claims(json), FoundBy.EMAIL, Bearer.Issuer.REALM);
  }
}
