package io.entrabroker.keycloak.firstsignin;

import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.signin.Rejection;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.ModelDuplicateException;

/**
 * Creates the user at the first sign-in, or refuses where somebody has the same address or name.
 *
 * <p>Differs from Keycloak's "Create User If Unique": never links, and writes neither address nor
 * name into the event and the log.
 */
final class FirstSignInAuthenticator extends IdpCreateUserIfUniqueAuthenticator {

  @Override
  protected void authenticateImpl(
      AuthenticationFlowContext context,
      SerializedBrokeredIdentityContext serialized,
      BrokeredIdentityContext broker) {
    String username = getUsername(context, serialized, broker);
    if (username == null || checkExistingUser(context, username, serialized, broker) != null) {
      refuse(context, broker);
      return;
    }
    try {
      super.authenticateImpl(context, serialized, broker);
    } catch (ModelDuplicateException e) {
      // Somebody else took the name between the look and the creation.
      refuse(context, broker);
    }
  }

  private static void refuse(AuthenticationFlowContext context, BrokeredIdentityContext broker) {
    Refusals refusals =
        new Refusals(
            context.getSession(), context.getEvent().clone(), broker.getIdpConfig().getAlias());
    context.challenge(refusals.refuse(Rejection.ACCOUNT_EXISTS));
  }
}
