package io.entrabroker.it.leaks;

import java.util.function.Predicate;

/** What secrets there are, and the few places each is meant for. */
public enum SecretKind {
  /** An ID token, access token or refresh token of Microsoft. */
  MICROSOFTS_TOKEN(place -> false),
  /** An authorization code of Microsoft. */
  MICROSOFTS_CODE(place -> false),
  /** What the provider proves itself with at Microsoft: a secret, an assertion, a verifier. */
  UPSTREAM_CREDENTIAL(Place::isDatabase),
  /** A secret of one of Keycloak's clients. */
  CLIENT_SECRET(
      place ->
          place.isDatabase()
              || place.isBodyAt("/admin/realms/[^/]+/clients([/?].*)?")
              || place.isBodyAt(
                  "/admin/realms/[^/]+/openmetadata/catalog-config/.*secret=include.*")),
  /** A token of Keycloak's. */
  KEYCLOAKS_TOKEN(
      place -> place.isBodyAt("/realms/[^/]+/protocol/openid-connect/token") || place.isRedirect()),
  /** An authorization code of Keycloak's, as far as it is random. */
  KEYCLOAKS_CODE(Place::isRedirect),
  /** The cookie that stands for a person's session. */
  SESSION_COOKIE(Place::isCookie),
  /** A password, of a person, a key file or a database. */
  PASSWORD(place -> false);

  private final Predicate<Place> meant;

  SecretKind(Predicate<Place> meant) {
    this.meant = meant;
  }

  /** Whether a secret of this kind is meant to stand there. */
  boolean belongsTo(Place place) {
    return meant.test(place);
  }
}
