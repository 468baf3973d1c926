package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.signin.Rejection;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What comes of an error answer of Microsoft: back to the sign-in page, back to the application
 * that asked silently, back to Microsoft once, or an explained page.
 */
final class MicrosoftsRefusal {

  private final EntraIdentityProvider provider;
  private final AuthenticationCallback callback;
  private final Refusals refusals;
  private final AuthenticationSessionModel authSession;
  private final SecondTry second;

  MicrosoftsRefusal(
      EntraIdentityProvider provider, AuthenticationCallback callback, Refusals refusals) {
    this.provider = provider;
    this.callback = callback;
    this.refusals = refusals;
    this.authSession = provider.session().getContext().getAuthenticationSession();
    this.second = new SecondTry(authSession, provider.entraConfig().getAlias());
  }

  /** An error that the browser brought. */
  Response atAuthorization(MicrosoftError error) {
    if (error.isCancelled()) {
      refusals.report(Rejection.CANCELLED, error);
      return callback.cancelled(provider.entraConfig());
    }
    return error.needsThePerson() && (isSilent() || error.challenge().isPresent())
        ? backOrSilent(Rejection.MICROSOFT_REFUSED, error)
        : refusals.refuse(Rejection.MICROSOFT_REFUSED, error);
  }

  /** An error that the token endpoint answered when the code was redeemed. */
  Response atRedemption(MicrosoftError error) {
    return error.needsAnotherSignIn()
        ? backOrSilent(Rejection.TOKEN_ENDPOINT_REFUSED, error)
        : refusals.refuse(Rejection.TOKEN_ENDPOINT_REFUSED, error);
  }

  private Response backOrSilent(Rejection rejection, MicrosoftError error) {
    if (isSilent()) {
      refusals.report(rejection, error);
      return callback.error(provider.entraConfig(), forTheApplication(error));
    }
    if (second.isUnderWay() && provider.goesBackOnlyOnce()) {
      return refusals.refuse(Rejection.DEMANDED_AGAIN, error);
    }
    second.demand(error.challenge());
    refusals.sendingBack(error);
    return callback.retryLogin(provider, authSession);
  }

  // Only an application that asked for silence can make use of the error; a person needs a page.
  private boolean isSilent() {
    return "none".equals(authSession.getClientNote(OAuth2Constants.PROMPT));
  }

  // OpenID Connect Core 3.1.2.6 knows more, but these are what Keycloak passes on.
  private static String forTheApplication(MicrosoftError error) {
    return error.error().equals(OAuthErrorException.LOGIN_REQUIRED)
        ? OAuthErrorException.LOGIN_REQUIRED
        : OAuthErrorException.INTERACTION_REQUIRED;
  }
}
