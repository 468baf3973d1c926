package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.Finding;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.signin.Rejection;
import io.entrabroker.signin.SignInReading;
import jakarta.ws.rs.core.Response;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;

/** The ending of a sign-in: trust, identify, hand over to Keycloak. */
record SignInEnding(
    EntraIdentityProvider provider, AuthenticationCallback callback, Refusals refusals)
    implements Ending {

  @Override
  public String takeNonce() {
    return notes().takeNonce();
  }

  @Override
  public String takeVerifier() {
    return notes().takeVerifier();
  }

  private AuthorizationNotes notes() {
    return new AuthorizationNotes(
        provider.session().getContext().getAuthenticationSession(),
        provider.entraConfig().getAlias());
  }

  @Override
  public Response refused(Rejection rejection, String detail) {
    return refusals.refuse(rejection, detail);
  }

  @Override
  public Response refusedAtRedemption(MicrosoftError error) {
    return new MicrosoftsRefusal(provider, callback, refusals).atRedemption(error);
  }

  @Override
  public void note(Finding finding, String detail) {
    refusals.note(finding, detail);
  }

  @Override
  public Response received(Received tokens, GroupSource groups) {
    SignInReading reading = provider.read(tokens, tokens.settings().people().rules());
    if (reading instanceof SignInReading.Refused refused) {
      return refusals.refuse(refused.rejection());
    }
    SignInReading.Accepted accepted = (SignInReading.Accepted) reading;
    new TokenForLater(provider, tokens.settings(), refusals)
        .leave(tokens.refreshToken(), accepted.user().key(), tokens.expected().nonce());
    return new PersonArrival(provider, tokens.settings(), callback, refusals)
        .receive(accepted, groups);
  }
}
