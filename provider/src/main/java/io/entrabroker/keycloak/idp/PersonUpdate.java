package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.people.CarriedFacts;
import io.entrabroker.signin.AddressProof;
import io.entrabroker.signin.SignInFacts;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityProviderMapper;
import org.keycloak.broker.provider.IdentityProviderMapperSyncModeDelegate;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Brings a user in line with what a refresh has found out: by our mappers, as far as they follow
 * every sign-in. Keycloak's own mappers need a sign-in, and wait for the next.
 */
public final class PersonUpdate {

  private PersonUpdate() {}

  /** Runs the mappers. */
  public static void apply(
      KeycloakSession session,
      IdentityProviderModel provider,
      UserModel user,
      Renewed.Current current) {
    BrokeredIdentityContext context =
        new BrokeredIdentityContext(current.user().key().toString(), provider);
    CarriedFacts.put(
        context,
        new SignInFacts(current.entitlements(), AddressProof.HELD, "", current.user().name()));
    session
        .identityProviders()
        .getMappersByAliasStream(provider.getAlias())
        .filter(mapper -> OurMappers.IDS.contains(mapper.getIdentityProviderMapper()))
        .toList()
        .forEach(mapper -> apply(session, mapper, user, context));
  }

  private static void apply(
      KeycloakSession session,
      IdentityProviderMapperModel mapper,
      UserModel user,
      BrokeredIdentityContext context) {
    if (session
            .getKeycloakSessionFactory()
            .getProviderFactory(IdentityProviderMapper.class, mapper.getIdentityProviderMapper())
        instanceof IdentityProviderMapper ours) {
      IdentityProviderMapperSyncModeDelegate.delegateUpdateBrokeredUser(
          session, session.getContext().getRealm(), user, mapper, context, ours);
    }
  }
}
