package io.entrabroker.keycloak.refresh;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticator;
import org.keycloak.authentication.authenticators.browser.IdentityProviderAuthenticator;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Keycloak's authenticator "Cookie", but for sessions that are marked: their browser goes to Entra
 * instead of being taken for signed in. Without a mark it is Keycloak's own.
 */
final class CurrentCookieAuthenticator extends CookieAuthenticator {

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    Optional<String> alias = whereToGo(context);
    if (alias.isPresent()) {
      new Redirection().to(context, alias.get());
    } else {
      super.authenticate(context);
    }
  }

  private static Optional<String> whereToGo(AuthenticationFlowContext context) {
    AuthResult result =
        AuthenticationManager.authenticateIdentityCookie(
            context.getSession(), context.getRealm(), true);
    return result == null ? Optional.empty() : SignInAgain.alias(result.session());
  }

  private static final class Redirection extends IdentityProviderAuthenticator {

    // A provider that was switched off meanwhile cannot be asked: the cookie does not count,
    // either.
    void to(AuthenticationFlowContext context, String alias) {
      IdentityProviderModel provider = context.getSession().identityProviders().getByAlias(alias);
      if (provider == null || !provider.isEnabled()) {
        context.attempted();
        return;
      }
      redirect(context, alias);
    }
  }
}
