package io.entrabroker.it.signin;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.TrialTest;
import io.entrabroker.it.Upstreams;
import java.util.Map;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** An authority that names a domain is resolved at the first sign-in and pinned. */
@CleanLog
class DomainAuthorityIT extends TrialTest {

  private static final String OTHER_TENANT = "11111111-2222-4333-8444-555555555555";

  @Test
  void savingADomainMakesNoNetworkCall() {
    stack.simulator().clearRequests();
    upstreams.post(
        TRIAL, "entra", with(upstreams.web(), "authority", authorityOf("nobody.example")));

    assertThat(upstreams.stored(TRIAL)).doesNotContainKey("pinnedTenant");
  }

  @Test
  void theFirstSignInPinsTheTenant() {
    upstreams.post(TRIAL, "entra", onDomain());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, "ada.lovelace");
    }

    assertThat(realm.user("ada.lovelace")).isPresent();
    assertThat(upstreams.stored(TRIAL))
        .containsEntry("pinnedTenant", "contoso.example=" + Upstreams.TENANT);
  }

  @Test
  void aDomainThatNowMeansAnotherTenantIsRefused() {
    upstreams.post(
        TRIAL, "entra", with(onDomain(), "pinnedTenant", "contoso.example=" + OTHER_TENANT));
    try (Person ada = Person.with(stack)) {
      HtmlPage end = ada.goesToMicrosoft(TRIAL);

      realm.assertRefused(end, "ENTRA1003");
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void aSaveWithoutThePinDoesNotLiftIt() {
    upstreams.post(
        TRIAL, "entra", with(onDomain(), "pinnedTenant", "contoso.example=" + OTHER_TENANT));
    upstreams.put(TRIAL, "entra", onDomain());

    assertThat(upstreams.stored(TRIAL))
        .containsEntry("pinnedTenant", "contoso.example=" + OTHER_TENANT);
  }

  @Test
  void anotherAuthorityDropsThePin() {
    upstreams.post(
        TRIAL, "entra", with(onDomain(), "pinnedTenant", "contoso.example=" + OTHER_TENANT));
    upstreams.put(TRIAL, "entra", upstreams.web());

    assertThat(upstreams.stored(TRIAL)).doesNotContainKey("pinnedTenant");
  }

  @Test
  void aPinOfAnotherDomainDoesNotCount() {
    upstreams.post(
        TRIAL, "entra", with(onDomain(), "pinnedTenant", "fabrikam.example=" + OTHER_TENANT));
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, "ada.lovelace");

      assertThat(ada.hasSession()).isTrue();
    }
  }

  @Test
  void aDomainOfNoTenantIsRefused() {
    upstreams.post(
        TRIAL, "entra", with(upstreams.web(), "authority", authorityOf("nobody.example")));
    try (Person ada = Person.with(stack)) {
      HtmlPage end = ada.goesToMicrosoft(TRIAL);

      realm.assertRefused(end, "ENTRA1002");
      realm.assertNobodyGotIn(ada);
    }
  }

  private Map<String, String> onDomain() {
    return with(upstreams.web(), "authority", authorityOf("contoso.example"));
  }

  private String authorityOf(String domain) {
    return stack.authority().replace(Upstreams.TENANT, domain);
  }
}
