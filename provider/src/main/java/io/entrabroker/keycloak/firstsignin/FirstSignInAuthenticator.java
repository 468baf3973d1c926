package io.entrabroker.keycloak.firstsignin;

import io.entrabroker.keycloak.names.CatalogNameRegister;
import io.entrabroker.keycloak.people.CarriedFacts;
import io.entrabroker.keycloak.people.RealmPeople;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.signin.Rejection;
import io.entrabroker.signin.SignInFacts;
import io.entrabroker.user.IdentityKey;
import io.entrabroker.user.UserAttribute;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.ExistingUserInfo;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;

/**
 * Creates the user at the first sign-in, or refuses where somebody has the same address or name.
 *
 * <p>Differs from Keycloak's "Create User If Unique": links only where the sign-in has decided so
 * (see Existing account), looks for the address whatever the realm allows, and writes neither
 * address nor name into the event and the log.
 */
final class FirstSignInAuthenticator extends IdpCreateUserIfUniqueAuthenticator {

  /** Somebody has the address or the name. */
  private static final class Taken extends ModelDuplicateException {

    private static final long serialVersionUID = 1L;
  }

  @Override
  protected void authenticateImpl(
      AuthenticationFlowContext context,
      SerializedBrokeredIdentityContext serialized,
      BrokeredIdentityContext broker) {
    String linkTo = CarriedFacts.in(broker).map(SignInFacts::linkTo).orElse("");
    if (!linkTo.isEmpty()) {
      link(context, linkTo, broker);
      return;
    }
    Optional<UserModel> leftOver = new RealmPeople(context.getSession()).leftOver(broker.getId());
    if (leftOver.isPresent()) {
      goOnWith(context, leftOver.get());
      return;
    }
    if (!takeName(context, serialized, broker)) {
      refuse(context, broker, Rejection.NAME_TAKEN);
      return;
    }
    try {
      super.authenticateImpl(context, serialized, broker);
    } catch (Taken taken) {
      refuse(context, broker);
    } catch (ModelDuplicateException e) {
      // Somebody else took the name between the look and the creation.
      context.getSession().getTransactionManager().setRollbackOnly();
      refuse(context, broker);
    }
  }

  @Override
  protected ExistingUserInfo checkExistingUser(
      AuthenticationFlowContext context,
      String username,
      SerializedBrokeredIdentityContext serialized,
      BrokeredIdentityContext broker) {
    var users = context.getSession().users();
    UserModel byName = users.getUserByUsername(context.getRealm(), username);
    UserModel byEmail =
        broker.getEmail() == null
            ? null
            : users.getUserByEmail(context.getRealm(), broker.getEmail());
    if (byName != null || byEmail != null) {
      throw new Taken();
    }
    return null;
  }

  // Of two who come first at the same moment one gets the name, and the other the next one, if any.
  private static boolean takeName(
      AuthenticationFlowContext context,
      SerializedBrokeredIdentityContext serialized,
      BrokeredIdentityContext broker) {
    List<String> names = CarriedFacts.namesIn(broker);
    Optional<IdentityKey> person = IdentityKey.parse(broker.getId());
    if (names.isEmpty() || person.isEmpty()) {
      return false;
    }
    CatalogNameRegister register = new CatalogNameRegister(context.getSession());
    Optional<String> name =
        names.stream().filter(wanted -> register.take(wanted, person.get())).findFirst();
    name.ifPresent(
        given -> {
          broker.setModelUsername(given);
          serialized.setAttribute(UserAttribute.CATALOG_USERNAME, List.of(given));
          serialized.saveToAuthenticationSession(
              context.getAuthenticationSession(), BROKERED_CONTEXT_NOTE);
        });
    return name.isPresent();
  }

  // The decision was made a request ago: what it rests on must still hold.
  private static void link(
      AuthenticationFlowContext context, String linkTo, BrokeredIdentityContext broker) {
    RealmPeople people = new RealmPeople(context.getSession());
    Optional<UserModel> local =
        people
            .withId(linkTo)
            .filter(user -> people.account(user).isBeyondDoubt())
            .filter(
                user ->
                    broker.getEmail() != null
                        && broker.getEmail().equalsIgnoreCase(user.getEmail()));
    if (local.isEmpty()) {
      refuse(context, broker);
      return;
    }
    context.setUser(local.get());
    context.success();
  }

  private static void goOnWith(AuthenticationFlowContext context, UserModel user) {
    context.setUser(user);
    context
        .getAuthenticationSession()
        .setAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER, "true");
    context.success();
  }

  private static void refuse(AuthenticationFlowContext context, BrokeredIdentityContext broker) {
    refuse(context, broker, Rejection.ACCOUNT_EXISTS);
  }

  private static void refuse(
      AuthenticationFlowContext context, BrokeredIdentityContext broker, Rejection rejection) {
    Refusals refusals =
        new Refusals(
            context.getSession(), context.getEvent().clone(), broker.getIdpConfig().getAlias());
    context.challenge(refusals.refuse(rejection));
  }
}
