package io.entrabroker.settings;

import io.entrabroker.groups.AccessGate;
import io.entrabroker.tenant.LoginHosts;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.tenant.TenantName;
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

  private static boolean isOpenToTheWorld(Connection connection) {
    return connection.authority().tenant() instanceof TenantName.ById tenant
        && tenant.id().equals(TenantId.PERSONAL_ACCOUNTS);
  }

  /** Gives the settings, or every problem at once. Makes no network call. */
  public SettingsReading read(Map<String, String> config) {
    List<SettingsProblem> pasted = PastedKeys.in(config);
    if (!pasted.isEmpty()) {
      return new SettingsReading.Invalid(pasted);
    }
    ConfigReading reading = new ConfigReading(config);
    Optional<Connection> connection = new ConnectionReader(reading, hosts).read();
    PeoplePolicy people = new PeopleReader(reading).read();
    GroupPolicyReader.Result groups = new GroupPolicyReader(reading).read();
    if (connection.filter(SettingsReader::isOpenToTheWorld).isPresent()
        && groups.policy().gate() instanceof AccessGate.Everyone) {
      reading.wrong(
          GroupSettings.ACCESS_GATE,
          GroupSettings.ACCESS_GATE.label()
              + ": the authority is Microsoft's tenant of personal accounts, and anybody can have"
              + " one. Map an app role under App roles, and write mapped-role.");
    }
    return reading.problems().isEmpty()
        ? new SettingsReading.Valid(
            new EntraSettings(
                connection.orElseThrow(), people, groups.policy(), groups.whenUnknown()))
        : new SettingsReading.Invalid(reading.problems());
  }
}
