package io.entrabroker.it.current;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.App;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Person;
import io.entrabroker.it.RefreshNow;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Stopped;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.directory.UserChange;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.errors.AadstsError;
import io.entrabroker.simulator.policy.Moment;
import io.entrabroker.simulator.policy.SignInRule;
import io.entrabroker.simulator.tokens.Tampering;
import io.entrabroker.simulator.web.RecordedRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a session when Entra changes its mind about a person. */
@CleanLog
class StayingCurrentIT extends PeopleTest {

  private static final String ANALYSTS = "97009590-0000-4000-8000-000000000001";
  private static final String STEWARDS = "97009590-0000-4000-8000-000000000002";

  private final RefreshNow node = new RefreshNow(stack.keycloak().realmUri());

  @BeforeEach
  void nobodyIsFollowed() {
    refreshNow();
    assertThat(node.kept()).isZero();
  }

  @AfterEach
  void nobodyIsChallenged() {
    stack.simulator().signInRules().clear();
  }

  static Stream<Arguments> endsOfAccounts() {
    return Stream.of(
        end("Disa", "AADSTS50057", id -> UserChange.disable(id)),
        end("Dela", "AADSTS50034", id -> UserChange.delete(id)),
        end("Reva", "AADSTS50173", id -> UserChange.revokeSessions(id, Instant.now())));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("endsOfAccounts")
  void whoeverMustNotGoOnLosesTheSession(
      String name, String code, Function<String, DirectoryChange> change) {
    Someone someone = arrived(name);
    trialWith();
    try (Person person = Person.with(stack)) {
      person.signsIn(TRIAL, someone.name());
      JsonNode tokens = catalog().tokens(person);
      assertThat(renewal(tokens).has("id_token")).isTrue();
      assertThat(refreshNow()).isEqualTo(1);
      assertThat(realm.sessionsOf(userId(someone))).isEqualTo(1);
      entra(change.apply(someone.objectId()));
      realm.forgetEvents();
      refreshNow();

      assertThat(realm.sessionsOf(userId(someone))).isZero();
      assertThat(renewal(tokens).path("error").asText()).isEqualTo("invalid_grant");
      JsonNode event = stack.admin().get("/openmetadata/events?type=LOGOUT").get(0);
      assertThat(event.at("/details/reason").asText()).isEqualTo("ENTRA5601");
      assertThat(event.at("/details/microsoft_error").asText()).isEqualTo(code);
      assertThat(event.at("/details/microsoft_correlation_id").asText()).isNotEmpty();
      assertThat(logged("ENTRA5601")).hasSize(1).first().asString().contains(code);
      assertThat(refreshNow()).isZero();
    }
  }

  @Test
  void groupsAndRolesFollowWhileTheSessionLives() {
    Someone gesa = arrived("Gesa");
    entra(
        GroupChange.add(ANALYSTS, "Analysts", gesa.objectId()),
        GroupChange.add(STEWARDS, "Stewards"));
    trialWith(
        "groupBindings",
        ANALYSTS + " = Insights\n" + STEWARDS + " = Curators",
        "appRoles",
        "DataSteward = DataSteward");
    tokenOf(gesa);
    assertThat(realm.groupsOf(userId(gesa))).containsExactly("Insights");
    entra(
        GroupChange.removeMember(ANALYSTS, gesa.objectId()),
        GroupChange.addMember(STEWARDS, gesa.objectId()),
        ApplicationChange.assignRole(Upstreams.WEB_APP, gesa.objectId(), "DataSteward"),
        UserChange.set(gesa.objectId(), "surname", "Changed"));
    assertThat(refreshNow()).isEqualTo(1);

    assertThat(realm.groupsOf(userId(gesa))).containsExactly("Curators");
    assertThat(realm.rolesOf(userId(gesa))).contains("DataSteward");
    assertThat(user(gesa).get("lastName").asText()).isEqualTo("Changed");
    assertThat(refreshNow()).isEqualTo(1);
    assertThat(realm.sessionsOf(userId(gesa))).isEqualTo(1);
  }

  @Test
  void whoeverLosesTheGroupThatOpensTheGateLosesTheSession() {
    Someone gero = arrived("Gero");
    entra(GroupChange.add(ANALYSTS, "Analysts", gero.objectId()));
    trialWith("accessGate", ANALYSTS);
    tokenOf(gero);
    entra(GroupChange.removeMember(ANALYSTS, gero.objectId()));
    refreshNow();

    assertThat(realm.sessionsOf(userId(gero))).isZero();
    assertThat(logged("ENTRA5602")).hasSize(1);
  }

  @Test
  void whoeverHasToProveMoreIsSentToEntraAtTheNextRequestOfTheBrowser() {
    Someone mona = arrived("Mona");
    trialWith();
    try (Person person = Person.with(stack)) {
      person.signsIn(TRIAL, mona.name());
      JsonNode tokens = catalog().tokens(person);
      stack.simulator().signInRules().add(SignInRule.demandingMfa().at(Moment.REFRESH));
      refreshNow();

      assertThat(logged("ENTRA5603")).hasSize(1).first().asString().contains("AADSTS50076");
      assertThat(realm.sessionsOf(userId(mona))).isEqualTo(1);
      assertThat(renewal(tokens).has("id_token")).isTrue();
      assertThat(whereTheBrowserGoes(person, "&prompt=none")).contains("error=login_required");
      assertThat(whereTheBrowserGoes(person, "")).contains("/broker/" + TRIAL + "/login");
      assertThat(refreshNow()).isZero();

      stack.simulator().signInRules().clear();
      // Microsoft knows the browser: it asks nothing.
      tokenAt(person.goesToMicrosoft(TRIAL));
      assertThat(whereTheBrowserGoes(person, "&prompt=none")).contains("code=");
      assertThat(whereTheBrowserGoes(person, "")).contains("code=");
      assertThat(refreshNow()).isEqualTo(1);
    }
  }

  static Stream<AadstsError> comingOfAge() {
    return Stream.of(
        Aadsts.REFRESH_TOKEN_INACTIVE.with("90"), Aadsts.SPA_REFRESH_TOKEN_EXPIRED.with());
  }

  @ParameterizedTest
  @MethodSource("comingOfAge")
  void aTokenThatIsTooOldEndsNoSession(AadstsError error) {
    Someone olof = arrived("Olof" + error.code());
    trialWith();
    tokenOf(olof);
    stack.simulator().failNextTokenRequestWith(error);
    refreshNow();

    assertThat(realm.sessionsOf(userId(olof))).isEqualTo(1);
    assertThat(logged("ENTRA5604")).hasSize(1);
    assertThat(refreshNow()).isZero();
  }

  static Stream<AadstsError> trouble() {
    return Stream.of(
        Aadsts.WRONG_SECRET.with("an app"),
        Aadsts.TOO_MANY_REQUESTS.with(),
        Aadsts.TEMPORARILY_UNAVAILABLE.with());
  }

  @ParameterizedTest
  @MethodSource("trouble")
  void whatSaysNothingAboutThePersonChangesNothingAndIsReportedOnce(AadstsError error) {
    Someone trude = arrived("Trude" + error.code());
    trialWith();
    tokenOf(trude);
    stack.simulator().failNextTokenRequestWith(error);
    stack.simulator().clearRequests();
    refreshNow();
    node.onceMore();

    assertThat(realm.sessionsOf(userId(trude))).isEqualTo(1);
    assertThat(logged("ENTRA5605")).hasSize(1);
    assertThat(refreshes()).as("asked while the provider rests").hasSize(1);
    assertThat(refreshNow()).isEqualTo(1);
    assertThat(refreshes()).hasSize(2);
    assertThat(realm.sessionsOf(userId(trude))).isEqualTo(1);
  }

  @Test
  void whatIsWrongWithOnePersonHidesNobodyElse() {
    Someone lena = arrived("Lena");
    trialWith();
    tokenOf(lena);
    stack
        .simulator()
        .failNextTokenRequestWith(AadstsError.of(59999, "invalid_grant", "Something new."));
    stack.simulator().clearRequests();
    refreshNow();
    node.onceMore();

    assertThat(realm.sessionsOf(userId(lena))).isEqualTo(1);
    assertThat(logged("ENTRA5605")).hasSize(1);
    assertThat(refreshes()).hasSize(2);
  }

  static Stream<Arguments> forgeries() {
    String other = "11111111-2222-4333-8444-555555555555";
    return Stream.of(
        Arguments.of("somebody else", Tampering.with().claim("oid", other), "ENTRA2321"),
        Arguments.of("another tenant", Tampering.with().claim("tid", other), "ENTRA3"),
        Arguments.of("another nonce", Tampering.with().claim("nonce", "another"), "ENTRA3006"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  @Stopped(butNotIn = "withoutItsGuardSomebodyElsesTokenWouldGiveTheirRoles")
  void aRefreshedTokenOfAnotherKindIsNotTrustedAndEndsNothing(
      String name, Tampering tampering, String code) {
    Someone fabian = arrived("Fabian" + name.replace(" ", ""));
    trialWith("appRoles", "DataSteward = DataSteward");
    tokenOf(fabian);
    entra(ApplicationChange.assignRole(Upstreams.WEB_APP, fabian.objectId(), "DataSteward"));
    stack.simulator().tamperWithNextIdToken(tampering);
    refreshNow();

    assertThat(realm.sessionsOf(userId(fabian))).isEqualTo(1);
    assertThat(realm.rolesOf(userId(fabian))).doesNotContain("DataSteward");
    assertThat(logged("ENTRA5607")).hasSize(1).first().asString().contains(code);
  }

  @Test
  void withoutItsGuardSomebodyElsesTokenWouldGiveTheirRoles() {
    Someone flora = arrived("Flora");
    upstreams.post(
        TRIAL,
        "unguarded-entra",
        Upstreams.with(
            upstreams.web(),
            "withoutGuards",
            "SAME_PERSON",
            "syncMode",
            "FORCE",
            "appRoles",
            "DataSteward = DataSteward"));
    upstreams.addMapper(TRIAL, "entra-roles-mapper", "FORCE");
    tokenOf(flora);
    stack
        .simulator()
        .tamperWithNextIdToken(
            Tampering.with()
                .claim("oid", "11111111-2222-4333-8444-555555555555")
                .claim("roles", List.of("DataSteward")));
    refreshNow();

    assertThat(realm.rolesOf(userId(flora))).contains("DataSteward");
  }

  @Test
  void noTokenOfMicrosoftStandsInTheDatabase() {
    Someone nils = arrived("Nils");
    trialWith();
    stack.simulator().clearRequests();
    try (Person person = Person.with(stack)) {
      person.signsIn(TRIAL, nils.name());
      refreshNow();
      refreshNow();
      String database = node.database();
      List<String> tokens =
          refreshes().stream().map(request -> request.form().get("refresh_token")).toList();

      assertThat(database).contains("ENTRA_KEPT_TOKEN", nils.key());
      assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
      assertThat(database).doesNotContain(tokens.toArray(String[]::new));
      assertThat(database).doesNotContain("entra.arrived");
    }
  }

  @Test
  void theRowGoesWithTheSession() {
    Someone rosa = arrived("Rosa");
    trialWith();
    tokenOf(rosa);
    assertThat(node.kept()).isEqualTo(1);
    stack.admin().post("/openmetadata/users/" + userId(rosa) + "/logout", Map.of());
    stack.simulator().clearRequests();
    refreshNow();

    assertThat(node.kept()).isZero();
    assertThat(refreshes()).isEmpty();
  }

  @Test
  void whoeverSwitchesRefreshingOffFollowsNobody() {
    Someone otto = arrived("Ottokar");
    trialWith("refreshInterval", "off");
    stack.simulator().clearRequests();
    tokenOf(otto);

    assertThat(node.kept()).isZero();
    assertThat(stack.simulator().requests().stream().filter(RecordedRequest::toAuthorizeEndpoint))
        .isNotEmpty()
        .noneMatch(request -> request.parameter("scope").orElse("").contains("offline_access"));
  }

  private static Arguments end(String name, String code, Function<String, DirectoryChange> change) {
    return Arguments.of(name, code, change);
  }

  private Someone arrived(String given) {
    Someone someone = new Someone(given);
    entra(someone.arrives());
    return someone;
  }

  private App catalog() {
    return new App(
        stack,
        "openmetadata-web",
        stack.catalogUrl() + "/callback",
        Map.of("client_secret", stack.catalogSecret()));
  }

  private JsonNode renewal(JsonNode tokens) {
    return io.entrabroker.it.Json.read(
        App.post(
            stack.keycloak().realmUri() + "/protocol/openid-connect/token",
            Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                "openmetadata-web",
                "client_secret",
                stack.catalogSecret(),
                "scope",
                "openid",
                "refresh_token",
                tokens.get("refresh_token").asText())));
  }

  private String whereTheBrowserGoes(Person person, String more) {
    WebResponse response =
        person.openWithoutFollowing(
            stack.keycloak().realmUri()
                + "/protocol/openid-connect/auth?response_type=code&scope=openid"
                + "&client_id=openmetadata-web&state=s&redirect_uri="
                + stack.catalogUrl()
                + "/callback"
                + more);
    return String.valueOf(response.getResponseHeaderValue("Location"));
  }

  private List<RecordedRequest> refreshes() {
    return stack.simulator().requests().stream()
        .filter(RecordedRequest::toTokenEndpoint)
        .filter(request -> "refresh_token".equals(request.form().get("grant_type")))
        .toList();
  }

  private int refreshNow() {
    return node.everySession();
  }
}
