package io.entrabroker.keycloak.refresh;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Takes the place of Keycloak's authenticator "Cookie" ({@code auth-cookie}) in every flow: a
 * provider's factory goes before Keycloak's own of the same id. No realm has to change a flow, and
 * no flow can forget it.
 */
public final class CurrentCookieAuthenticatorFactory extends CookieAuthenticatorFactory {

  private static final Authenticator AUTHENTICATOR = new CurrentCookieAuthenticator();
  private static final int BEFORE_KEYCLOAKS = 10;

  @Override
  public Authenticator create(KeycloakSession session) {
    return AUTHENTICATOR;
  }

  @Override
  public int order() {
    return BEFORE_KEYCLOAKS;
  }
}
