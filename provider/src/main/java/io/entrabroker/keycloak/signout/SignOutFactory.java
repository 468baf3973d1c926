package io.entrabroker.keycloak.signout;

import io.entrabroker.keycloak.logout.SignOutPages;
import io.entrabroker.logout.SignOutGuard;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Adds {@code /realms/{realm}/openmetadata}. */
public final class SignOutFactory implements RealmResourceProviderFactory {

  @Override
  public String getId() {
    return SignOutPages.ID;
  }

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new RealmResourceProvider() {
      @Override
      public Object getResource() {
        return new SignOutResource(session, SignOutGuard.ALL);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
