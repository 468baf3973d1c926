package io.entrabroker.keycloak.upstream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Tells a test how many threads wait for Microsoft. Never deployed outside of tests. */
public final class WaitingCallsFactory implements RealmResourceProviderFactory {

  @Override
  public String getId() {
    return "waiting-calls";
  }

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new WaitingCalls();
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}

  /** The resource. */
  public static final class WaitingCalls implements RealmResourceProvider {

    @Override
    public Object getResource() {
      return this;
    }

    /** How many threads are in a call now. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String count() {
      return String.valueOf(
          Thread.getAllStackTraces().values().stream()
              .filter(
                  trace ->
                      Arrays.stream(trace)
                          .anyMatch(frame -> frame.getClassName().equals(Upstream.class.getName())))
              .count());
    }

    @Override
    public void close() {}
  }
}
