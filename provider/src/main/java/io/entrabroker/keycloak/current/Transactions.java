package io.entrabroker.keycloak.current;

import io.entrabroker.keycloak.refresh.Keeping;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Short transactions, one after the other, so that no call to Microsoft is made within one. */
record Transactions(KeycloakSessionFactory factory) {

  <T> T in(Function<KeycloakSession, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(factory, work::apply);
  }

  /** In a realm, as if a request had come to the address that the sign-in saw. */
  <T> T in(Keeping keeping, Function<KeycloakSession, T> work) {
    return in(
        session -> {
          RealmModel realm = session.realms().getRealm(keeping.realmId());
          session.getContext().setRealm(realm);
          session.getContext().setHttpRequest(new RememberedRequest(keeping.base()));
          return work.apply(session);
        });
  }
}
