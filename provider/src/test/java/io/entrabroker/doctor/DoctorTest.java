package io.entrabroker.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.doctor.ClientState.SecretState;
import io.entrabroker.doctor.EntraState.Probe;
import io.entrabroker.doctor.RealmState.SigningKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DoctorTest {

  private static final Map<Check, Consumer<Patient>> FAULTS = faults();

  private static Map<Check, Consumer<Patient>> faults() {
    Map<Check, Consumer<Patient>> faults = new LinkedHashMap<>();
    faults.put(ProviderChecks.NO_PROVIDER, p -> p.hasProvider = false);
    faults.put(
        ProviderChecks.PROVIDER_DISABLED, p -> p.provider.remove(ProviderState.Trait.ENABLED));
    faults.put(ProviderChecks.SETTINGS_WRONG, p -> p.problems.add("Authority: write an id."));
    faults.put(
        ProviderChecks.FIRST_SIGN_IN_FLOW,
        p -> p.provider.remove(ProviderState.Trait.OUR_FIRST_SIGN_IN_FLOW));
    faults.put(
        ProviderChecks.PROVIDER_LINK_ONLY, p -> p.provider.add(ProviderState.Trait.LINK_ONLY));
    faults.put(ProviderChecks.CREDENTIAL_MISSING, p -> p.credential = "The file is not there.");
    faults.put(ProviderChecks.MAPPER_MISSING, p -> p.missingMappers.add("entra-roles-mapper"));
    faults.put(
        ProviderChecks.NAMES_NOT_FOLLOWED, p -> p.provider.remove(ProviderState.Trait.SYNC_FORCED));
    faults.put(
        ProviderChecks.NO_MAIL_DOMAINS,
        p -> p.provider.remove(ProviderState.Trait.HAS_MAIL_DOMAINS));
    faults.put(ProviderChecks.OTHER_PROVIDERS, p -> p.otherProviders.add("google"));
    faults.put(ProviderChecks.CERTIFICATE_ENDS, p -> p.certificateEnds = "on the 1st");
    faults.put(
        ProviderChecks.SESSIONS_NOT_FOLLOWED,
        p -> p.provider.remove(ProviderState.Trait.FOLLOWS_SESSIONS));
    faults.put(
        ProviderChecks.IN_AN_ORGANISATION,
        p -> p.provider.add(ProviderState.Trait.IN_AN_ORGANISATION));
    faults.put(ProviderChecks.HIDDEN, p -> p.provider.add(ProviderState.Trait.HIDDEN));
    faults.put(ProviderChecks.EVERYBODY, p -> p.provider.remove(ProviderState.Trait.GATED));
    faults.put(ProviderChecks.MAPPER_FROZEN, p -> p.frozenMappers.add("roles"));
    faults.put(ProviderChecks.FOREIGN_MAPPER, p -> p.foreignMappers.add("username"));

    faults.put(EntraChecks.ENTRA_UNREACHABLE, p -> p.metadata = new Probe.Silent("refused"));
    faults.put(EntraChecks.TENANT_UNKNOWN, p -> p.metadata = refused(90002));
    faults.put(EntraChecks.WRONG_CLOUD, p -> p.metadata = refused(90038));
    faults.put(EntraChecks.KEYS_UNREADABLE, p -> p.signingKeys = new Probe.Silent("timeout"));
    faults.put(EntraChecks.CLOCK_SKEW, p -> p.skew = -61);
    faults.put(EntraChecks.APPLICATION_UNKNOWN, p -> p.proof = refused(700016));
    faults.put(EntraChecks.CREDENTIAL_REFUSED, p -> p.proof = refused(7000215));
    faults.put(EntraChecks.CREDENTIAL_EXPIRED, p -> p.proof = refused(7000222));
    faults.put(EntraChecks.CREDENTIAL_NOT_PROVEN, p -> p.proof = refused(53003));
    faults.put(EntraChecks.GRAPH_UNREACHABLE, p -> p.graph = new Probe.Silent("status 503"));
    faults.put(EntraChecks.REDIRECT_UNKNOWN, p -> p.signIn = refused(50011));
    faults.put(EntraChecks.OTHER_PLATFORM, p -> p.signIn = refused(9002325));
    faults.put(EntraChecks.IMPLICIT_NOT_TICKED, p -> p.signIn = refused(700054));
    faults.put(EntraChecks.SIGN_IN_REFUSED, p -> p.signIn = refused(700016));
    faults.put(EntraChecks.OWN_PERMISSIONS, p -> p.permissions.add("Directory.Read.All"));
    faults.put(EntraChecks.NEEDS_A_PERSON, p -> p.needs.add("the claim groups"));

    faults.put(RealmChecks.REALM_DISABLED, p -> p.realm.remove(RealmState.Trait.ENABLED));
    faults.put(
        RealmChecks.EVERY_TOKEN_TRUSTED, p -> p.realm.add(RealmState.Trait.RS256_BY_DEFAULT));
    faults.put(
        RealmChecks.NO_SIGNING_KEY, p -> p.keys.set(0, new SigningKey("k1", "RS256", false)));
    faults.put(
        RealmChecks.KEY_OF_THE_CATALOG,
        p -> p.keys.add(new SigningKey("Gb389a-9f76-gdjs-a92j-0242bk94356", "RS256", false)));
    faults.put(
        RealmChecks.TOO_MANY_KEYS,
        p ->
            IntStream.range(0, 9)
                .forEach(i -> p.keys.add(new SigningKey("old" + i, "RS256", false))));
    faults.put(RealmChecks.PROFILE_WRITABLE, p -> p.realm.remove(RealmState.Trait.PROFILE_SAFE));
    faults.put(RealmChecks.REGISTRATION_OPEN, p -> p.realm.add(RealmState.Trait.REGISTRATION));
    faults.put(RealmChecks.USERNAMES_EDITABLE, p -> p.realm.add(RealmState.Trait.EDIT_USERNAME));
    faults.put(RealmChecks.DUPLICATE_EMAILS, p -> p.realm.add(RealmState.Trait.DUPLICATE_EMAILS));
    faults.put(RealmChecks.PASSWORD_RESET, p -> p.realm.add(RealmState.Trait.RESET_PASSWORD));
    faults.put(RealmChecks.REQUIRED_ACTION, p -> p.actions.add("UPDATE_PROFILE"));
    faults.put(
        RealmChecks.NO_BRUTE_FORCE_PROTECTION,
        p -> p.realm.remove(RealmState.Trait.BRUTE_FORCE_PROTECTED));
    faults.put(RealmChecks.NAMES_IN_THE_LOG, p -> p.realm.add(RealmState.Trait.LOGS_TYPED_NAMES));
    faults.put(RealmChecks.LONG_SESSIONS, p -> p.sessionSeconds = 86_401);
    faults.put(
        RealmChecks.CATALOG_MAY_NOT_FRAME, p -> p.realm.remove(RealmState.Trait.CATALOG_MAY_FRAME));
    faults.put(RealmChecks.PLAIN_ADDRESS, p -> p.realm.remove(RealmState.Trait.PRIVATE_ADDRESS));
    faults.put(RealmChecks.SSL_NOT_REQUIRED, p -> p.realm.remove(RealmState.Trait.SSL_REQUIRED));
    faults.put(RealmChecks.EMAIL_AS_USERNAME, p -> p.realm.add(RealmState.Trait.EMAIL_AS_USERNAME));
    faults.put(
        RealmChecks.REFRESH_TOKENS_ONCE, p -> p.realm.add(RealmState.Trait.REFRESH_TOKENS_ONCE));
    faults.put(
        RealmChecks.REFRESH_TOKENS_ONCE_LATER,
        p -> {
          p.versions = Set.of(CatalogVersion.EMAIL_FIRST);
          p.realm.add(RealmState.Trait.REFRESH_TOKENS_ONCE);
        });
    faults.put(RealmChecks.NO_EVENTS, p -> p.realm.remove(RealmState.Trait.KEEPS_EVENTS));

    faults.put(ClientChecks.NO_CLIENT, p -> p.clients.clear());
    faults.put(ClientChecks.NO_CLIENT_ENABLED, p -> p.web.traits.remove(ClientState.Trait.ENABLED));
    faults.put(ClientChecks.BOTH_CLIENTS, p -> p.spa.traits.add(ClientState.Trait.ENABLED));
    faults.put(ClientChecks.WRONG_KIND, p -> p.web.traits.remove(ClientState.Trait.OF_ITS_KIND));
    faults.put(
        TokenChecks.CLIENT_ALGORITHM, p -> p.web.traits.remove(ClientState.Trait.SIGNS_RS256));
    faults.put(ClientChecks.SECRET_MISSING, p -> p.web.secret = SecretState.MISSING);
    faults.put(ClientChecks.SECRET_SHORT, p -> p.web.secret = SecretState.SHORT);
    faults.put(AddressChecks.CALLBACK_MISSING, p -> p.web.redirects.remove(0));
    faults.put(
        AddressChecks.SILENT_CALLBACK_MISSING, p -> p.inTheBrowser().spa.redirects.remove(1));
    faults.put(
        AddressChecks.OPEN_REDIRECT, p -> p.web.redirects.add("https://catalog.contoso.com/*"));
    faults.put(
        ClientChecks.NO_STANDARD_FLOW, p -> p.web.traits.remove(ClientState.Trait.STANDARD_FLOW));
    faults.put(
        ClientChecks.NO_IMPLICIT_FLOW,
        p -> p.inTheBrowser().spa.traits.remove(ClientState.Trait.IMPLICIT_FLOW));
    faults.put(
        ClientChecks.NO_IMPLICIT_FLOW_LATER,
        p -> {
          p.versions = Set.of(CatalogVersion.V2_0);
          p.inTheBrowser().spa.traits.remove(ClientState.Trait.IMPLICIT_FLOW);
        });
    faults.put(
        TokenChecks.NO_REFRESH_TOKENS_LATER,
        p -> {
          p.versions = Set.of(CatalogVersion.EMAIL_FIRST);
          p.web.traits.remove(ClientState.Trait.REFRESH_TOKENS);
        });
    faults.put(
        ClientChecks.PASSWORDS_AT_THE_CLIENT,
        p -> p.web.traits.add(ClientState.Trait.DIRECT_GRANTS));
    faults.put(ClientChecks.CONSENT_ASKED, p -> p.web.traits.add(ClientState.Trait.CONSENT));
    faults.put(
        ClientChecks.NO_SERVICE_ACCOUNT,
        p -> p.web.traits.remove(ClientState.Trait.SERVICE_ACCOUNT));
    faults.put(
        TokenChecks.NO_REFRESH_TOKENS, p -> p.web.traits.remove(ClientState.Trait.REFRESH_TOKENS));
    faults.put(ClientChecks.PKCE_DEMANDED, p -> p.web.traits.add(ClientState.Trait.DEMANDS_PKCE));
    faults.put(
        TokenChecks.NO_CATALOG_MAPPER, p -> p.web.traits.remove(ClientState.Trait.CATALOG_MAPPER));
    faults.put(TokenChecks.STANDARD_SCOPES, p -> p.web.scopes.remove("email"));
    faults.put(TokenChecks.FOREIGN_SCOPES, p -> p.web.scopes.add("microprofile-jwt"));
    faults.put(
        TokenChecks.PAIRWISE_SUBJECT, p -> p.web.traits.add(ClientState.Trait.PAIRWISE_SUBJECT));
    faults.put(TokenChecks.TOKENS_SHORT, p -> p.web.tokenSeconds = 299);
    faults.put(TokenChecks.TOKENS_LONG, p -> p.web.tokenSeconds = 3601);
    faults.put(AddressChecks.NO_WEB_ORIGIN, p -> p.inTheBrowser().spa.origins.clear());
    faults.put(AddressChecks.SIGN_OUT_ADDRESS, p -> p.inTheBrowser().spa.afterSignOut.set(0, "-"));
    faults.put(AddressChecks.ROOT_MISSING, p -> p.web.root = "");
    faults.put(
        TokenChecks.ENCRYPTED_TOKENS, p -> p.web.traits.add(ClientState.Trait.ENCRYPTED_TOKENS));
    faults.put(
        ClientChecks.ISSUER_LEFT_OUT, p -> p.web.traits.add(ClientState.Trait.ISSUER_LEFT_OUT));
    faults.put(
        ClientChecks.NO_SECRET_ACCEPTED,
        p -> p.web.traits.remove(ClientState.Trait.ACCEPTS_SECRET));
    faults.put(TokenChecks.BOUND_TOKENS, p -> p.web.traits.add(ClientState.Trait.BOUND_TOKENS));
    faults.put(
        TokenChecks.SIGNED_USER_INFO, p -> p.web.traits.add(ClientState.Trait.SIGNED_USER_INFO));
    faults.put(
        ClientChecks.DEMANDING_REQUESTS,
        p -> p.web.traits.add(ClientState.Trait.DEMANDING_REQUESTS));
    faults.put(TokenChecks.SESSIONS_SHORT, p -> p.web.idleSeconds = 899);
    faults.put(ClientChecks.OTHER_TRUSTED_CLIENTS, p -> p.otherTrusted.add("reports"));

    faults.put(PeopleChecks.RESERVED_NAME, p -> p.reserved.add("ingestion-bot"));
    faults.put(PeopleChecks.TEST_USER, p -> p.tests.add("test"));
    faults.put(PeopleChecks.ONE_FOR_TWO, p -> p.sharing.add("1 and 2"));
    faults.put(PeopleChecks.BORROWED_NAME, p -> p.borrowing.add("1 and 2"));
    faults.put(PeopleChecks.DEFAULT_PASSWORD, p -> p.isDefaultPassword = true);
    faults.put(PeopleChecks.TEMPORARY_ADMIN, p -> p.isTemporaryAdmin = true);
    return faults;
  }

  @TestFactory
  Stream<DynamicTest> aFaultIsFoundAndNothingElse() {
    return FAULTS.entrySet().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.getKey().found(),
                    () -> {
                      Patient patient = new Patient();
                      fault.getValue().accept(patient);

                      assertThat(patient.diagnoses())
                          .extracting(Diagnosis::check)
                          .containsExactly(fault.getKey());
                    }));
  }

  @Test
  void everyCheckHasItsFault() {
    assertThat(FAULTS.keySet())
        .containsExactlyInAnyOrderElementsOf(Check.all().subList(0, Check.ofTheServer()));
  }

  @Test
  void aHealthySetUpHasNoFinding() {
    assertThat(new Patient().diagnoses()).isEmpty();
    assertThat(new Patient().inTheBrowser().diagnoses()).isEmpty();
  }

  @Test
  void theWorstComesFirstAndThenWhatOthersDependOn() {
    Patient patient = new Patient();
    patient.isTemporaryAdmin = true;
    patient.web.traits.add(ClientState.Trait.DEMANDS_PKCE);
    patient.reserved.add("admin");
    patient.metadata = refused(90002);

    assertThat(patient.diagnoses())
        .extracting(Diagnosis::check)
        .containsExactly(
            EntraChecks.TENANT_UNKNOWN,
            PeopleChecks.RESERVED_NAME,
            PeopleChecks.TEMPORARY_ADMIN,
            ClientChecks.PKCE_DEMANDED);
  }

  @Test
  void aDisabledClientIsNotLookedAtSinceItHurtsNobody() {
    Patient patient = new Patient();
    patient.spa.redirects.add("https://elsewhere.example/*");

    assertThat(patient.diagnoses()).isEmpty();
  }

  @Test
  void ofAnInvalidConfigurationOnlyTheProblemIsTold() {
    Patient patient = new Patient();
    patient.problems.add("Authority: write an id.");
    patient.provider.remove(ProviderState.Trait.HAS_MAIL_DOMAINS);

    assertThat(patient.diagnoses())
        .containsExactly(ProviderChecks.SETTINGS_WRONG.diagnosis("entra: Authority: write an id."));
  }

  @Test
  void aFindingSaysWhichClientItIs() {
    Patient patient = new Patient();
    patient.web.tokenSeconds = 60;

    assertThat(patient.diagnoses())
        .extracting(Diagnosis::detail)
        .containsExactly("openmetadata-web: 60 seconds");
  }

  @Test
  void aCodeThatNobodyListsIsNoProofThatTheTenantIsUnknown() {
    Patient patient = new Patient();
    patient.metadata = refused(90033);

    assertThat(patient.diagnoses())
        .containsExactly(EntraChecks.ENTRA_UNREACHABLE.diagnosis("entra: AADSTS90033"));
  }

  @Test
  void redirectUrisMayBeWrittenFromTheRoot() {
    Patient patient = new Patient();
    patient.web.redirects.clear();
    patient.web.redirects.add("/callback");

    assertThat(patient.diagnoses()).isEmpty();
  }

  @Test
  void afterSigningOutPeopleMayComeBackToTheRedirectUris() {
    for (List<String> written : List.of(List.of("+"), List.of(""))) {
      Patient patient = new Patient().inTheBrowser();
      patient.spa.redirects.add("/signin");
      patient.spa.afterSignOut.clear();
      patient.spa.afterSignOut.addAll(written);

      assertThat(patient.diagnoses()).isEmpty();
    }
  }

  @Test
  void aWildcardIsToldOnceAndNotAsAMissingAddress() {
    Patient patient = new Patient().inTheBrowser();
    patient.spa.redirects.clear();
    patient.spa.redirects.add("/*");

    assertThat(patient.diagnoses())
        .extracting(Diagnosis::check)
        .containsExactly(AddressChecks.OPEN_REDIRECT);
  }

  @Test
  void aCatalogMayHaveAPathOrASlashAtTheEnd() {
    Patient patient = new Patient().inTheBrowser();
    patient.spa.root = "https://catalog.contoso.com/om/";
    patient.spa.redirects.clear();
    patient.spa.redirects.addAll(
        List.of(
            "https://catalog.contoso.com/om/callback",
            "https://catalog.contoso.com/om/silent-callback"));
    patient.spa.origins.set(0, "https://catalog.contoso.com");
    patient.spa.afterSignOut.set(0, "https://catalog.contoso.com/om/signin");

    assertThat(patient.diagnoses()).isEmpty();
  }

  @Test
  void whatTheBrowserGetsWithoutACodeHasALifetimeOfItsOwn() {
    Patient patient = new Patient().inTheBrowser();
    patient.spa.implicitSeconds = 86_400;

    assertThat(patient.diagnoses())
        .containsExactly(TokenChecks.TOKENS_LONG.diagnosis("openmetadata-spa: 86400 seconds"));
  }

  @Test
  void ofTheServersClientThatLifetimeIsOfNoConcern() {
    Patient patient = new Patient();
    patient.web.implicitSeconds = 86_400;

    assertThat(patient.diagnoses()).isEmpty();
  }

  /** All that releases up to 1.13 need of renewal and lifetimes is missing. */
  private static Patient withoutRenewal(Set<CatalogVersion> versions) {
    Patient patient = new Patient();
    patient.versions = versions;
    patient.realm.add(RealmState.Trait.REFRESH_TOKENS_ONCE);
    patient.web.traits.remove(ClientState.Trait.REFRESH_TOKENS);
    patient.web.traits.remove(ClientState.Trait.IMPLICIT_FLOW);
    patient.web.tokenSeconds = 299;
    patient.web.idleSeconds = 298;
    return patient;
  }

  @Test
  void upTo113AndWhereNobodyKnowsTheRealmHasToRenew() {
    for (Set<CatalogVersion> versions :
        List.of(
            Set.<CatalogVersion>of(),
            Set.of(CatalogVersion.V1_8),
            Set.of(CatalogVersion.V1_9),
            Set.of(CatalogVersion.V2_0, CatalogVersion.V1_9))) {
      assertThat(withoutRenewal(versions).diagnoses())
          .extracting(Diagnosis::check)
          .containsExactly(
              TokenChecks.NO_REFRESH_TOKENS,
              RealmChecks.REFRESH_TOKENS_ONCE,
              TokenChecks.TOKENS_SHORT,
              TokenChecks.SESSIONS_SHORT);
    }
  }

  @Test
  void twoNeverAsksTheRealmAgain() {
    assertThat(withoutRenewal(Set.of(CatalogVersion.V2_0)).diagnoses()).isEmpty();
  }

  @Test
  void afterTwoWhatIsNotVerifiedIsNoError() {
    for (Set<CatalogVersion> versions :
        List.of(
            Set.of(CatalogVersion.EMAIL_FIRST),
            Set.of(CatalogVersion.V2_0, CatalogVersion.EMAIL_FIRST))) {
      assertThat(withoutRenewal(versions).diagnoses())
          .extracting(Diagnosis::check)
          .containsExactly(
              TokenChecks.NO_REFRESH_TOKENS_LATER,
              TokenChecks.SESSIONS_SHORT,
              RealmChecks.REFRESH_TOKENS_ONCE_LATER);
    }
  }

  @Test
  void theBrowsersClientShowsTheRealmsTokenToEveryRelease() {
    for (CatalogVersion version : CatalogVersion.values()) {
      Patient patient = new Patient().inTheBrowser();
      patient.versions = Set.of(version);
      patient.spa.tokenSeconds = 299;

      assertThat(patient.diagnoses())
          .extracting(Diagnosis::check)
          .containsExactly(TokenChecks.TOKENS_SHORT);
    }
  }

  @Test
  void numbersAreUniqueAndSentencesEnd() {
    List<Check> all = Check.all();

    assertThat(all).extracting(Check::number).doesNotHaveDuplicates();
    assertThat(all)
        .allSatisfy(
            check -> {
              assertThat(check.found()).endsWith(".");
              assertThat(check.remedy()).endsWith(".");
            });
  }

  private static Probe refused(int code) {
    return new Probe.Refused(List.of(code));
  }
}
