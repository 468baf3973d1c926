package io.entrabroker.it.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.catalog.config.CatalogExport;
import io.entrabroker.it.Someone;
import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.simulator.web.RecordedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.htmlunit.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exported file with one line that is wrong: each shows, so the right ones are needed. */
class WrongLineIT extends ExportTest {

  private static final String RELEASE = "1.13.1";

  /** Keycloak counts whole seconds: until one is over, a sign-in is not older than max_age=0. */
  private static final Duration LONGER_THAN_A_SECOND = Duration.ofSeconds(3);

  @ParameterizedTest(name = "{1} instead of {0}: {2}")
  @CsvSource({
    "username:preferred_username, username:sub, 400",
    "/protocol/openid-connect/certs, /protocol/certs, 500",
    "TOKEN_VALIDATION_ALGORITHM=RS256, TOKEN_VALIDATION_ALGORITHM=ES256, 401"
  })
  void aWrongLineLetsNobodyIn(String right, String wrong, int status) {
    Path file = changed(Flow.CONFIDENTIAL, right, wrong);

    try (SampleCatalog catalog = catalog(RELEASE, file);
        Visit visit = visit()) {
      assertThat(catalog.url()).isNotNull();
      assertThat(answer(visit.signsIn(Flow.CONFIDENTIAL, MEMBER)).statusCode()).isEqualTo(status);
    }
  }

  @Test
  void aWrongPrincipalDomainLocksTheAdministratorOut() {
    Path file = changed(Flow.CONFIDENTIAL, "PRINCIPAL_DOMAIN=contoso", "PRINCIPAL_DOMAIN=fabrikam");

    try (SampleCatalog catalog = catalog(RELEASE, file);
        Visit visit = visit()) {
      assertThat(catalog.url()).isNotNull();
      assertThat(answer(visit.signsIn(Flow.CONFIDENTIAL, ADMIN)).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void withoutRolesFromTheProviderNobodyHasOne() {
    Path file = changed(Flow.PUBLIC, "USE_ROLES_FROM_PROVIDER=true", "NOBODY_KNOWS=true");

    try (SampleCatalog catalog = catalog(RELEASE, file)) {
      assertThat(catalog.url()).isNotNull();
      assertThat(names(person(Flow.PUBLIC, MEMBER), "roles")).isEmpty();
    }
  }

  @Test
  void whoIsSignedInIsNotSentToMicrosoftAgain() {
    Path file = write(exported().text(CatalogExport.DOCKER_ENV, Flow.CONFIDENTIAL, RELEASE));

    assertThat(isAskedAgain(file, MEMBER)).isFalse();
  }

  @Test
  void withoutTheLineForMaxAgeEverybodyIsSentToMicrosoftAgain() {
    Path file = changed(Flow.CONFIDENTIAL, "OIDC_MAX_AGE", "NOBODY_KNOWS");

    assertThat(isAskedAgain(file, MEMBER)).isTrue();
  }

  @Test
  void withoutTheLineForPromptEverybodyIsAskedForConsent() {
    assertThat(request(changed(Flow.CONFIDENTIAL, "OIDC_PROMPT_TYPE", "NOBODY_KNOWS")))
        .contains("prompt=consent");
    assertThat(request(changed(Flow.CONFIDENTIAL, "OIDC_PROMPT_TYPE", "OIDC_PROMPT_TYPE")))
        .doesNotContain("prompt=");
  }

  private String request(Path file) {
    try (SampleCatalog catalog = catalog(RELEASE, file);
        Visit visit = visit()) {
      assertThat(catalog.url()).isNotNull();
      return visit.request();
    }
  }

  private boolean isAskedAgain(Path file, Someone someone) {
    try (SampleCatalog catalog = catalog(RELEASE, file);
        Visit visit = visit()) {
      assertThat(catalog.url()).isNotNull();
      visit.signsIn(Flow.CONFIDENTIAL, someone);
      stack.simulator().clearRequests();
      Instant until = Instant.now().plus(LONGER_THAN_A_SECOND);
      boolean asked = false;
      while (!asked && Instant.now().isBefore(until)) {
        asked = isSentToMicrosoft(visit);
      }
      return asked;
    }
  }

  private boolean isSentToMicrosoft(Visit visit) {
    Page end = visit.presses(Flow.CONFIDENTIAL);
    boolean asked =
        stack.simulator().requests().stream().anyMatch(RecordedRequest::toAuthorizeEndpoint);
    assertThat(asked || end.getUrl().toString().contains("id_token=")).isTrue();
    return asked;
  }

  @Test
  void anotherCallbackIsRefusedByTheRealm() {
    Path file = changed(Flow.CONFIDENTIAL, "/callback", "/callback2");

    try (SampleCatalog catalog = catalog(RELEASE, file);
        Visit visit = visit()) {
      assertThat(catalog.url()).isNotNull();
      Page refusal = visit.presses(Flow.CONFIDENTIAL);
      assertThat(refusal.getUrl().toString()).startsWith(stack.keycloak().realmUri().toString());
      assertThat(refusal.getWebResponse().getStatusCode()).isEqualTo(400);
    }
  }

  @Test
  void withAnotherDiscoveryAddressTheServerDoesNotStart() {
    Path file = changed(Flow.CONFIDENTIAL, "/.well-known/", "/auth/.well-known/");

    assertThatThrownBy(() -> catalog(RELEASE, file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("OpenMetadata does not start");
  }

  private Path changed(Flow flow, String right, String wrong) {
    String text = exported().text(CatalogExport.DOCKER_ENV, flow, RELEASE);
    assertThat(text).contains(right);
    return write(text.replace(right, wrong));
  }

  private Path write(String text) {
    return ExportedFiles.write(folder.resolve("catalog.env"), text);
  }
}
