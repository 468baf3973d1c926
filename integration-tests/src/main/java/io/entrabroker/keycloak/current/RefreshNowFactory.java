package io.entrabroker.keycloak.current;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/**
 * Lets a test refresh sessions now, and look into the database. Never deployed outside of tests.
 */
public final class RefreshNowFactory implements RealmResourceProviderFactory {

  @Override
  public String getId() {
    return "refresh-now";
  }

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new RefreshNow(session);
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}

  /** The resource. */
  public static final class RefreshNow implements RealmResourceProvider {

    private final KeycloakSession session;

    RefreshNow(KeycloakSession session) {
      this.session = session;
    }

    @Override
    public Object getResource() {
      return this;
    }

    /** Makes every session due and refreshes them; answers how many there were. */
    @POST
    @Produces(MediaType.TEXT_PLAIN)
    public String refresh() {
      makeDue();
      ours().memory().forget();
      return String.valueOf(ours().run(session.getKeycloakSessionFactory()));
    }

    /** As {@link #refresh}, on a node that remembers what it could not ask and what it said. */
    @POST
    @Path("once-more")
    @Produces(MediaType.TEXT_PLAIN)
    public String onceMore() {
      makeDue();
      return String.valueOf(ours().run(session.getKeycloakSessionFactory()));
    }

    /** Makes every session due. */
    @POST
    @Path("due")
    @Produces(MediaType.TEXT_PLAIN)
    public String due() {
      makeDue();
      return "";
    }

    /** Refreshes what is due, as the timer does, after so many seconds. */
    @POST
    @Path("run")
    @Produces(MediaType.TEXT_PLAIN)
    public String run(@QueryParam("later") @DefaultValue("0") int later) {
      Time.setOffset(later);
      try {
        return String.valueOf(ours().run(session.getKeycloakSessionFactory()));
      } finally {
        Time.setOffset(0);
      }
    }

    /** Session, key, length of the sealed token and claim of whatever is followed, in lines. */
    @GET
    @Path("rows")
    @Produces(MediaType.TEXT_PLAIN)
    public String rows() {
      return entities(session)
          .createQuery(
              "select concat(t.sessionId, ' ', t.keyId, ' ', length(t.token), ' ',"
                  + " coalesce(t.claim, '-')) from KeptTokenEntity t",
              String.class)
          .getResultStream()
          .collect(Collectors.joining("\n"));
    }

    /** The notes of all sessions, and of the sign-in that the browser is in the middle of. */
    @GET
    @Path("notes")
    @Produces(MediaType.TEXT_PLAIN)
    public String notes() {
      return new Notes(session).all();
    }

    /** How many sessions are followed. */
    @GET
    @Path("kept")
    @Produces(MediaType.TEXT_PLAIN)
    public String kept() {
      return String.valueOf(
          entities(session)
              .createQuery("select count(t) from KeptTokenEntity t", Long.class)
              .getSingleResult());
    }

    /** The whole database, as SQL. */
    @GET
    @Path("database")
    @Produces(MediaType.TEXT_PLAIN)
    public String database() {
      List<?> lines = entities(session).createNativeQuery("SCRIPT").getResultList();
      StringBuilder text = new StringBuilder();
      lines.forEach(line -> text.append(line).append('\n'));
      return text.toString();
    }

    private void makeDue() {
      KeycloakModelUtils.runJobInTransaction(
          session.getKeycloakSessionFactory(),
          own ->
              entities(own).createQuery("update KeptTokenEntity t set t.due = 1").executeUpdate());
    }

    private SessionsStayCurrentFactory ours() {
      return (SessionsStayCurrentFactory)
          session
              .getKeycloakSessionFactory()
              .getProviderFactory(EventListenerProvider.class, SessionsStayCurrentFactory.ID);
    }

    private static EntityManager entities(KeycloakSession session) {
      return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    @Override
    public void close() {}
  }
}
