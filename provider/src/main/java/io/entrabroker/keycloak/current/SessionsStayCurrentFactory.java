package io.entrabroker.keycloak.current;

import io.entrabroker.keycloak.refresh.SignInListener;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/**
 * Listens to sign-ins of every realm, without being named there, and looks every minute on every
 * node for sessions that are due.
 */
public final class SessionsStayCurrentFactory implements EventListenerProviderFactory {

  /** The factory's id. */
  public static final String ID = "entra-sessions-stay-current";

  private static final Logger LOG = Logger.getLogger("io.entrabroker");
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration RUN_LIMIT = Duration.ofSeconds(50);

  private final NodeMemory memory = new NodeMemory();
  private final AtomicBoolean running = new AtomicBoolean();

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public EventListenerProvider create(KeycloakSession session) {
    return new SignInListener(session);
  }

  @Override
  public boolean isGlobal() {
    return true;
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof PostMigrationEvent) {
            KeycloakModelUtils.runJobInTransaction(factory, this::schedule);
          }
        });
  }

  // The timer's only thread belongs to all of Keycloak: it starts a run and does not wait for it.
  private void schedule(KeycloakSession session) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    ExecutorService executor = session.getProvider(ExecutorsProvider.class).getExecutor(ID);
    session
        .getProvider(TimerProvider.class)
        .schedule(() -> executor.execute(() -> runAlone(factory)), EVERY.toMillis(), ID);
  }

  private void runAlone(KeycloakSessionFactory factory) {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      run(factory);
    } catch (RuntimeException e) {
      LOG.warnf("ENTRA0003 Sessions could not be refreshed: %s", e.getClass().getName());
    } finally {
      running.set(false);
    }
  }

  /** Refreshes what is due; returns how many sessions that were. */
  int run(KeycloakSessionFactory factory) {
    return new RefreshRun(factory, memory, RUN_LIMIT).run();
  }

  /** What this node remembers. */
  NodeMemory memory() {
    return memory;
  }

  @Override
  public void close() {}
}
