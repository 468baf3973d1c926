package io.entrabroker.keycloak.signout;

import io.entrabroker.logout.SignOutGuard;
import java.util.EnumSet;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/**
 * The twin of the page for signing out everywhere that does not look whether the question was
 * asked. Never deployed outside the tests.
 */
public final class UnguardedSignOutFactory implements RealmResourceProviderFactory {

  @Override
  public String getId() {
    return "unguarded-openmetadata";
  }

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new RealmResourceProvider() {
      @Override
      public Object getResource() {
        return new SignOutResource(
            session, EnumSet.complementOf(EnumSet.of(SignOutGuard.QUESTION)));
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
