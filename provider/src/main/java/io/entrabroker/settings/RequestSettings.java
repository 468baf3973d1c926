package io.entrabroker.settings;

import static io.entrabroker.settings.SettingParsers.matching;

import io.entrabroker.Parsed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings that say what a request to sign in asks of Entra. */
public final class RequestSettings {

  /** The scopes that are asked for. */
  public static final Setting<Set<String>> SCOPES =
      new Setting<>(
          "defaultScope",
          "Scopes",
          "The scopes to ask for, separated by spaces. openid, profile and email are always asked"
              + " for, since without them Entra leaves out who the person is.",
          new Setting.Field.KeycloaksOwn(),
          "openid profile email",
          RequestSettings::scopes);

  /** What Entra should ask the person. */
  public static final Setting<String> PROMPT =
      new Setting<>(
          "prompt",
          "Prompt",
          "What Entra asks at every sign-in: nothing more than needed (unspecified), the password"
              + " again (login), which account (select_account), or consent. unspecified passes on"
              + " what the application asked for, but for consent.",
          new Setting.Field.Choice(List.of("unspecified", "login", "select_account", "consent")),
          "unspecified",
          text ->
              List.of("unspecified", "login", "select_account", "consent").contains(text)
                  ? Parsed.accepted(text)
                  : Parsed.refused("Write unspecified, login, select_account or consent."));

  /** Takes people straight to their organisation's sign-in page. */
  public static final Setting<String> DOMAIN_HINT =
      new Setting<>(
          "domainHint",
          "Domain hint",
          "A verified domain of the tenant: takes people of a federated domain straight to their"
              + " own sign-in page. It keeps guests out; leave it empty if in doubt.",
          new Setting.Field.Text(),
          "",
          text ->
              matching(
                  "(?=.{4,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                      + "[A-Za-z][A-Za-z0-9-]+",
                  text,
                  "Write a domain name such as contoso.com, or leave it empty."));

  // RFC 6749, section 3.3: scope-token.
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  private RequestSettings() {}

  private static Parsed<Set<String>> scopes(String text) {
    Set<String> scopes = new LinkedHashSet<>(List.of(SCOPES.defaultText().split(" ", -1)));
    for (String scope : text.split("\\s+", -1)) {
      if (!scope.isEmpty() && !SCOPE.matcher(scope).matches()) {
        return Parsed.refused(
            "Separate the scopes by spaces, without quotes, commas or backslashes.");
      }
      if (!scope.isEmpty()) {
        scopes.add(scope);
      }
    }
    return Parsed.accepted(scopes);
  }
}
