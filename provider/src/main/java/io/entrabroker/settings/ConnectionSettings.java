package io.entrabroker.settings;

import static io.entrabroker.settings.SettingParsers.matching;

import io.entrabroker.Parsed;
import io.entrabroker.Shortened;
import io.entrabroker.refresh.RefreshInterval;
import io.entrabroker.tenant.DomainPin;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.tenant.TenantPolicy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The settings that say where and how to sign in. */
public final class ConnectionSettings {

  /** Where people sign in. Parsed by the reader, which knows the allowed hosts. */
  public static final Setting<String> AUTHORITY =
      new Setting<>(
          "authority",
          "Authority",
          "The tenant: its id, a verified domain, or https://login.microsoftonline.com/<tenant id>"
              + " (with or without /v2.0; the metadata URL will do, too). A domain is resolved at"
              + " the first sign-in and pinned to the tenant found. For several tenants:"
              + " organizations, or common if personal accounts are among them; then list the"
              + " tenants.",
          new Setting.Field.Text(),
          "",
          Parsed::accepted);

  /** Whose people may sign in, where the authority stands for several tenants. */
  public static final Setting<TenantPolicy> TENANTS =
      new Setting<>(
          "tenants",
          "Tenants",
          "With the authority organizations or common: the ids of the tenants whose people may sign"
              + " in, separated by commas. any stands for every organisation (needs groups as the"
              + " access gate), but never for personal accounts: their tenant"
              + " (9188040d-6c67-4c5b-b112-36a304b66dad) has to be listed. Everybody signs in at home:"
              + " a guest of a listed tenant comes in only if the home tenant is listed. To let"
              + " guests in, write the one tenant that invited them as the authority.",
          new Setting.Field.Text(),
          "",
          ConnectionSettings::tenants);

  /** The application (client) id. */
  public static final Setting<String> CLIENT_ID =
      new Setting<>(
          "clientId",
          "Client ID",
          "The Application (client) ID of the app registration: a GUID.",
          new Setting.Field.KeycloaksOwn(),
          "",
          text ->
              matching(
                  "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                  text.toLowerCase(Locale.ROOT),
                  "This must be the Application (client) ID of the app registration, a GUID"
                      + " such as 00000000-0000-0000-0000-000000000000; copy it from Entra admin center"
                      + " > App registrations > Overview."));

  /** The client secret. */
  public static final Setting<String> CLIENT_SECRET =
      new Setting<>(
          "clientSecret",
          "Client secret",
          "For a Web registration: the Value (not the Secret ID) of a client secret, or a vault"
              + " reference such as ${vault.entra}. For a single-page application, and with another"
              + " credential: none.",
          new Setting.Field.KeycloaksOwn(),
          "",
          Parsed::accepted);

  /** The platform of the redirect URI. */
  public static final Setting<Registration> REGISTRATION =
      Setting.choice(
          "registration",
          "Registration",
          "The platform under which the redirect URI is registered in Entra: web (with a"
              + " credential) or spa (single-page application, client id only).",
          Registration.values(),
          Registration::text);

  /** How the ID token reaches Keycloak. */
  public static final Setting<SignInFlow> FLOW =
      Setting.choice(
          "flow",
          "Flow",
          "code (recommended): Keycloak redeems a code, always with PKCE. id_token: Entra posts the"
              + " ID token through the browser and Keycloak makes no token request; tick 'ID tokens'"
              + " under Authentication > Implicit grant in the app registration.",
          SignInFlow.values(),
          SignInFlow::text);

  /** How often sessions are compared with Entra. */
  public static final Setting<RefreshInterval> REFRESH_INTERVAL =
      new Setting<>(
          "refreshInterval",
          "Refresh interval",
          "While somebody is signed in here, Entra is asked again every so many minutes (5 to 1440)"
              + " whether they still may be, and for their groups and roles; whoever was disabled or"
              + " deleted loses the session. off: nobody asks until the next sign-in. Needs the flow"
              + " code; asks for the scope offline_access. See docs/staying-current.md.",
          new Setting.Field.Text(),
          "60",
          RefreshInterval::parse);

  /** Keycloak's claim filter, which this provider does not apply. */
  public static final Setting<String> CLAIM_FILTER =
      onlyOff(
          "filteredByClaim",
          "Verify essential claim",
          "Not supported: has to stay off.",
          "This provider does not filter by a claim: switch 'Verify essential claim' off, and require"
              + " assignment to the enterprise application in Entra instead.");

  /** Keycloak's transient users, who are somebody else at every sign-in. */
  public static final Setting<String> TRANSIENT_USERS =
      onlyOff(
          "doNotStoreUsers",
          "Do not store users",
          "Not supported: has to stay off.",
          "The catalog knows people by a lasting id: switch 'Do not store users' off.");

  /** The tenant that the authority's domain meant when it was first used. */
  public static final Setting<DomainPin> DOMAIN_PIN =
      new Setting<>(
          "pinnedTenant",
          "Pinned tenant",
          "Written by the provider: the domain and the tenant that it meant at the first sign-in.",
          new Setting.Field.Internal(),
          "",
          text -> Parsed.accepted(new DomainPin(text)));

  static final List<Setting<?>> ALL =
      List.of(
          AUTHORITY,
          TENANTS,
          CLIENT_ID,
          CLIENT_SECRET,
          REGISTRATION,
          FLOW,
          RequestSettings.SCOPES,
          RequestSettings.PROMPT,
          RequestSettings.DOMAIN_HINT,
          REFRESH_INTERVAL,
          CLAIM_FILTER,
          TRANSIENT_USERS,
          DOMAIN_PIN);

  private ConnectionSettings() {}

  private static Setting<String> onlyOff(String key, String label, String help, String problem) {
    return new Setting<>(
        key,
        label,
        help,
        new Setting.Field.KeycloaksOwn(),
        "false",
        text -> text.equals("false") ? Parsed.accepted(text) : Parsed.refused(problem));
  }

  private static Parsed<TenantPolicy> tenants(String text) {
    Set<TenantId> ids = new LinkedHashSet<>();
    boolean any = false;
    for (String entry : SettingParsers.entries(text)) {
      Optional<TenantId> id = TenantId.parse(entry);
      id.ifPresent(ids::add);
      any |= entry.equalsIgnoreCase("any");
      if (id.isEmpty() && !entry.equalsIgnoreCase("any")) {
        return Parsed.refused(
            "'"
                + Shortened.of(entry)
                + "' is no tenant id: write ids (Entra admin center > Overview > Tenant ID), not"
                + " domains, which can move to another tenant; or any.");
      }
    }
    return Parsed.accepted(
        any ? new TenantPolicy.AnyOrganisation(ids) : new TenantPolicy.TenantList(ids));
  }
}
