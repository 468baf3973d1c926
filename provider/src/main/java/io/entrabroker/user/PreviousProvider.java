package io.entrabroker.user;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The identity provider that people signed in with before, as far as its links can be taken over.
 *
 * @param alias the provider's alias; empty if there is none
 * @param linksBy what its links hold
 */
public record PreviousProvider(String alias, LinksBy linksBy) {

  /** Under which id a provider links people. */
  public enum LinksBy {
    /** Microsoft Graph's id, which is the object id: Keycloak's {@code microsoft} provider. */
    OBJECT_ID,
    /**
     * The {@code sub}, which is another one for every client id: Keycloak's {@code oidc} provider.
     */
    SUBJECT,
    /** Nothing that says who somebody is in Entra. */
    NOTHING
  }

  /** No provider. */
  public static PreviousProvider none() {
    return new PreviousProvider("", LinksBy.NOTHING);
  }

  /**
   * What the links of a provider hold.
   *
   * @param type Keycloak's provider id: {@code microsoft}, {@code oidc}, …
   * @param clientId its client id
   * @param tokenUrl its token endpoint, or empty
   * @param ourClientId the client id of the provider that takes over
   * @param isMicrosofts whether a URL is one of Microsoft's login hosts
   */
  public static LinksBy linksOf(
      String type,
      String clientId,
      String tokenUrl,
      String ourClientId,
      Predicate<String> isMicrosofts) {
    return switch (type) {
      case "microsoft" -> LinksBy.OBJECT_ID;
      case "oidc" ->
          clientId.strip().toLowerCase(Locale.ROOT).equals(ourClientId)
                  && isMicrosofts.test(tokenUrl)
              ? LinksBy.SUBJECT
              : LinksBy.NOTHING;
      default -> LinksBy.NOTHING;
    };
  }

  /** Whether one is named but nobody can be recognised by its links. */
  public boolean isUnusable() {
    return !alias.isEmpty() && linksBy == LinksBy.NOTHING;
  }

  Optional<LinkId> linkOf(EntraUser user) {
    return switch (linksBy) {
      case OBJECT_ID -> Optional.of(new LinkId(alias, user.key().objectId().toString()));
      case SUBJECT -> Optional.of(new LinkId(alias, user.subject()));
      case NOTHING -> Optional.empty();
    };
  }
}
