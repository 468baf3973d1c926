package io.entrabroker.it.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import io.entrabroker.it.Upstreams;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first sign-in of a person leaves no room to say who that person is. */
@CleanLog
class LockedFirstSignInIT {
  private static final String ADA = "ada.lovelace";
  private static final String TRIAL = "trial";
  private static final Map<String, String> SOMEBODY_ELSE =
      Map.of(
          "username", "admin",
          "email", "admin@contoso.example",
          "firstName", "Some",
          "lastName", "Body",
          "submitAction", "linkAccount");

  private final Stack stack = Stack.shared();
  private final Realm realm = new Realm(stack);

  @BeforeEach
  @AfterEach
  void forget() {
    realm.forgetPeople();
  }

  @Test
  void nothingIsAskedBetweenMicrosoftAndTheCatalog() {
    try (Person ada = Person.with(stack)) {
      Page end = ada.signsIn("entra", ADA);

      assertThat(end.getUrl().toString()).startsWith(stack.catalogUrl());
    }
    JsonNode user = realm.users().path(0);
    assertThat(user.path("username").asText()).isEqualTo(ADA);
    assertThat(user.path("email").asText()).isEqualTo("ada.lovelace@contoso.example");
    assertThat(user.path("firstName").asText()).isEqualTo("Ada");
    assertThat(user.path("requiredActions")).isEmpty();
  }

  @Test
  void formsForgedIntoTheFirstSignInChangeNothing() throws IOException {
    String owner = ownerOfAdasAddress();
    try (Person ada = Person.with(stack)) {
      HtmlPage refusal = Person.html(ada.signsIn("entra", ADA));
      assertThat(refusal.getWebResponse().getStatusCode()).isEqualTo(409);
      post(ada, refusal.getUrl().toString());
      post(ada, refusal.getUrl().toString().replace("first-broker-login", "required-action"));
      post(ada, refusal.getUrl().toString().replace("first-broker-login", "post-broker-login"));

      assertUntouched(owner);
      assertThat(ada.hasSession()).isFalse();
    }
  }

  /** Shows what the realm's own flow is for: without the check of the flow, too. */
  @Test
  void keycloaksOwnFlowWouldOfferToLinkTheAccount() {
    ownerOfAdasAddress();
    Upstreams upstreams = Upstreams.of(stack);
    upstreams.postWithDefaultFlow(
        TRIAL,
        "unguarded-entra",
        Upstreams.with(upstreams.web(), "withoutGuards", "FIRST_LOGIN_FLOW"));
    try (Person ada = Person.with(stack)) {
      HtmlPage page = Person.html(ada.signsIn(TRIAL, ADA));

      assertThat(page.getElementById("linkAccount")).isNotNull();
    } finally {
      upstreams.delete(TRIAL);
    }
  }

  private String ownerOfAdasAddress() {
    return realm.createUser(
        Map.of(
            "username",
            "countess",
            "email",
            "ada.lovelace@contoso.example",
            "emailVerified",
            true,
            "enabled",
            true));
  }

  private void assertUntouched(String owner) {
    assertThat(realm.users()).hasSize(1);
    JsonNode user = realm.users().path(0);
    assertThat(user.path("id").asText()).isEqualTo(owner);
    assertThat(user.path("username").asText()).isEqualTo("countess");
    assertThat(user.path("email").asText()).isEqualTo("ada.lovelace@contoso.example");
    assertThat(user.has("firstName")).isFalse();
    assertThat(realm.links(owner)).isEmpty();
    assertThat(realm.sessionsOf(owner)).isZero();
  }

  private static void post(Person person, String address) throws IOException {
    WebRequest request = new WebRequest(URI.create(address).toURL(), HttpMethod.POST);
    request.setRequestBody(RealmEndpoints.encoded(SOMEBODY_ELSE));
    person.browser().getPage(request);
  }
}
