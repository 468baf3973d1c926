package io.entrabroker.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.tenant.LoginHosts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {

  private final SettingsReader reader = new SettingsReader(LoginHosts.microsoftOnly());

  static List<Setting<?>> all() {
    return Settings.ALL;
  }

  @Test
  void everyKeyAndEveryLabelIsThereOnce() {
    assertThat(Settings.ALL).extracting(Setting::key).doesNotHaveDuplicates();
    assertThat(Settings.ALL).extracting(Setting::label).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyDefaultIsGood(Setting<?> setting) {
    assertThat(setting.parse(setting.defaultText()).asOptional().isPresent()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyChoiceThatTheFormOffersIsGood(Setting<?> setting) {
    List<String> options =
        setting.field() instanceof Setting.Field.Choice choice
            ? choice.options()
            : List.of(setting.defaultText());

    assertThat(options)
        .contains(setting.defaultText())
        .allSatisfy(option -> assertThat(setting.parse(option).asOptional()).isPresent());
  }

  @ParameterizedTest
  @MethodSource("all")
  void blanksMeanNothing(Setting<?> setting) {
    assertThat(setting.textIn(Map.of(setting.key(), " \t"))).isEqualTo(setting.defaultText());
    assertThat(setting.textIn(Map.of(setting.key(), " x "))).isEqualTo("x");
    assertThat(setting.textIn(Map.of())).isEqualTo(setting.defaultText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "authority | contoso | Authority: 'contoso' is neither a tenant id nor a domain. Write the tenant's id",
        "clientId | my app | Client ID: This must be the Application (client) ID of the app registration, a GUID such as 00000000-0000-0000-0000-000000000000; copy it from",
        "registration | desktop | Registration: 'desktop' is not understood. Write web or spa.",
        "flow | hybrid | Flow: 'hybrid' is not understood. Write code or id_token.",
        "defaultScope | openid,profile \"x\" | Scopes: Separate the scopes by spaces, without quotes, commas or backslashes.",
        "prompt | none | Prompt: Write unspecified, login, select_account or consent.",
        "domainHint | no domain | Domain hint: Write a domain name such as contoso.com, or leave it empty.",
        "filteredByClaim | true | Verify essential claim: This provider does not filter by a claim: switch",
        "doNotStoreUsers | true | Do not store users: The catalog knows people by a lasting id: switch"
      })
  void aWrongConnectionIsAnsweredWithWhatToWrite(String key, String value, String sentence) {
    Setting<?> setting =
        Settings.ALL.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();

    assertThat(Configs.problem(setting, key, value)).startsWith(sentence);
  }

  @Test
  void theSecretIsNotBlamedForAFlowOrRegistrationThatCannotBeRead() {
    assertThat(Configs.problem(ConnectionSettings.FLOW, "flow", "x", "clientSecret", ""))
        .startsWith("Flow: ");
    assertThat(
            Configs.problem(
                ConnectionSettings.REGISTRATION, "registration", "x", "clientSecret", ""))
        .startsWith("Registration: ");
  }

  @Test
  void whatIsMissingIsNamedOnceWithWhatToWrite() {
    assertThat(reader.read(Map.of()).problems())
        .containsExactlyInAnyOrder(
            SettingsProblem.missing(
                ConnectionSettings.AUTHORITY,
                "Authority is missing. Write the tenant's id, a verified domain, or"
                    + " https://login.microsoftonline.com/<tenant id>."),
            SettingsProblem.missing(
                ConnectionSettings.CLIENT_ID,
                "Client ID is missing. Write the Application (client) ID."),
            SettingsProblem.missing(
                ConnectionSettings.CLIENT_SECRET,
                "A Web registration needs a client secret: paste the Value of a secret (Entra admin"
                    + " center > App registrations > Certificates & secrets), or choose spa if the"
                    + " redirect URI is registered as a single-page application."));
  }

  @Test
  void aProblemOfOnePartDoesNotHideThoseOfAnother() {
    assertThat(
            Configs.problems(
                "authority", "contoso", "guests", "x", "groupScope", "x", "clientId", "x"))
        .extracting(SettingsProblem::key)
        .containsExactlyInAnyOrder("authority", "guests", "groupScope", "clientId");
  }

  @Test
  void aProblemIsNamedOnlyOnce() {
    assertThat(Configs.problems("flow", "x", "registration", "x", "guests", "x")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"CODE, code, query", "ID_TOKEN, id_token, form_post"})
  void theFlowDecidesHowTheAnswerComes(SignInFlow flow, String type, String mode) {
    assertThat(flow.responseType()).isEqualTo(type);
    assertThat(flow.responseMode()).isEqualTo(mode);
  }

  @Test
  void theEndpointsAreTheTenants() {
    assertThat(Configs.settings().connection().endpoints().orElseThrow().issuer())
        .contains("https://login.microsoftonline.com/" + Configs.TENANT + "/v2.0");
    assertThat(Configs.settings("authority", "contoso.com").connection().endpoints()).isEmpty();
    assertThat(
            Configs.settings(
                    "authority", "contoso.com", "pinnedTenant", "contoso.com=" + Configs.TENANT)
                .connection()
                .endpoints())
        .isPresent();
  }

  @Test
  void problemsAreToldInOneText() {
    assertThat(
            reader
                .read(Configs.web("guests", "x", "groupScope", "x"))
                .objection(SettingsReading.Activation.DISABLED))
        .contains(
            "Guests: 'x' is not understood. Write refuse or admit."
                + " Group scope: 'x' is not understood. Write all or assigned.");
    assertThat(reader.read(Configs.web()).objection(SettingsReading.Activation.ENABLED)).isEmpty();
  }
}
