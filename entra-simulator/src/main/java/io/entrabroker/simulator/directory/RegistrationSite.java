package io.entrabroker.simulator.directory;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the files in {@code deploy/entra} leave open, since it differs from one site to the next.
 *
 * @param keycloakUrl Keycloak's address without a slash at the end
 * @param realm the realm's name
 * @param alias the alias of the identity provider
 */
public record RegistrationSite(String keycloakUrl, String realm, String alias) {

  private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9._~:/-]*[A-Za-z0-9_~-]");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");

  public RegistrationSite {
    if (!URL.matcher(keycloakUrl).matches()) {
      throw new IllegalArgumentException(
          "Keycloak's address must be like https://sso.example.com, without a slash at the end");
    }
    if (!NAME.matcher(realm).matches() || !NAME.matcher(alias).matches()) {
      throw new IllegalArgumentException("realm and alias must be names of letters and digits");
    }
  }

  /** Keycloak on this machine, with the realm and the alias of the realm file. */
  public static RegistrationSite local() {
    return new RegistrationSite("http://localhost:8080", "openmetadata", "entra");
  }

  /** Whether Entra can be told where to announce a sign-out: it takes https only. */
  boolean hearsOfSignOut() {
    return keycloakUrl.startsWith("https://");
  }

  String fill(String text, String appId) {
    Map<String, String> values =
        Map.of("KEYCLOAK_URL", keycloakUrl, "REALM", realm, "ALIAS", alias, "APP_ID", appId);
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }
}
