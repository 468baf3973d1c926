package io.entrabroker.settings;

import io.entrabroker.Parsed;
import io.entrabroker.Shortened;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.NameCollision;
import io.entrabroker.catalog.ReservedNames;
import io.entrabroker.settings.PeopleSettings.Admission;
import io.entrabroker.user.EmailSource;
import io.entrabroker.user.ExistingAccount;
import io.entrabroker.user.MailDomains;
import io.entrabroker.user.UntrustedEmail;
import java.util.List;
import java.util.Optional;

/** The settings that say who somebody is, and as whom the catalog knows them. */
public final class PeopleSettings {

  /** The tenant's own mail domains. */
  public static final Setting<MailDomains> MAIL_DOMAINS =
      new Setting<>(
          "mailDomains",
          "Mail domains",
          "The mail domains whose addresses your organisation itself hands out, separated by commas:"
              + " a member's address in one of them is believed. The catalog's principalDomain is one"
              + " of them. With several tenants, each with the id of the tenant that owns it:"
              + " contoso.com=00000000-0000-0000-0000-000000000000. An address in another tenant's"
              + " domain is not believed.",
          new Setting.Field.Text(),
          "",
          MailDomains::parse);

  /** Where an address comes from. */
  public static final Setting<EmailSource> EMAIL_SOURCE =
      Setting.choice(
          "emailSource",
          "E-mail source",
          "Where the e-mail address comes from: the mail attribute (mail), or, where there is none, a"
              + " member's user principal name in one of the mail domains (mail_then_upn). Decides"
              + " only at the first sign-in.",
          EmailSource.values(),
          EmailSource::text);

  /** What becomes of an address that is not believed. */
  public static final Setting<UntrustedEmail> UNTRUSTED_EMAIL =
      Setting.choice(
          "untrustedEmail",
          "Untrusted e-mail",
          "What happens if nothing proves that an address is the person's own: no sign-in (refuse), or"
              + " Keycloak sends a mail there and waits for the answer (verify; the realm needs a mail"
              + " server and the required action Verify Email switched on).",
          UntrustedEmail.values(),
          UntrustedEmail::text);

  /** Whether guests may sign in. */
  public static final Setting<Admission> GUESTS =
      admission(
          "guests",
          "Guests",
          "Whether guests of the tenant may sign in. A guest's address is believed only if Microsoft"
              + " vouches for it (xms_edov, verified_primary_email).");

  /** Whether personal accounts may sign in. */
  public static final Setting<Admission> PERSONAL_ACCOUNTS =
      admission(
          "personalAccounts",
          "Personal accounts",
          "Whether personal Microsoft accounts may sign in, where the authority is their tenant"
              + " (9188040d-6c67-4c5b-b112-36a304b66dad).");

  /** What becomes of a local account with the same address. */
  public static final Setting<ExistingAccount> EXISTING_ACCOUNT =
      Setting.choice(
          "existingAccount",
          "Existing account",
          "What happens at a first sign-in if a local account has the same address: no sign-in"
              + " (refuse), or both become one (link): only a member's with a believed address, only"
              + " where the local address is verified, and never an administrator's.",
          ExistingAccount.values(),
          ExistingAccount::text);

  /** The catalog's version. */
  public static final Setting<CatalogVersion> CATALOG_VERSION =
      new Setting<>(
          "catalogVersion",
          "Catalog version",
          "The version of OpenMetadata: 1.8, 1.9 (1.9 to 1.13), 2.0, or email-first (newer, with"
              + " emailClaim set). It decides which addresses and names the catalog can live with.",
          new Setting.Field.Choice(List.of("1.8", "1.9", "2.0", "email-first")),
          "1.9",
          CatalogVersion::parse);

  /** What becomes of a name that somebody else has. */
  public static final Setting<NameCollision> NAME_COLLISION =
      Setting.choice(
          "nameCollision",
          "Name collision",
          "What happens if two people would have the same name in the catalog (the part before the @"
              + " of their addresses): the second is refused (refuse) or gets a suffix for life"
              + " (suffix; only with catalog version 2.0 or email-first).",
          NameCollision.values(),
          NameCollision::text);

  /** The catalog's own names. */
  public static final Setting<ReservedNames> RESERVED_NAMES =
      new Setting<>(
          "reservedNames",
          "Reserved names",
          "Names of the catalog's administrators and bots, separated by commas; *-bot stands for every"
              + " name that ends so. Whoever came in under one of them would be that administrator or"
              + " bot.",
          new Setting.Field.Text(),
          String.join(", ", ReservedNames.DEFAULTS),
          text -> ReservedNames.parse(SettingParsers.entries(text)));

  /** Who may have a reserved name all the same. */
  public static final Setting<ReservedNames> NAME_OWNERS =
      new Setting<>(
          "nameOwners",
          "Name owners",
          "The one account that may have a reserved name: one line each, the name, an equals sign, the"
              + " tenant id, a colon and the object id (admin ="
              + " 00000000-0000-0000-0000-000000000000:11111111-2222-4333-8444-555555555555).",
          new Setting.Field.Lines(),
          "",
          PeopleSettings::owners);

  /** Which provider's links are taken over. */
  public static final Setting<String> PREVIOUS_ALIAS =
      new Setting<>(
          "previousAlias",
          "Previous alias",
          "The alias of the identity provider that people signed in with before (Keycloak's microsoft"
              + " provider, or oidc with the same client id): their links are taken over at their next"
              + " sign-in. The old provider has to exist until then; it may be disabled.",
          new Setting.Field.Text(),
          "",
          text ->
              SettingParsers.matching(
                  "[A-Za-z0-9._-]{1,255}",
                  text,
                  "Write the alias of the provider that people signed in with before, such as microsoft."));

  static final List<Setting<?>> ALL =
      List.of(
          MAIL_DOMAINS,
          EMAIL_SOURCE,
          UNTRUSTED_EMAIL,
          GUESTS,
          PERSONAL_ACCOUNTS,
          EXISTING_ACCOUNT,
          CATALOG_VERSION,
          NAME_COLLISION,
          RESERVED_NAMES,
          NAME_OWNERS,
          PREVIOUS_ALIAS);

  private PeopleSettings() {}

  private static Parsed<ReservedNames> owners(String text) {
    Optional<String> ownerless =
        SettingParsers.entries(text).stream().filter(entry -> !entry.contains("=")).findFirst();
    return ownerless
        .map(
            entry ->
                Parsed.<ReservedNames>refused(
                    "'"
                        + Shortened.of(entry)
                        + "' names no owner: write name = tenant id:object id."))
        .orElseGet(() -> ReservedNames.parse(SettingParsers.entries(text)));
  }

  /** Whether a kind of account may sign in. */
  public enum Admission {
    REFUSE("refuse"),
    ADMIT("admit");

    private final String text;

    Admission(String text) {
      this.text = text;
    }

    /** The word in the configuration. */
    public String text() {
      return text;
    }
  }

  private static Setting<Admission> admission(String key, String label, String help) {
    return Setting.choice(key, label, help, Admission.values(), Admission::text);
  }
}
