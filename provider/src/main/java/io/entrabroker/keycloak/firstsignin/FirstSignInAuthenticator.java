package io.entrabroker.keycloak.firstsignin;

import io.entrabroker.keycloak.people.CarriedFacts;
import io.entrabroker.keycloak.people.RealmPeople;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.signin.Rejection;
import io.entrabroker.signin.SignInFacts;
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

    private final transient UserModel by;

    Taken(UserModel by) {
      this.by = by;
    }
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
    try {
      super.authenticateImpl(context, serialized, broker);
    } catch (Taken taken) {
      if (new RealmPeople(context.getSession()).isLeftOver(taken.by, broker.getId())) {
        goOnWith(context, taken.by);
      } else {
        refuse(context, broker);
      }
    } catch (ModelDuplicateException e) {
      // Somebody else took the name between the look and the creation.
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
      throw new Taken(byName != null ? byName : byEmail);
    }
    return null;
  }

  // The decision was made a request ago: what it rests on must still hold.
  private static void link(
      AuthenticationFlowContext context, String linkTo, BrokeredIdentityContext broker) {
    RealmPeople people = new RealmPeople(context.getSession());
    Optional<UserModel> local =
        people
            .withId(linkTo)
            .filter(user -> people.account(user).isBeyondDoubt())
            .filter(user -> user.getEmail().equalsIgnoreCase(broker.getEmail()));
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
    Refusals refusals =
        new Refusals(
            context.getSession(), context.getEvent().clone(), broker.getIdpConfig().getAlias());
    context.challenge(refusals.refuse(Rejection.ACCOUNT_EXISTS));
  }
}
