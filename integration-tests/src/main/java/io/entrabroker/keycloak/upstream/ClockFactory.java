package io.entrabroker.keycloak.upstream;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Lets a test move the server's clock. Never deployed outside of tests. */
public final class ClockFactory implements RealmResourceProviderFactory {

  @Override
  public String getId() {
    return "clock";
  }

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new Clock();
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}

  /** The resource. */
  public static final class Clock implements RealmResourceProvider {

    @Override
    public Object getResource() {
      return this;
    }

    /**
     * Moves the clock.
     *
     * @param seconds how far it goes ahead of the machine's from now on
     */
    @POST
    @Produces(MediaType.TEXT_PLAIN)
    public String goAhead(@QueryParam("seconds") int seconds) {
      Time.setOffset(seconds);
      return String.valueOf(Time.getOffset());
    }

    @Override
    public void close() {}
  }
}
