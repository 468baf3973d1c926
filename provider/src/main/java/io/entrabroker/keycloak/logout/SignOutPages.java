package io.entrabroker.keycloak.logout;

import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;

/** Where the pages about signing out are. */
public final class SignOutPages {

  /** The name of the realm's resource. */
  public static final String ID = "openmetadata";

  /** The page that asks whether to sign out everywhere. */
  public static final String QUESTION = "sign-out";

  /** The page that says that it is done. */
  public static final String DONE = "signed-out";

  private SignOutPages() {}

  /** The address of one of the pages in the realm of the request. */
  public static URI address(KeycloakSession session, String page) {
    String issuer =
        Urls.realmIssuer(
            session.getContext().getUri().getBaseUri(), session.getContext().getRealm().getName());
    return URI.create(issuer + "/" + ID + "/" + page);
  }
}
