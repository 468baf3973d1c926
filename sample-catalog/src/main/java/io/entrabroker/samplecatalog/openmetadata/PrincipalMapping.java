package io.entrabroker.samplecatalog.openmetadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code jwtPrincipalClaimsMapping}: entries such as {@code username:preferred_username}. */
final class PrincipalMapping {
  private static final String PATH = Members.AUTHN + ".jwtPrincipalClaimsMapping";
  private static final Pattern ENTRY = Pattern.compile("(username|email):([A-Za-z0-9_-]+)");

  private final Tree tree;

  PrincipalMapping(Tree tree) {
    this.tree = tree;
  }

  /**
   * The claims by what they give: both, or neither where there is no mapping.
   *
   * @throws ConfigurationException for an entry of another form, and when one of the two is missing
   */
  Map<String, String> claims() {
    Map<String, String> claims = new LinkedHashMap<>();
    for (String written : tree.texts(PATH).orElse(List.of())) {
      var entry = ENTRY.matcher(written);
      if (!entry.matches()) {
        throw new ConfigurationException(PATH + ": " + written + " does not match " + ENTRY);
      }
      claims.put(entry.group(1), entry.group(2));
    }
    if (claims.size() == 1) {
      throw new ConfigurationException(
          "Invalid JWT Principal Claims Mapping. Both username and email should be present");
    }
    return claims;
  }
}
