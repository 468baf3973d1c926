package io.entrabroker.settings;

import io.entrabroker.Parsed;
import io.entrabroker.clientauth.AppRegistration;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.tenant.Authority;
import io.entrabroker.tenant.DomainPin;
import io.entrabroker.tenant.LoginHosts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the identity provider's configuration: on save and again at every sign-in.
 *
 * @param hosts the login hosts that this server allows
 */
public record SettingsReader(LoginHosts hosts) {

  /** What the console's mandatory secret field must hold for a single-page application. */
  public static final String NO_SECRET = "none";

  /** What Keycloak shows instead of a stored secret. */
  public static final String MASKED = "**********";

  /** Gives the settings, or every problem at once. Makes no network call. */
  public SettingsReading read(Map<String, String> config) {
    return new Reading(config).result();
  }

  private final class Reading {
    private final Map<String, String> config;
    private final List<SettingsProblem> problems = new ArrayList<>();

    Reading(Map<String, String> config) {
      this.config = config;
    }

    SettingsReading result() {
      Optional<Authority> authority = authority();
      Optional<String> clientId =
          required(Settings.CLIENT_ID, "Write the Application (client) ID.");
      Optional<Registration> platform = optional(Settings.REGISTRATION);
      Optional<SignInFlow> flow = optional(Settings.FLOW);
      Optional<Set<String>> scopes = optional(Settings.SCOPES);
      Optional<DomainPin> pin = optional(Settings.DOMAIN_PIN);
      Map<String, String> hints = hints();
      optional(Settings.CLAIM_FILTER);
      optional(Settings.TRANSIENT_USERS);
      if (platform.isPresent() && flow.isPresent()) {
        checkSecret(platform.get(), flow.get());
      }
      if (!problems.isEmpty()) {
        return new SettingsReading.Invalid(problems);
      }
      return new SettingsReading.Valid(
          new EntraSettings(
              authority.orElseThrow(),
              pin.orElseThrow(),
              registration(platform.orElseThrow(), flow.orElseThrow(), clientId.orElseThrow()),
              flow.orElseThrow(),
              scopes.orElseThrow(),
              hints));
    }

    private Optional<Authority> authority() {
      return required(
              Settings.AUTHORITY,
              "Write the tenant's id, a verified domain, or"
                  + " https://login.microsoftonline.com/<tenant id>.")
          .flatMap(text -> accept(Settings.AUTHORITY, Authority.parse(text, hosts)));
    }

    private Map<String, String> hints() {
      Map<String, String> hints = new LinkedHashMap<>();
      optional(Settings.PROMPT)
          .filter(prompt -> !prompt.equals(Settings.PROMPT.defaultText()))
          .ifPresent(prompt -> hints.put("prompt", prompt));
      optional(Settings.DOMAIN_HINT)
          .filter(domain -> !domain.isEmpty())
          .ifPresent(domain -> hints.put("domain_hint", domain));
      return hints;
    }

    private void checkSecret(Registration platform, SignInFlow flow) {
      String secret = secret();
      boolean none = secret.isEmpty() || secret.equals(NO_SECRET);
      if (platform == Registration.SPA && !none) {
        problems.add(
            SettingsProblem.wrong(
                Settings.CLIENT_SECRET,
                "A single-page application must not send a client secret: replace the secret by "
                    + NO_SECRET
                    + ", or choose Web."));
      }
      if (platform == Registration.WEB && flow == SignInFlow.CODE && none) {
        problems.add(
            SettingsProblem.missing(
                Settings.CLIENT_SECRET,
                "A Web registration needs a client secret: paste the Value of a secret (Entra admin"
                    + " center > App registrations > Certificates & secrets), or choose spa if the"
                    + " redirect URI is registered as a single-page application."));
      }
      if (secret.equals(MASKED) || secret.startsWith("${") && !secret.startsWith("${vault.")) {
        problems.add(
            SettingsProblem.wrong(
                Settings.CLIENT_SECRET,
                "The client secret is a placeholder, not a secret: paste the Value of the secret, or"
                    + " write a vault reference such as ${vault.entra}."));
      }
    }

    private AppRegistration registration(Registration platform, SignInFlow flow, String clientId) {
      if (flow == SignInFlow.ID_TOKEN) {
        return new AppRegistration.WithoutTokenRequest(clientId);
      }
      return platform == Registration.SPA
          ? new AppRegistration.SinglePageApplication(clientId)
          : new AppRegistration.WebApplication(clientId, new Secret(secret()));
    }

    private String secret() {
      return Settings.CLIENT_SECRET.textIn(config);
    }

    private Optional<String> required(Setting<String> setting, String whatToDo) {
      String text = setting.textIn(config);
      if (text.isEmpty()) {
        problems.add(
            SettingsProblem.missing(setting, setting.label() + " is missing. " + whatToDo));
        return Optional.empty();
      }
      return accept(setting, setting.parse(text));
    }

    private <T> Optional<T> optional(Setting<T> setting) {
      return accept(setting, setting.parse(setting.textIn(config)));
    }

    private <T> Optional<T> accept(Setting<?> setting, Parsed<T> parsed) {
      return parsed.fold(
          Optional::of,
          problem -> {
            problems.add(SettingsProblem.wrong(setting, problem));
            return Optional.empty();
          });
    }
  }
}
