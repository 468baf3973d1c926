package io.entrabroker.samplecatalog.rules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the catalog says in tokens it makes: for a session since 2.0, for a person's programs. */
public final class OwnToken {
  private OwnToken() {}

  /** The claims of a personal access token, but for times. */
  public static ObjectNode personal(CatalogUser user) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("iss", "open-metadata.org")
        .put("sub", user.name())
        .put("preferred_username", user.name())
        .put("email", user.email())
        .put("isBot", false)
        .put("tokenType", "PERSONAL_ACCESS");
  }

  /**
   * The claims, but for times.
   *
   * @param sessionId the session it belongs to
   */
  public static ObjectNode claims(CatalogUser user, String sessionId) {
    ObjectNode claims =
        JsonNodeFactory.instance
            .objectNode()
            .put("iss", "open-metadata.org")
            .put("sub", user.name())
            .put("preferred_username", user.name())
            .put("email", user.email())
            .put("isBot", false)
            .put("isAdmin", user.isAdmin())
            .put("tokenType", "OM_USER")
            .put("sessionId", sessionId);
    var roles = claims.putArray("roles");
    user.roles().forEach(roles::add);
    return claims;
  }
}
