package io.entrabroker.keycloak.names;

import io.entrabroker.user.IdentityKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Who has which name in the catalog. A name belongs to one Entra account for good: it is not given
 * to anybody else when the account's user is deleted, since the catalog would take the newcomer for
 * the one who left.
 *
 * <p>Every answer comes from the database in a transaction of its own, so that of two people who
 * come first at the same moment, on whatever nodes, one gets the name.
 */
public final class CatalogNameRegister {

  private final KeycloakSession session;
  private final String realmId;

  /** The register of the session's realm. */
  public CatalogNameRegister(KeycloakSession session) {
    this.session = session;
    this.realmId = session.getContext().getRealm().getId();
  }

  /**
   * Takes a name for somebody.
   *
   * @param name the name in the catalog, lower case
   * @param owner whose it is to be
   * @return whether it is theirs, now or since long ago
   */
  public boolean take(String name, IdentityKey owner) {
    CatalogNameEntity wanted = new CatalogNameEntity(id(name), realmId, owner.toString());
    try {
      return inOwnTransaction(entities -> takenBy(entities, wanted));
    } catch (ModelDuplicateException | PersistenceException somebodyWasFaster) {
      // Keycloak's entity manager turns the second into the first, but not on every path.
      return inOwnTransaction(entities -> takenBy(entities, wanted));
    }
  }

  /** Whether {@link #take} would succeed now. */
  public boolean mayTake(String name, IdentityKey owner) {
    return owner(name).map(owner.toString()::equals).orElse(true);
  }

  /** Whose a name is, as {@code tid:oid}; empty if it was never given out. */
  public Optional<String> owner(String name) {
    return Optional.ofNullable(entities(session).find(CatalogNameEntity.class, id(name)))
        .map(CatalogNameEntity::owner);
  }

  /**
   * Gives a name to somebody, whoever had it before: an administrator's decision.
   *
   * @param name the name in the catalog, lower case
   * @param owner whose it is from now on
   */
  public void give(String name, IdentityKey owner) {
    inOwnTransaction(
        entities -> {
          entities.merge(new CatalogNameEntity(id(name), realmId, owner.toString()));
          return true;
        });
  }

  private static boolean takenBy(EntityManager entities, CatalogNameEntity wanted) {
    CatalogNameEntity stored = entities.find(CatalogNameEntity.class, wanted.id());
    if (stored != null) {
      return stored.owner().equals(wanted.owner());
    }
    entities.persist(wanted);
    entities.flush();
    return true;
  }

  /** Forgets a realm that is being removed. */
  static void forget(KeycloakSession session, String realmId) {
    entities(session)
        .createNamedQuery(CatalogNameEntity.FORGET_REALM)
        .setParameter("realm", realmId)
        .executeUpdate();
  }

  private boolean inOwnTransaction(Predicate<EntityManager> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(), own -> work.test(entities(own)));
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  private String id(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((realmId + "/" + name).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
