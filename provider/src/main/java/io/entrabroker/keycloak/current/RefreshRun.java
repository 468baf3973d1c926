package io.entrabroker.keycloak.current;

import io.entrabroker.keycloak.idp.Renewal;
import io.entrabroker.keycloak.idp.Renewed;
import io.entrabroker.keycloak.refresh.KeptToken;
import io.entrabroker.keycloak.refresh.KeptTokens;
import io.entrabroker.keycloak.refresh.KeptTokens.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * One run over the sessions that are due. Each is claimed in a transaction of its own, compared
 * with Entra in one that touches no row, and dealt with in a third.
 */
final class RefreshRun {

  /** When to look again at what cannot be refreshed now. */
  static final Duration LATER = Duration.ofMinutes(10);

  private static final Logger LOG = Logger.getLogger("io.entrabroker");
  private static final int BATCH = 50;

  // Longer than the calls of one refresh may take together; then another node may try.
  private static final Duration CLAIM_LAPSES_AFTER = Duration.ofMinutes(6);

  private final Transactions transactions;
  private final NodeMemory memory;
  private final Instant end;

  /**
   * A run.
   *
   * @param limit how long it may take, one refresh more or less
   */
  RefreshRun(KeycloakSessionFactory factory, NodeMemory memory, Duration limit) {
    this.transactions = new Transactions(factory);
    this.memory = memory;
    this.end = now().plus(limit);
  }

  /** Refreshes what is due; returns how many sessions that were. */
  int run() {
    int count = 0;
    List<Due> batch = batch();
    while (!batch.isEmpty()) {
      for (Due due : batch) {
        if (!now().isBefore(end)) {
          return count;
        }
        count += refresh(due) ? 1 : 0;
      }
      batch = batch();
    }
    return count;
  }

  private List<Due> batch() {
    return transactions.in(session -> KeptTokens.of(session).due(now(), BATCH));
  }

  /** Refreshes a session unless another node does; tells whether it was this one's. */
  private boolean refresh(Due due) {
    String claim = SecretGenerator.getInstance().randomString();
    try {
      Optional<KeptToken> kept =
          transactions.in(
              session -> KeptTokens.of(session).claim(due, claim, now().plus(CLAIM_LAPSES_AFTER)));
      kept.ifPresent(one -> refresh(one, claim));
      return kept.isPresent();
    } catch (RuntimeException e) {
      // The claim lapses, and the next run tries again. No message: it may name somebody.
      StackTraceElement[] trace = e.getStackTrace();
      LOG.warnf(
          "ENTRA0004 A session could not be refreshed: %s at %s",
          e.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
      return true;
    }
  }

  private void refresh(KeptToken kept, String claim) {
    Optional<Attempt> attempt =
        transactions.in(
            kept.keeping(), session -> new Preparation(session, kept, claim).attempt(now()));
    if (attempt.isEmpty() || isResting(attempt.get())) {
      return;
    }
    Renewed renewed = transactions.in(kept.keeping(), session -> ask(session, attempt.get()));
    transactions.in(
        kept.keeping(),
        session -> {
          FollowedSession.find(session, kept.sessionId())
              .ifPresentOrElse(
                  followed ->
                      new Consequence(session, memory, attempt.get(), followed).of(renewed, now()),
                  () -> KeptTokens.of(session).drop(kept.sessionId(), claim));
          return true;
        });
  }

  private static Renewed ask(KeycloakSession session, Attempt attempt) {
    return Renewal.of(session, attempt.alias())
        .map(renewal -> renewal.ask(attempt.token(), attempt.kept().keeping(), attempt.needs()))
        .orElseGet(() -> new Renewed.NotAnswered("The provider's settings are not valid.", ""));
  }

  private boolean isResting(Attempt attempt) {
    Optional<Instant> until = memory.restsUntil(attempt, now());
    until.ifPresent(
        moment ->
            transactions.in(
                session -> {
                  KeptTokens.of(session)
                      .postpone(
                          attempt.kept().sessionId(),
                          attempt.claim(),
                          attempt.kept().failures(),
                          moment);
                  return true;
                }));
    return until.isPresent();
  }

  private static Instant now() {
    return Instant.ofEpochSecond(Time.currentTime());
  }
}
