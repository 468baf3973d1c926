package io.entrabroker.catalog;

import static io.entrabroker.catalog.CatalogVersion.EMAIL_FIRST;
import static io.entrabroker.catalog.CatalogVersion.V1_8;
import static io.entrabroker.catalog.CatalogVersion.V1_9;
import static io.entrabroker.catalog.CatalogVersion.V2_0;
import static io.entrabroker.catalog.ClientKind.CONFIDENTIAL;
import static io.entrabroker.catalog.ClientKind.PUBLIC;
import static io.entrabroker.catalog.Visits.ABSENT;
import static io.entrabroker.catalog.Visits.ada;
import static io.entrabroker.catalog.Visits.setup;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.catalog.CatalogIdentity.ClaimMapping;
import io.entrabroker.catalog.CatalogIdentity.ClaimOrder;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import io.entrabroker.catalog.CatalogSetup.SelfSignup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignInTest {

  private static final Refused EXISTS =
      new Refused(400, "Account already exists. Please contact administrator.");

  @ParameterizedTest
  @CsvSource({
    "V1_8, PUBLIC, Ada Lovelace, ''",
    "V1_9, PUBLIC, Ada Lovelace, ''",
    "V2_0, PUBLIC, Ada Lovelace, ''",
    "EMAIL_FIRST, PUBLIC, Ada Lovelace, ''",
    "V1_8, CONFIDENTIAL, '', ''",
    "V1_9, CONFIDENTIAL, Ada Lovelace, Finance",
    "V2_0, CONFIDENTIAL, '', Finance",
    "EMAIL_FIRST, CONFIDENTIAL, Ada Lovelace, Finance",
  })
  void anOrdinaryPersonIsTheSameUserEverywhereButForNameAndTeams(
      CatalogVersion version, ClientKind client, String displayName, String team) {
    CatalogPrediction.Accepted ada = Visits.to(setup(version, client)).accepted(ada());

    assertThat(ada.username()).isEqualTo("ada");
    assertThat(ada.email()).isEqualTo("ada@contoso.example");
    assertThat(ada.displayName()).isEqualTo(displayName);
    assertThat(String.join(",", ada.teams())).isEqualTo(team);
    assertThat(ada.roles()).containsExactly("DataConsumer");
    assertThat(ada.admin()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "V1_8, PUBLIC, Ada Lovelace",
    "EMAIL_FIRST, PUBLIC, Ada Lovelace",
    "V1_8, CONFIDENTIAL, ''",
    "V1_9, CONFIDENTIAL, Countess",
    "V2_0, CONFIDENTIAL, ''",
    "EMAIL_FIRST, CONFIDENTIAL, Countess",
  })
  void aNewDisplayNameArrivesInTwoBandsOnly(
      CatalogVersion version, ClientKind client, String displayName) {
    Visits catalog = Visits.to(setup(version, client));
    catalog.accepted(ada());

    assertThat(catalog.accepted(ada("name", "Countess")).displayName()).isEqualTo(displayName);
  }

  @ParameterizedTest
  @CsvSource({
    "V1_8, PUBLIC, false",
    "V1_9, PUBLIC, false",
    "V2_0, PUBLIC, false",
    "EMAIL_FIRST, PUBLIC, false",
    "V1_8, CONFIDENTIAL, false",
    "V1_9, CONFIDENTIAL, false",
    "V2_0, CONFIDENTIAL, true",
    "EMAIL_FIRST, CONFIDENTIAL, true",
  })
  void anEmptyListRevokesRolesOnlyWhereTheCatalogMakesTheSessionsToken(
      CatalogVersion version, ClientKind client, boolean revokes) {
    Visits catalog = Visits.to(setup(version, client));
    catalog.accepted(ada());

    assertThat(catalog.accepted(ada("roles", List.of())).roles().isEmpty()).isEqualTo(revokes);
    catalog.accepted(ada());
    assertThat(catalog.accepted(ada("roles", ABSENT)).roles()).containsExactly("DataConsumer");
    assertThat(catalog.accepted(ada("roles", "DataSteward")).roles())
        .containsExactly("DataConsumer");
  }

  @ParameterizedTest
  @EnumSource(CatalogVersion.class)
  void otherRolesReplaceTheStoredOnesAndUnknownOnesAreSkipped(CatalogVersion version) {
    for (ClientKind client : ClientKind.values()) {
      Visits catalog = Visits.to(setup(version, client));
      catalog.accepted(ada());

      assertThat(catalog.accepted(ada("roles", List.of("DataSteward", "Nobody", 7))).roles())
          .containsExactly("DataSteward");
      assertThat(catalog.accepted(ada("roles", List.of("datasteward"))).roles()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(CatalogVersion.class)
  void anAdministratorStaysOneAndIsNoRole(CatalogVersion version) {
    for (ClientKind client : ClientKind.values()) {
      Visits catalog = Visits.to(setup(version, client));
      CatalogPrediction.Accepted first =
          catalog.accepted(ada("roles", List.of("Admin", "DataSteward")));

      assertThat(first.admin()).isTrue();
      assertThat(first.roles()).containsExactly("DataSteward");
      assertThat(catalog.accepted(ada()).admin()).isTrue();
      assertThat(Visits.to(setup(version, client)).accepted(ada("roles", List.of("admin"))).admin())
          .isFalse();
    }
  }

  @Test
  void withoutTheSettingRolesAreNotTakenFromTheToken() {
    CatalogSetup setup = setup(V1_9, PUBLIC);
    ProviderSync own =
        new ProviderSync(
            ProviderSync.RoleSource.CATALOG, "groups", setup.sync().knownRoles(), Set.of());

    assertThat(Visits.to(setup.with(own)).accepted(ada("roles", List.of("Admin"))).admin())
        .isFalse();
  }

  @Test
  void teamsAreOnlyAddedAndOnlyKnownOnes() {
    Visits catalog = Visits.to(setup(V1_9, CONFIDENTIAL));

    assertThat(catalog.accepted(ada("groups", List.of("Sales", "sales", "HR"))).teams())
        .containsExactly("Sales");
    assertThat(catalog.accepted(ada("groups", "Finance")).teams())
        .containsExactly("Finance", "Sales");
    assertThat(catalog.accepted(ada("groups", List.of())).teams())
        .containsExactly("Finance", "Sales");
  }

  @Test
  void withoutATeamClaimNoTeamIsJoined() {
    CatalogSetup setup = setup(V2_0, CONFIDENTIAL);
    ProviderSync none =
        new ProviderSync(
            ProviderSync.RoleSource.TOKEN, "", Set.of("DataConsumer"), Set.of("Finance"));

    assertThat(Visits.to(setup.with(none)).accepted(ada("", "Finance")).teams()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"V1_8, CONFIDENTIAL", "V1_9, CONFIDENTIAL", "V1_9, PUBLIC", "V2_0, PUBLIC"})
  void aNewAddressOrAnotherNameLocksOut(CatalogVersion version, ClientKind client) {
    Visits catalog = Visits.to(setup(version, client));
    catalog.accepted(ada());

    assertThat(catalog.refused(ada("email", "ada@fabrikam.example"))).isEqualTo(EXISTS);
    if (client == PUBLIC) {
      assertThat(catalog.refused(ada("preferred_username", "countess"))).isEqualTo(EXISTS);
    }
  }

  @Test
  void in20WhoeverComesWithTheNameIsThatUser() {
    Visits catalog = Visits.to(setup(V2_0, CONFIDENTIAL));
    catalog.accepted(ada());

    CatalogPrediction.Accepted other = catalog.accepted(ada("email", "ada@fabrikam.example"));

    assertThat(other.username()).isEqualTo("ada");
    assertThat(other.email()).isEqualTo("ada@contoso.example");
  }

  @Test
  void in20AClaimThatTheCatalogsOwnTokenLacksBreaksTheSession() {
    CatalogSetup upn = setup(V2_0, CONFIDENTIAL).with(new ClaimMapping("upn", "email"));
    CatalogSetup order = setup(V2_0, CONFIDENTIAL).with(new ClaimOrder(List.of("upn")));

    assertThat(Visits.to(upn).refused(ada("upn", "ada@contoso.example")))
        .isEqualTo(new Refused(401, "Invalid JWT token, 'username' claim is not present"));
    assertThat(Visits.to(order).refused(ada("upn", "ada@contoso.example")).message())
        .isEqualTo("Invalid JWT token, none of the following claims are present [upn]");
    assertThat(
            Visits.to(setup(V2_0, CONFIDENTIAL).with(new ClaimMapping("sub", "email")))
                .accepted(ada("sub", "ada"))
                .username())
        .isEqualTo("ada");
  }

  @ParameterizedTest
  @CsvSource({"V1_8", "V1_9"})
  void upTo113AUsernameThatIsNotTheLocalPartIsLockedOutButLeavesAUserBehind(
      CatalogVersion version) {
    Visits catalog = Visits.to(setup(version, CONFIDENTIAL));

    assertThat(catalog.refused(ada("preferred_username", "countess"))).isEqualTo(EXISTS);
    assertThat(catalog.accounts().named("countess").orElseThrow().email())
        .isEqualTo("countess@contoso.example");
    assertThat(catalog.refused(ada("preferred_username", "countess"))).isEqualTo(EXISTS);
  }

  @Test
  void withoutSelfSignupTheUnknownAreRefusedInWordsOfTheirBand() {
    assertThat(strict(V1_9, PUBLIC).refused(ada()).status()).isEqualTo(403);
    assertThat(strict(V1_9, CONFIDENTIAL).refused(ada()))
        .isEqualTo(new Refused(401, "User not found and self-signup is disabled"));
    assertThat(strict(EMAIL_FIRST, CONFIDENTIAL).refused(ada()))
        .isEqualTo(
            new Refused(401, "User not registered. Contact administrator to create an account."));
    for (CatalogVersion version : CatalogVersion.values()) {
      for (ClientKind client : ClientKind.values()) {
        Visits catalog =
            Visits.to(
                setup(version, client).with(SelfSignup.OFF),
                CatalogAccount.named("ada", "ada@contoso.example"));
        assertThat(catalog.accepted(ada()).username()).isEqualTo("ada");
      }
    }
  }

  @Test
  void adminsAreRecognisedByTheirLowerCaseNameAndSince20ByAddress() {
    for (ClientKind client : ClientKind.values()) {
      CatalogSetup setup = setup(V1_9, client);
      assertThat(
              Visits.to(setup.with(new CatalogAdmins(Set.of("ada"), Set.of())))
                  .accepted(ada("preferred_username", "ADA"))
                  .admin())
          .isTrue();
      assertThat(
              Visits.to(setup.with(new CatalogAdmins(Set.of("Ada"), Set.of())))
                  .accepted(ada())
                  .admin())
          .isFalse();
      assertThat(
              Visits.to(
                      setup(EMAIL_FIRST, client)
                          .with(new CatalogAdmins(Set.of(), Set.of("Ada@Contoso.example"))))
                  .accepted(ada())
                  .admin())
          .isTrue();
    }
  }

  @Test
  void whoeverHasABotsOrAnAdminsNameIsThatUser() {
    CatalogSetup setup = setup(V1_9, PUBLIC);
    CatalogAccounts initial = CatalogAccounts.initial(setup);

    CatalogPrediction admin =
        CatalogPrincipal.predict(
            ada("preferred_username", "admin", "email", "admin@contoso.example"), setup, initial);
    CatalogPrediction bot =
        CatalogPrincipal.predict(
            ada("preferred_username", "ingestion-bot", "email", "ingestion-bot@contoso.example"),
            setup,
            initial);
    CatalogPrediction elsewhere =
        CatalogPrincipal.predict(
            ada("preferred_username", "admin", "email", "admin@fabrikam.example"), setup, initial);

    assertThat(((CatalogPrediction.Accepted) admin).admin()).isTrue();
    assertThat(((CatalogPrediction.Accepted) bot).displayName()).isEmpty();
    assertThat(elsewhere).isEqualTo(EXISTS);
  }

  @Test
  void tokensOfBotsAndPersonalTokensMustBeStoredOnes() {
    Refused bot =
        new Refused(401, "Not Authorized! The given token does not match the current bot's token!");

    for (CatalogVersion version : CatalogVersion.values()) {
      assertThat(
              Visits.to(setup(version, PUBLIC).with(ClaimOrder.STANDARD))
                  .refused(ada("isBot", true)))
          .isEqualTo(bot);
      assertThat(Visits.to(setup(version, PUBLIC)).refused(ada("tokenType", "PERSONAL_ACCESS")))
          .isEqualTo(new Refused(401, "Invalid personal access token!"));
      assertThat(
              Visits.to(setup(version, PUBLIC))
                  .refused(ada("tokenType", "PERSONAL_ACCESS", "sessionId", "x"))
                  .message())
          .isEqualTo("Invalid personal access token!");
      assertThat(Visits.to(setup(version, PUBLIC)).visit(ada("tokenType", "OM_USER")).isAccepted())
          .isTrue();
      assertThat(Visits.to(setup(version, PUBLIC)).visit(ada("isBot", "true")).isAccepted())
          .isTrue();
    }
    assertThat(Visits.to(setup(V1_9, PUBLIC)).refused(ada("isBot", true))).isEqualTo(bot);
    assertThat(Visits.to(setup(V1_9, CONFIDENTIAL)).refused(ada("isBot", true))).isEqualTo(bot);
    assertThat(Visits.to(setup(V2_0, CONFIDENTIAL)).refused(ada("isBot", false)).status())
        .isEqualTo(500);
    assertThat(Visits.to(setup(EMAIL_FIRST, CONFIDENTIAL)).refused(ada("isBot", "x")).status())
        .isEqualTo(500);
  }

  @Test
  void aSessionIdIsRefusedSince20() {
    assertThat(Visits.to(setup(V1_9, PUBLIC)).visit(ada("sessionId", "x")).isAccepted()).isTrue();
    for (CatalogVersion version : List.of(V2_0, EMAIL_FIRST)) {
      assertThat(Visits.to(setup(version, PUBLIC)).refused(ada("sessionId", "x")))
          .isEqualTo(new Refused(401, "Invalid session."));
      assertThat(Visits.to(setup(version, CONFIDENTIAL)).visit(ada("sessionId", "x")).isAccepted())
          .isTrue();
    }
  }

  @Test
  void anUnverifiedAddressIsRefusedAfter20OnlyHoweverItIsRead() {
    Refused unverified =
        new Refused(
            401,
            "Authentication failed: email 'ada@contoso.example' is not verified by the identity"
                + " provider");

    for (ClientKind client : ClientKind.values()) {
      for (Object no : List.of(false, "false", "FALSE")) {
        Map<String, Object> claims = ada("email_verified", no);
        CatalogSetup after20 = setup(EMAIL_FIRST, client);
        assertThat(Visits.to(after20).refused(claims)).isEqualTo(unverified);
        assertThat(Visits.to(after20.with(CatalogIdentity.recommendedMapping())).refused(claims))
            .isEqualTo(unverified);
        for (CatalogVersion version : List.of(V1_8, V1_9, V2_0)) {
          assertThat(Visits.to(setup(version, client)).visit(claims).isAccepted()).isTrue();
        }
      }
      for (Object other : List.of(ABSENT, true, "no", 0)) {
        assertThat(
                Visits.to(setup(EMAIL_FIRST, client))
                    .visit(ada("email_verified", other))
                    .isAccepted())
            .isTrue();
      }
    }
  }

  @Test
  void afterVersion20AClaimWithoutAtNeedsADomain() {
    CatalogSetup setup =
        CatalogSetup.recommended(EMAIL_FIRST, PUBLIC, "").with(new ClaimOrder(List.of("sub")));

    assertThat(Visits.to(setup).refused(ada()).status()).isEqualTo(401);
    assertThat(
            Visits.to(
                    CatalogSetup.recommended(V2_0, PUBLIC, "").with(new ClaimOrder(List.of("sub"))))
                .refused(ada())
                .status())
        .isEqualTo(400);
  }

  @Test
  void aNameThatCannotBeStoredIsRefusedAtSignUp() {
    for (ClientKind client : ClientKind.values()) {
      CatalogSetup setup = setup(V2_0, client);
      assertThat(Visits.to(setup).refused(ada("preferred_username", "@x")).status()).isEqualTo(400);
      assertThat(Visits.to(setup).refused(ada("preferred_username", "a::b")).status())
          .isEqualTo(400);
      assertThat(Visits.to(setup).refused(ada("preferred_username", "a".repeat(257))).status())
          .isEqualTo(400);
      assertThat(Visits.to(setup).accepted(ada("preferred_username", "a".repeat(256))).username())
          .hasSize(256);
      assertThat(Visits.to(setup).refused(ada("email", "a@b.c")).status()).isEqualTo(400);
    }
  }

  @Test
  void signingInAgainAddsNobody() {
    for (CatalogVersion version : CatalogVersion.values()) {
      for (ClientKind client : ClientKind.values()) {
        Visits catalog = Visits.to(setup(version, client));
        catalog.accepted(ada());
        catalog.accepted(ada("roles", List.of("DataSteward")));
        assertThat(catalog.accounts().all()).hasSize(1);
      }
    }
  }

  private static Visits strict(CatalogVersion version, ClientKind client) {
    return Visits.to(setup(version, client).with(SelfSignup.OFF));
  }
}
