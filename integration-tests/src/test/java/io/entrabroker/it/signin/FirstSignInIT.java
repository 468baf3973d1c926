package io.entrabroker.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.App;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import io.entrabroker.it.Upstreams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who a person becomes at the first sign-in, and whom nobody may become. */
@CleanLog
class FirstSignInIT {

  private final Stack stack = Stack.shared();
  private final Realm realm = new Realm(stack);

  @BeforeEach
  @AfterEach
  void forget() {
    realm.forgetPeople();
  }

  @Test
  void aLocalUserWithTheSameAddressIsNotTakenOver() {
    String local = localUser("somebody", "ada.lovelace@contoso.example");

    refused();
    assertThat(realm.links(local)).isEmpty();
    assertThat(realm.users()).hasSize(1);
  }

  @Test
  void aLocalUserWithTheSameNameIsNotTakenOver() {
    String local = localUser("ada.lovelace", "other@contoso.example");

    refused("ENTRA4104");
    assertThat(realm.links(local)).isEmpty();
  }

  @Test
  void aVerifiedLocalUserIsNotLinkedEither() {
    String local = localUser("somebody", "ada.lovelace@contoso.example");
    JsonNode user = stack.admin().get("/openmetadata/users/" + local);
    assertThat(user.get("emailVerified").asBoolean()).isTrue();

    refused();
    assertThat(realm.links(local)).isEmpty();
  }

  @Test
  void aLinkOfKeycloaksMicrosoftProviderIsMovedToTheNewKey() {
    movesLegacyLink(this::objectIdOfAda);
  }

  @Test
  void aLinkOfKeycloaksOpenIdConnectProviderIsMovedToTheNewKey() {
    movesLegacyLink(this::subjectOfAda);
  }

  @Test
  void linksOfTwoUsersToOneAccountAreRefused() {
    String objectId = objectIdOfAda();
    String subject = subjectOfAda();
    realm.forgetPeople();
    link(localUser("one", "one@contoso.example"), objectId);
    link(localUser("two", "two@contoso.example"), subject);

    try (Person ada = Person.with(stack)) {
      Page end = ada.signsIn("entra", "ada.lovelace");

      realm.assertRefused(Person.html(end), "ENTRA4101");
      assertThat(ada.hasSession()).isFalse();
    }
  }

  @Test
  void whoeverHasNoVerifiedAddressIsNobodyToTheCatalog() {
    JsonNode user;
    JsonNode claims;
    try (Person ada = Person.with(stack)) {
      ada.signsIn("entra", "ada.lovelace");
      user = realm.user("ada.lovelace").orElseThrow();
      ((ObjectNode) user).put("emailVerified", false);
      stack.admin().put("/openmetadata/users/" + user.get("id").asText(), user);

      String token = catalog().idToken(ada);
      claims = Json.claims(token);
      assertThat(App.catalogAnswers(stack, token)).isEqualTo(401);
    }

    assertThat(claims.has("email")).isFalse();
    assertThat(claims.has("preferred_username")).isFalse();
    assertThat(claims.has("email_verified")).isFalse();
    assertThat(claims.get("sub").asText()).isEqualTo(user.get("id").asText());
  }

  @Test
  void whoeverWasInterruptedBetweenCreationAndLinkGoesOn() {
    Map<String, Object> leftOver = userNamed("ada.lovelace", "ada.lovelace@contoso.example");
    leftOver.put(
        "attributes",
        Map.of("entra_oid", List.of(objectId()), "entra_tid", List.of(Upstreams.TENANT)));
    String id = realm.createUser(leftOver);

    assertThat(Json.claims(signIn()).get("sub").asText()).isEqualTo(id);
    assertThat(realm.links(id)).hasSize(1);
  }

  @Test
  void aUserOfAnotherEntraAccountIsNotALeftOver() {
    Map<String, Object> other = userNamed("ada.lovelace", "ada.lovelace@contoso.example");
    other.put(
        "attributes",
        Map.of(
            "entra_oid", List.of("00000000-0000-4000-8000-000000000000"),
            "entra_tid", List.of(Upstreams.TENANT)));
    String id = realm.createUser(other);

    refused();
    assertThat(realm.links(id)).isEmpty();
  }

  private App catalog() {
    return new App(
        stack,
        "openmetadata-web",
        stack.catalogUrl() + "/callback",
        Map.of("client_secret", stack.catalogSecret()));
  }

  private void refused() {
    refused("ENTRA4102");
  }

  private void refused(String code) {
    try (Person ada = Person.with(stack)) {
      Page end = ada.signsIn("entra", "ada.lovelace");

      assertThat(end.getWebResponse().getStatusCode()).isEqualTo(409);
      HtmlPage page = Person.html(end);
      realm.assertRefused(page, code);
      assertThat(page.asNormalizedText()).doesNotContain("ada.lovelace");
      assertThat(ada.hasSession()).isFalse();
    }
  }

  private void movesLegacyLink(Supplier<String> legacyId) {
    String id = legacyId.get();
    realm.forgetPeople();
    String local = localUser("ada.before", "ada.before@contoso.example");
    link(local, id);

    JsonNode claims = Json.claims(signIn());

    assertThat(claims.get("sub").asText()).isEqualTo(local);
    assertThat(claims.get("oid").asText()).isEqualTo(objectId());
    assertThat(claims.get("tid").asText()).isEqualTo(Upstreams.TENANT);
    assertThat(realm.links(local)).hasSize(1);
    assertThat(realm.links(local).get(0).get("userId").asText())
        .isEqualTo(Upstreams.TENANT + ":" + objectId());
  }

  private String objectId() {
    return stack
        .simulator()
        .directory()
        .tenant(Upstreams.TENANT)
        .orElseThrow()
        .userNamed("ada.lovelace@contoso.example")
        .orElseThrow()
        .id();
  }

  private String objectIdOfAda() {
    return objectId();
  }

  /** Entra's pairwise subject, which only a token tells: taken from the simulator's own answer. */
  private String subjectOfAda() {
    return SubjectProbe.subjectOfAda(stack);
  }

  private String signIn() {
    try (Person ada = Person.with(stack)) {
      return Person.parameter(ada.signsIn("entra", "ada.lovelace"), "id_token");
    }
  }

  private String localUser(String username, String email) {
    return realm.createUser(userNamed(username, email));
  }

  private static Map<String, Object> userNamed(String username, String email) {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("username", username);
    user.put("email", email);
    user.put("emailVerified", true);
    user.put("enabled", true);
    user.put("requiredActions", List.of());
    return user;
  }

  private void link(String userId, String federatedId) {
    stack
        .admin()
        .post(
            "/openmetadata/users/" + userId + "/federated-identity/entra",
            Map.of("identityProvider", "entra", "userId", federatedId, "userName", "x"));
  }
}
