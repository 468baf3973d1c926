package io.entrabroker.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.clientauth.AppRegistration;
import io.entrabroker.clientauth.ClientSecret;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.settings.SettingsReading.Activation;
import io.entrabroker.tenant.LoginHosts;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

  private static final String CLIENT = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001";
  private final SettingsReader reader = new SettingsReader(LoginHosts.microsoftOnly());

  @Test
  void aWebRegistrationSendsItsSecret() {
    Connection settings = valid(web());

    assertThat(settings.registration())
        .isEqualTo(
            new AppRegistration.WebApplication(CLIENT, new ClientSecret(new Secret("the-value"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none"})
  void aSinglePageApplicationSendsNone(String secret) {
    Connection settings = valid(with(web(), "registration", "spa", "clientSecret", secret));

    assertThat(settings.registration())
        .isEqualTo(new AppRegistration.SinglePageApplication(CLIENT));
  }

  @Test
  void aSinglePageApplicationWithASecretIsRefusedWithBothWaysOut() {
    assertThat(problem(with(web(), "registration", "spa")))
        .contains("replace the secret by none, or choose Web");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none"})
  void aWebRegistrationWithoutASecretIsRefused(String secret) {
    assertThat(problem(with(web(), "clientSecret", secret)))
        .contains("A Web registration needs a client secret");
  }

  @ParameterizedTest
  @CsvSource({"web,''", "web,none", "web,the-value", "spa,''", "spa,none"})
  void theIdTokenFlowNeedsNoSecret(String registration, String secret) {
    Connection settings =
        valid(
            with(web(), "flow", "id_token", "registration", registration, "clientSecret", secret));

    assertThat(settings.flow()).isEqualTo(SignInFlow.ID_TOKEN);
    assertThat(settings.registration()).isEqualTo(new AppRegistration.WithoutTokenRequest(CLIENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"**********", "${ENTRA_CLIENT_SECRET}"})
  void aPlaceholderIsNotASecret(String secret) {
    assertThat(problem(with(web(), "clientSecret", secret)))
        .contains("a placeholder, not a secret");
  }

  @Test
  void aVaultReferenceIsASecret() {
    assertThat(reader.read(with(web(), "clientSecret", "${vault.entra}")).problems()).isEmpty();
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    Map<String, String> config =
        Map.of(
            "authority", "contoso",
            "clientId", "my app",
            "registration", "desktop",
            "flow", "hybrid",
            "defaultScope", "openid \"quoted\"",
            "prompt", "none",
            "domainHint", "no domain",
            "filteredByClaim", "true",
            "doNotStoreUsers", "true");

    assertThat(reader.read(config).problems())
        .extracting(SettingsProblem::key)
        .containsExactlyInAnyOrder(
            "authority",
            "clientId",
            "registration",
            "flow",
            "defaultScope",
            "prompt",
            "domainHint",
            "filteredByClaim",
            "doNotStoreUsers");
  }

  @Test
  void whatIsMissingMayBeMissingWhileTheProviderIsOff() {
    SettingsReading reading = reader.read(Map.of());

    assertThat(reading.objection(Activation.DISABLED)).isEmpty();
    assertThat(reading.objection(Activation.ENABLED)).isPresent();
    assertThat(reading.settings()).isEmpty();
  }

  @Test
  void whatIsWrongIsRefusedEvenWhileTheProviderIsOff() {
    assertThat(reader.read(Map.of("authority", "contoso")).objection(Activation.DISABLED))
        .isPresent();
  }

  @Test
  void openidProfileAndEmailAreAlwaysAskedFor() {
    assertThat(valid(with(web(), "defaultScope", "User.Read  openid")).scopes())
        .containsExactly("openid", "profile", "email", "User.Read");
  }

  @Test
  void aDomainHintOfThousandsOfLabelsIsRefusedLikeAnyOther() {
    assertThat(problem(with(web(), "domainHint", "a.".repeat(5_000) + "example")))
        .contains("Write a domain name");
  }

  @Test
  void aNullFromTheAdminApiIsASettingThatIsNotSet() {
    Map<String, String> config = with(web());
    config.put("defaultScope", null);

    assertThat(valid(config).scopes()).containsExactly("openid", "profile", "email");
  }

  @Test
  void hintsAreSentOnlyWhereTheyAreSet() {
    assertThat(valid(web()).hints()).isEmpty();
    assertThat(valid(with(web(), "prompt", "login", "domainHint", "contoso.com")).hints())
        .containsOnly(Map.entry("prompt", "login"), Map.entry("domain_hint", "contoso.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "unspecified, '', ''",
    "unspecified, login, login",
    "unspecified, select_account login, login",
    "unspecified, consent, ''",
    "select_account, '', ''",
    "select_account, login, ''",
    "login, '', login",
    "consent, login, ''"
  })
  void onASecondTryOnlyThePasswordIsAskedForAgain(String configured, String asked, String sent) {
    assertThat(valid(with(web(), "prompt", configured)).promptOfSecondTry(asked)).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource({"'',''", "login,login", "consent,''", "login consent,login", "none,none"})
  void anApplicationsPromptIsPassedOnButForConsent(String asked, String sent) {
    assertThat(valid(web()).prompt(asked)).isEqualTo(sent);
    assertThat(valid(with(web(), "prompt", "select_account")).prompt(asked))
        .isEqualTo(asked.equals("none") ? "none" : "select_account");
  }

  @Test
  void theClientIdIsReadInLowerCaseAsTokensCarryIt() {
    String pasted = " " + CLIENT.toUpperCase(java.util.Locale.ROOT) + " ";

    assertThat(valid(with(web(), "clientId", pasted)).registration().clientId()).isEqualTo(CLIENT);
  }

  @Test
  void theSecretShowsInNoText() {
    assertThat(valid(web()).toString()).doesNotContain("the-value");
  }

  private static Map<String, String> web() {
    return with(
        Map.of(),
        "authority",
        "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c",
        "clientId",
        CLIENT,
        "clientSecret",
        "the-value");
  }

  private static Map<String, String> with(Map<String, String> config, String... more) {
    Map<String, String> changed = new HashMap<>(config);
    for (int i = 0; i < more.length; i += 2) {
      changed.put(more[i], more[i + 1]);
    }
    return changed;
  }

  private Connection valid(Map<String, String> config) {
    SettingsReading reading = reader.read(config);
    assertThat(reading.problems()).isEmpty();
    return reading.settings().orElseThrow().connection();
  }

  private String problem(Map<String, String> config) {
    return reader.read(config).objection(Activation.ENABLED).orElse("no objection");
  }
}
