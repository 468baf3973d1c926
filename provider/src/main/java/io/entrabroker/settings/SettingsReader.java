package io.entrabroker.settings;

import io.entrabroker.logout.SignOut;
import io.entrabroker.refresh.RefreshInterval;
import io.entrabroker.tenant.LoginHosts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    List<SettingsProblem> pasted = PastedKeys.in(config);
    if (!pasted.isEmpty()) {
      return new SettingsReading.Invalid(pasted);
    }
    ConfigReading reading = new ConfigReading(config);
    Optional<Connection> connection = new ConnectionReader(reading, hosts).read();
    PeoplePolicy people = new PeopleReader(reading).read();
    RefreshInterval refresh = new RefreshReader(reading).read();
    GroupPolicyReader.Result groups = new GroupPolicyReader(reading).read();
    TenantsReader tenants = new TenantsReader(reading);
    connection.ifPresent(
        where -> {
          tenants.check(where, people);
          tenants.check(where, groups.policy().gate());
        });
    SignOut signOut = reading.value(SignOutSettings.SIGN_OUT);
    return reading.problems().isEmpty()
        ? new SettingsReading.Valid(
            new EntraSettings(
                connection.orElseThrow(),
                people,
                groups.policy(),
                groups.whenUnknown(),
                signOut,
                refresh))
        : new SettingsReading.Invalid(reading.problems());
  }
}
