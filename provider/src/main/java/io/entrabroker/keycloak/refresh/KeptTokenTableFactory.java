package io.entrabroker.keycloak.refresh;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** Registers {@link KeptTokenTable}, and empties it with realms and identity providers. */
public final class KeptTokenTableFactory implements JpaEntityProviderFactory {

  /** The factory's id; it is part of the name of Liquibase's own table. */
  public static final String ID = "entra-kept-tokens";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public JpaEntityProvider create(KeycloakSession session) {
    return new KeptTokenTable();
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(KeptTokenTableFactory::forgetWithIt);
  }

  private static void forgetWithIt(ProviderEvent event) {
    if (event instanceof RealmModel.RealmRemovedEvent removed) {
      KeptTokens.of(removed.getKeycloakSession()).forgetRealm(removed.getRealm().getId());
    }
    if (event instanceof RealmModel.IdentityProviderRemovedEvent removed) {
      KeptTokens.of(removed.getKeycloakSession())
          .forgetProvider(removed.getRemovedIdentityProvider().getInternalId());
    }
  }

  @Override
  public void close() {}
}
