package io.entrabroker.keycloak.teams;

import jakarta.persistence.PersistenceException;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Makes what does not exist yet in a transaction of its own. Several people may need it first at
 * the same moment, and whoever is slower must not lose the sign-in with it.
 *
 * @param session the session that needs it
 */
record Creation(KeycloakSession session) {

  /**
   * Makes something; returns also if somebody else has made it just now.
   *
   * @param work is given the realm of another session; does nothing if it finds the thing
   */
  void make(Consumer<RealmModel> work) {
    String realmId = session.getContext().getRealm().getId();
    try {
      KeycloakModelUtils.runJobInTransaction(
          session.getKeycloakSessionFactory(),
          own -> {
            RealmModel realm = own.realms().getRealm(realmId);
            own.getContext().setRealm(realm);
            work.accept(realm);
          });
    } catch (ModelDuplicateException | PersistenceException somebodyWasFaster) {
      // Then it is there.
    }
  }
}
