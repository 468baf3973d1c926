package io.entrabroker.it.signout;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.App;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Stopped;
import java.util.List;
import java.util.Map;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attacks on the way to Microsoft's sign-out and back. Each that a guard stops is shown to succeed
 * at a twin of the provider that lacks the guard.
 */
@CleanLog
class SignOutAttackIT extends SignOutTest {

  private static final String EVIL = "https://evil.example/";

  @Test
  @Stopped(butNotIn = "aStateIsGoodForeverWithoutItsGuard")
  void aStateIsGoodForOneReturn() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      String back = back(ada);
      assertThat(step(ada, back)).isEqualTo(stack.catalogUrl() + "/signin");

      assertRefused(ada, back);
    }
  }

  @Test
  void aStateIsGoodForeverWithoutItsGuard() {
    upstreams.post(TRIAL, "unguarded-entra", with(upstreams.web(), "withoutSignOutGuards", "ONCE"));
    try (Person ada = Person.with(stack)) {
      String back = back(ada);
      step(ada, back);

      assertThat(step(ada, back)).isEqualTo(stack.catalogUrl() + "/signin");
    }
  }

  @Test
  void aStateOfOneProviderIsNoGoodAtAnother() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      String back = back(ada);

      assertRefused(ada, back.replace("/broker/" + TRIAL + "/", "/broker/entra/"));
      assertRefused(ada, back);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "../../x"})
  void aStateThatNobodyWasGivenLeadsNowhere(String state) {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person attacker = Person.with(stack)) {
      for (String path : List.of("/logout", "/logout_response")) {
        realm.forgetEvents();
        assertRefused(
            attacker,
            endpoint(TRIAL) + path + "?" + App.form(Map.of("state", state, "redirect_uri", EVIL)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "post_logout_redirect_uri",
        "redirect_uri",
        "target",
        "client_id",
        "logout_hint",
        "returnTo",
        "initiating_idp"
      })
  void noParameterOnTheWayBackChangesWhereItEnds(String parameter) {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      String more = "&" + App.form(Map.of(parameter, EVIL));
      String microsoft = step(ada, step(ada, signOutAddress(ada)) + more);
      assertThat(microsoft).startsWith(stack.authority()).doesNotContain("evil");
      String back = step(ada, microsoft);

      assertThat(step(ada, back + more)).isEqualTo(stack.catalogUrl() + "/signin");
    }
  }

  @Test
  void anAddressThatIsNotRegisteredIsRefusedBeforeAnythingEnds() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      WebResponse answer =
          ada.openWithoutFollowing(
              signOutAddress(
                  ada, "post_logout_redirect_uri", stack.catalogUrl() + ".evil.example/"));

      assertThat(answer.getStatusCode()).isEqualTo(400);
      assertThat(answer.getResponseHeaderValue("Location")).isNull();
      assertThat(sessions()).isEqualTo(1);
    }
  }

  @Test
  @Stopped(butNotIn = "anAddressThatIsTakenOffIsGoneToWithoutItsGuard")
  void anAddressThatIsTakenOffWhileTheBrowserIsAwayIsNotGoneTo() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      String back = back(ada);
      String before = register(stack.catalogUrl() + "/elsewhere");
      try {
        WebResponse answer = ada.openWithoutFollowing(back);
        assertThat(answer.getResponseHeaderValue("Location"))
            .satisfiesAnyOf(
                location -> assertThat(location).isNull(),
                location -> assertThat(location).startsWith(stack.keycloak().realmUri() + "/"));
      } finally {
        register(before);
      }
    }
  }

  @Test
  void anAddressThatIsTakenOffIsGoneToWithoutItsGuard() {
    upstreams.post(
        TRIAL, "unguarded-entra", with(upstreams.web(), "withoutSignOutGuards", "DESTINATION"));
    try (Person ada = Person.with(stack)) {
      String back = back(ada);
      String before = register(stack.catalogUrl() + "/elsewhere");
      try {
        assertThat(step(ada, back)).isEqualTo(stack.catalogUrl() + "/signin");
      } finally {
        register(before);
      }
    }
  }

  /** Signs Ada in and out as far as the address to which Microsoft sends her back. */
  private String back(Person ada) {
    ada.signsIn(TRIAL, ADA);
    String microsoft = step(ada, step(ada, signOutAddress(ada)));
    String back = step(ada, microsoft);
    assertThat(back).startsWith(endpoint(TRIAL) + "/logout_response?state=");
    return back;
  }

  /** Gives the public client other post-logout addresses, and gives those that it had. */
  private String register(String addresses) {
    JsonNode found = stack.admin().get("/openmetadata/clients?clientId=openmetadata-spa").get(0);
    ObjectNode attributes = (ObjectNode) found.get("attributes");
    String before = attributes.get("post.logout.redirect.uris").asText();
    attributes.put("post.logout.redirect.uris", addresses);
    stack.admin().put("/openmetadata/clients/" + found.get("id").asText(), found);
    return before;
  }

  private void assertRefused(Person person, String address) {
    realm.forgetEvents();
    WebResponse answer = person.openWithoutFollowing(address);

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getResponseHeaderValue("Location")).isNull();
    assertThat(answer.getContentAsString()).doesNotContain("evil.example");
    assertThat(events("LOGOUT_ERROR").findValuesAsText("reason")).containsExactly("ENTRA2301");
  }
}
