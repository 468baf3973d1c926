package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.catalog.config.CatalogClient.ClientSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Both sections of OpenMetadata's Settings API, as shown or as written. A member that is JSON null
 * is not there. What the catalog shows has asterisks in a secret's place.
 *
 * @param sections {@code authenticationConfiguration} and {@code authorizerConfiguration}
 */
public record SecuritySettings(ObjectNode sections) {
  private static final String AUTHN = "authenticationConfiguration";
  private static final String AUTHZ = "authorizerConfiguration";
  private static final String OIDC = "oidcConfiguration";
  private static final String SECRET = "secret";
  private static final List<String> ADMINS = List.of("adminPrincipals", "adminEmails");

  /** Sections of other providers: the catalog shows them with nothing in them, and refuses that. */
  private static final Map<String, String> OF_OTHERS =
      Map.of("ldapConfiguration", "ldap", "samlConfiguration", "saml");

  public SecuritySettings {
    sections = sections.deepCopy();
    Trees.withoutNulls(sections);
  }

  /**
   * What the catalog, or the realm, says.
   *
   * @throws CatalogProblem if these are no such settings
   */
  public static SecuritySettings of(JsonNode told) {
    if (told.path(AUTHN).isObject() && told.path(AUTHZ).isObject()) {
      return new SecuritySettings(((ObjectNode) told.deepCopy()).retain(AUTHN, AUTHZ));
    }
    throw new CatalogProblem("The catalog's answer has no settings of the sign-in in it.");
  }

  @Override
  public ObjectNode sections() {
    return sections.deepCopy();
  }

  /** A text of {@code authenticationConfiguration}. */
  public String authentication(String member) {
    return sections.path(AUTHN).path(member).asText("");
  }

  /** A text of {@code oidcConfiguration}. */
  public String oidc(String member) {
    return sections.path(AUTHN).path(OIDC).path(member).asText("");
  }

  /** A text of {@code authorizerConfiguration}. */
  public String authorizer(String member) {
    return sections.path(AUTHZ).path(member).asText("");
  }

  /** Usernames and addresses that are administrators by these settings, in lower case. */
  public List<String> administrators() {
    List<String> all = new ArrayList<>();
    for (String member : ADMINS) {
      Texts.of(sections.path(AUTHZ).path(member))
          .forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
    }
    return all;
  }

  public boolean isConfidential() {
    return authentication("clientType").equals("confidential");
  }

  /** Whether people are found by their address, whatever their username is (email-first). */
  public boolean findsByEmail() {
    return !authentication("emailClaim").isEmpty()
        && sections.path(AUTHN).path("jwtPrincipalClaimsMapping").isEmpty();
  }

  /** Whether a sign-in puts people into teams. */
  public boolean takesTeams() {
    return isConfidential() && !authentication("jwtTeamClaimMapping").isEmpty();
  }

  /** Whether a sign-in gives roles. */
  public boolean takesRoles() {
    return authorizer("useRolesFromProvider").equals("true");
  }

  /** The client's secret, if these settings have one to tell. */
  public Optional<String> secret() {
    return Optional.of(oidc(SECRET))
        .filter(text -> !text.isBlank() && !text.equals(ClientSecret.PLACE) && !Trees.isMask(text));
  }

  /** The same with this secret. */
  public SecuritySettings withSecret(String text) {
    ObjectNode changed = sections();
    changed.withObjectProperty(AUTHN).withObjectProperty(OIDC).put(SECRET, text);
    return new SecuritySettings(changed);
  }

  /** The same with the administrators of others, as far as those have any. */
  public SecuritySettings withAdministratorsOf(SecuritySettings others) {
    ObjectNode changed = sections();
    for (String member : ADMINS) {
      JsonNode theirs = others.sections.path(AUTHZ).path(member);
      if (!theirs.isEmpty()) {
        changed.withObjectProperty(AUTHZ).set(member, theirs);
      }
    }
    return new SecuritySettings(changed);
  }

  /**
   * These settings with what others say put over them. What others do not speak of stays, but for
   * masks, for other providers' sections and, where others have none, {@code oidcConfiguration}.
   */
  public SecuritySettings under(SecuritySettings others) {
    ObjectNode merged = sections();
    ObjectNode authentication = merged.withObjectProperty(AUTHN);
    authentication.remove(OF_OTHERS.keySet());
    if (!others.isConfidential()) {
      authentication.remove(OIDC);
    }
    Trees.withoutMasks(merged);
    Trees.overlay(merged, others.sections);
    return new SecuritySettings(merged);
  }

  /** These settings in a form that the catalog takes back; masks stay where they matter. */
  SecuritySettings withoutStubs() {
    ObjectNode kept = sections();
    ObjectNode authentication = kept.withObjectProperty(AUTHN);
    OF_OTHERS.forEach(
        (section, provider) -> {
          if (!authentication("provider").equals(provider)) {
            authentication.remove(section);
          }
        });
    if (!isConfidential()) {
      authentication.remove(OIDC);
    }
    return new SecuritySettings(kept);
  }

  /** The same without masks. */
  SecuritySettings withoutMasks() {
    ObjectNode shown = sections();
    Trees.withoutMasks(shown);
    return new SecuritySettings(shown);
  }

  /** Where there are asterisks instead of a secret. */
  List<String> masks() {
    return leaves().entrySet().stream()
        .filter(leaf -> Trees.isMask(leaf.getValue().asText()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What becomes of these settings when others take their place; of masks nobody can tell. */
  public List<Difference> differences(SecuritySettings others) {
    Map<String, JsonNode> mine = leaves();
    Map<String, JsonNode> theirs = others.leaves();
    TreeSet<String> paths = new TreeSet<>(mine.keySet());
    paths.addAll(theirs.keySet());
    return paths.stream()
        .map(path -> Difference.at(path, mine.get(path), theirs.get(path)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Which of these settings the catalog did not take; what it shows besides is its default. */
  public List<Difference> notTakenBy(SecuritySettings shown) {
    Map<String, JsonNode> mine = leaves();
    return shown.differences(this).stream()
        .filter(difference -> mine.containsKey(difference.path()))
        .toList();
  }

  /** Lists count as one. */
  private Map<String, JsonNode> leaves() {
    Map<String, JsonNode> leaves = new TreeMap<>();
    Trees.collect("", sections, leaves);
    return leaves;
  }

  /** Not the settings: they may have a secret. */
  @Override
  public String toString() {
    return "SecuritySettings[" + authentication("provider") + "]";
  }
}
