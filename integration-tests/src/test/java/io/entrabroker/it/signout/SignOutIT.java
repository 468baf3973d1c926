package io.entrabroker.it.signout;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.App;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Someone;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.tokens.Tampering;
import java.util.List;
import java.util.Map;
import org.htmlunit.Page;
import org.junit.jupiter.api.Test;

/** From the catalog's public client through Keycloak to Microsoft and back. */
@CleanLog
class SignOutIT extends SignOutTest {

  @Test
  void theSessionEndsHereAndAtMicrosoftAndTheBrowserComesBackToTheCatalog() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      assertThat(isSignedInAtMicrosoft(ada)).isTrue();
      List<String> way = way(ada, signOutAddress(ada, "state", "the catalog's"));

      stop(way, stack.authority() + "/oauth2/v2.0/logout?");
      assertThat(way.get(way.size() - 1))
          .isEqualTo(stack.catalogUrl() + "/signin?state=the+catalog%27s");
      assertThat(ada.hasSession()).isFalse();
      assertThat(sessions()).isZero();
      assertThat(isSignedInAtMicrosoft(ada)).isFalse();
    }
  }

  @Test
  void theSessionHasEndedHereBeforeTheBrowserLeavesForMicrosoft() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      JsonNode tokens = catalogsServer().tokens(ada);
      String leaving = step(ada, signOutAddress(ada));

      assertThat(leaving).startsWith(endpoint(TRIAL) + "/logout?state=");
      assertThat(sessions()).isZero();
      assertThat(ada.hasSession()).isFalse();
      assertThat(refreshed(tokens)).contains("invalid_grant");
    }
  }

  @Test
  void theRequestNamesTheAccountAndCarriesNoToken() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      assertThat(hinted(way(ada, signOutAddress(ada)))).isTrue();
    }
  }

  @Test
  void theSecondTimeNobodyIsCreatedWhichIsAnotherWayThroughKeycloak() {
    Someone hana = new Someone("Hana");
    Directory before = stack.simulator().directory();
    stack.simulator().change(hana.arrives());
    try (Person first = Person.with(stack);
        Person second = Person.with(stack)) {
      upstreams.post(TRIAL, "entra", upstreams.web());
      first.signsIn(TRIAL, hana.name());
      second.signsIn(TRIAL, hana.name());

      assertThat(hinted(way(second, signOutAddress(second)))).isTrue();
    } finally {
      stack.simulator().replaceDirectory(before);
    }
  }

  private boolean hinted(List<String> way) {
    String request = stop(way, stack.authority() + "/oauth2/v2.0/logout?");
    assertThat(request).hasSizeLessThanOrEqualTo(2000).doesNotContain("id_token_hint", "eyJ");
    assertThat(Person.parameter(request, "post_logout_redirect_uri"))
        .isEqualTo(endpoint(TRIAL) + "/logout_response");
    assertThat(Person.parameter(request, "state")).hasSize(43);
    return request.contains("&logout_hint=");
  }

  @Test
  void withoutTheOptionalClaimThereIsNoHint() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      stack.simulator().tamperWithNextIdToken(Tampering.with().without("login_hint"));
      ada.signsIn(TRIAL, ADA);

      assertThat(hinted(way(ada, signOutAddress(ada)))).isFalse();
    }
  }

  @Test
  void aHintThatIsTooLongIsLeftOut() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      stack
          .simulator()
          .tamperWithNextIdToken(Tampering.with().claim("login_hint", "%".repeat(1000)));
      ada.signsIn(TRIAL, ADA);

      assertThat(hinted(way(ada, signOutAddress(ada)))).isFalse();
    }
  }

  @Test
  void theEventNamesNobodyAndHoldsNoHint() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      stack
          .simulator()
          .tamperWithNextIdToken(Tampering.with().claim("login_hint", "hint-of-the-person"));
      ada.signsIn(TRIAL, ADA);
      List<String> way = way(ada, signOutAddress(ada));

      assertThat(stop(way, stack.authority())).contains("hint-of-the-person");
      assertThat(events("LOGOUT")).hasSize(1);
      assertThat(events("LOGOUT").toString()).doesNotContain("hint-of-the-person", ADA);
      assertThat(realm.logLines("hint-of-the-person")).isEmpty();
    }
  }

  @Test
  void aSessionThatHasEndedAtMicrosoftDoesNotBlockOurs() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      ada.open(stack.authority() + "/oauth2/v2.0/logout");
      assertThat(isSignedInAtMicrosoft(ada)).isFalse();
      List<String> way = way(ada, signOutAddress(ada));

      assertThat(way.get(way.size() - 1)).isEqualTo(stack.catalogUrl() + "/signin");
      assertThat(sessions()).isZero();
    }
  }

  @Test
  void keycloakOnlyLeavesMicrosoftsSessionAlone() {
    upstreams.post(TRIAL, "entra", with(upstreams.web(), "signOut", "keycloak-only"));
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);

      assertThat(step(ada, signOutAddress(ada))).isEqualTo(stack.catalogUrl() + "/signin");
      assertThat(sessions()).isZero();
      assertThat(isSignedInAtMicrosoft(ada)).isTrue();
    }
  }

  @Test
  void whoeverSignsOutWithoutAnAddressToGoToEndsOnAPage() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      String idToken = publicClient().idToken(ada);
      Page end = ada.open(endOfSession() + "?id_token_hint=" + idToken);

      assertThat(end.getWebResponse().getStatusCode()).isEqualTo(200);
      assertThat(Person.html(end).asNormalizedText()).containsIgnoringCase("signed out");
      assertThat(isSignedInAtMicrosoft(ada)).isFalse();
    }
  }

  @Test
  void aWrongSettingIsRefusedOnSave() {
    assertThat(
            upstreams
                .tryPost(TRIAL, "entra", with(upstreams.web(), "signOut", "everywhere"))
                .errorMessage())
        .contains("upstream or keycloak-only");
  }

  private String refreshed(JsonNode tokens) {
    return App.post(
        stack.keycloak().realmUri() + "/protocol/openid-connect/token",
        Map.of(
            "grant_type",
            "refresh_token",
            "client_id",
            "openmetadata-web",
            "client_secret",
            stack.catalogSecret(),
            "refresh_token",
            tokens.get("refresh_token").asText()));
  }
}
