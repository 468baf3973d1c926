package io.entrabroker.keycloak.refresh;

import io.entrabroker.refresh.RefreshInterval;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * The kept refresh tokens. Whoever wants to redeem one claims it first; of several nodes that want
 * the same, one gets it. A claim lapses by itself, so that a node that dies takes nothing with it.
 *
 * @param entities the database
 */
public record KeptTokens(EntityManager entities) {

  private static final String CLAIM =
      "update KeptTokenEntity t set t.claim = :claim, t.due = :lapses"
          + " where t.sessionId = :session and t.due = :due";

  /** The tokens as a session's transaction sees them. */
  public static KeptTokens of(KeycloakSession session) {
    return new KeptTokens(session.getProvider(JpaConnectionProvider.class).getEntityManager());
  }

  /**
   * A token that is due.
   *
   * @param sessionId its session
   * @param since since when, in seconds
   */
  public record Due(String sessionId, long since) {}

  /** Which are due, the longest first. */
  public List<Due> due(Instant now, int atMost) {
    return entities
        .createQuery(
            "select t.sessionId, t.due from KeptTokenEntity t where t.due <= :now order by t.due",
            Object[].class)
        .setParameter("now", now.getEpochSecond())
        .setMaxResults(atMost)
        .getResultStream()
        .map(row -> new Due((String) row[0], (Long) row[1]))
        .toList();
  }

  /** Claims a token for a while; empty if another node was faster. */
  public Optional<KeptToken> claim(Due due, String claim, Instant lapses) {
    int claimed =
        entities
            .createQuery(CLAIM)
            .setParameter("claim", claim)
            .setParameter("lapses", lapses.getEpochSecond())
            .setParameter("session", due.sessionId())
            .setParameter("due", due.since())
            .executeUpdate();
    return claimed == 1
        ? Optional.ofNullable(entities.find(KeptTokenEntity.class, due.sessionId()))
            .map(KeptTokenEntity::kept)
        : Optional.empty();
  }

  /** Keeps another token, which is not due before a moment. */
  public void renew(String sessionId, String claim, Sealed sealed, Instant due) {
    claimed(sessionId, claim).ifPresent(row -> row.renew(sealed, due.getEpochSecond()));
  }

  /** Leaves a token for later. */
  public void postpone(String sessionId, String claim, int failures, Instant due) {
    claimed(sessionId, claim).ifPresent(row -> row.postpone(failures, due.getEpochSecond()));
  }

  /** Drops a token that was claimed; one that a new sign-in has brought meanwhile stays. */
  public void drop(String sessionId, String claim) {
    claimed(sessionId, claim).ifPresent(entities::remove);
  }

  /** Drops the token of a session. */
  void forget(String sessionId) {
    delete("t.sessionId = :value", sessionId);
  }

  /** Drops the tokens of a realm. */
  void forgetRealm(String realmId) {
    delete("t.realmId = :value", realmId);
  }

  /** Drops the tokens of an identity provider. */
  void forgetProvider(String providerId) {
    delete("t.providerId = :value", providerId);
  }

  void keep(TokenOfSignIn.NewToken token, Instant now) {
    new RefreshInterval(token.keeping().minutes())
        .schedule()
        .map(schedule -> schedule.next(token.sessionId(), now))
        .ifPresent(
            due -> {
              entities.persist(new KeptTokenEntity(token, due.getEpochSecond()));
              entities.flush();
            });
  }

  private Optional<KeptTokenEntity> claimed(String sessionId, String claim) {
    return Optional.ofNullable(entities.find(KeptTokenEntity.class, sessionId))
        .filter(row -> row.isClaimedBy(claim));
  }

  private void delete(String condition, String value) {
    entities
        .createQuery("delete from KeptTokenEntity t where " + condition)
        .setParameter("value", value)
        .executeUpdate();
  }
}
