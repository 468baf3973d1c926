package io.entrabroker.keycloak.idp;

import io.entrabroker.clientauth.Secret;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.keycloak.refresh.Keeping;
import io.entrabroker.keycloak.refresh.TokenOfSignIn;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.user.IdentityKey;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.IdentityBrokerService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Leaves the refresh token of a sign-in for the session that comes of it. */
record TokenForLater(EntraIdentityProvider provider, EntraSettings settings, Refusals refusals) {

  void leave(Secret refreshToken, IdentityKey owner, String nonce) {
    KeycloakSession session = provider.session();
    AuthenticationSessionModel signIn = session.getContext().getAuthenticationSession();
    if (linksOnly(signIn)) {
      return;
    }
    boolean wanted = settings.refresh().schedule().isPresent();
    if (wanted && refreshToken.reveal().isEmpty()) {
      refusals.note(Finding.NO_REFRESH_TOKEN, "");
    }
    if (!wanted || refreshToken.reveal().isEmpty()) {
      TokenOfSignIn.none(signIn);
      return;
    }
    TokenOfSignIn.leave(session, signIn, refreshToken, keeping(session, owner, nonce));
  }

  // The session of somebody who only adds the Entra account to their own was begun otherwise, and
  // is not Entra's to end.
  private static boolean linksOnly(AuthenticationSessionModel signIn) {
    return signIn.getAuthNote(IdentityBrokerService.LINKING_IDENTITY_PROVIDER) != null;
  }

  private Keeping keeping(KeycloakSession session, IdentityKey owner, String nonce) {
    KeycloakContext context = session.getContext();
    return new Keeping(
        context.getRealm().getId(),
        provider.entraConfig().getInternalId(),
        owner.toString(),
        settings.connection().registration().clientId(),
        nonce,
        context.getUri().getBaseUri(),
        settings.refresh().minutes());
  }
}
