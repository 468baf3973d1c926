package io.entrabroker.keycloak.names;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** Registers {@link CatalogNameTable}. */
public final class CatalogNameTableFactory implements JpaEntityProviderFactory {

  /** The factory's id; it is part of the name of Liquibase's own table. */
  public static final String ID = "entra-catalog-names";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public JpaEntityProvider create(KeycloakSession session) {
    return new CatalogNameTable();
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof RealmModel.RealmRemovedEvent removed) {
            CatalogNameRegister.forget(removed.getKeycloakSession(), removed.getRealm().getId());
          }
        });
  }

  @Override
  public void close() {}
}
