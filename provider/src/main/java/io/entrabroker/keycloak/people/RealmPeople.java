package io.entrabroker.keycloak.people;

import io.entrabroker.user.EmailAddress;
import io.entrabroker.user.LinkId;
import io.entrabroker.user.LocalAccount;
import io.entrabroker.user.LocalAccount.Trait;
import io.entrabroker.user.StoredPerson;
import io.entrabroker.user.StoredPerson.Verification;
import io.entrabroker.user.UserAttribute;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.Constants;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.UserProvider;

/** The users of the realm, as far as a sign-in looks at them. */
public final class RealmPeople {

  /** Why nobody can be asked by mail. */
  public static final String NO_MAIL =
      "Untrusted e-mail is verify, but the realm's required action Verify Email is off or its mail"
          + " server is not set: nobody could be asked.";

  private final RealmModel realm;
  private final UserProvider users;

  /** The users of the session's realm. */
  public RealmPeople(KeycloakSession session) {
    this.realm = session.getContext().getRealm();
    this.users = session.users();
  }

  /** Who is linked. */
  public Optional<UserModel> linked(LinkId link) {
    return Optional.ofNullable(
        users.getUserByFederatedIdentity(
            realm, new FederatedIdentityModel(link.alias(), link.id(), null)));
  }

  /** The user with an id. */
  public Optional<UserModel> withId(String id) {
    return Optional.ofNullable(users.getUserById(realm, id));
  }

  /** The user with an address. */
  public Optional<UserModel> withEmail(EmailAddress email) {
    return Optional.ofNullable(users.getUserByEmail(realm, email.text()));
  }

  /** Whether somebody else goes by this name, here or in the catalog. */
  public boolean isHeldByAnother(String name, Optional<UserModel> self) {
    String own = self.map(UserModel::getId).orElse("");
    UserModel namesake = users.getUserByUsername(realm, name);
    boolean here = namesake != null && !namesake.getId().equals(own);
    return here
        || users
            .searchForUserByUserAttributeStream(realm, UserAttribute.CATALOG_USERNAME, name)
            .anyMatch(user -> !user.getId().equals(own));
  }

  /** Whether Keycloak can send a mail that asks for a proof of an address. */
  public boolean canBeAskedByMail() {
    RequiredActionProviderModel action =
        realm.getRequiredActionProviderByAlias(RequiredAction.VERIFY_EMAIL.name());
    return action != null && action.isEnabled() && !realm.getSmtpConfig().isEmpty();
  }

  /** Moves a link of a previous provider to ours. */
  public void migrate(LinkId from, LinkId to, UserModel user) {
    users.addFederatedIdentity(
        realm, user, new FederatedIdentityModel(to.alias(), to.id(), to.id()));
    users.removeFederatedIdentity(realm, user, from.alias());
  }

  /**
   * Whether a user is what an interrupted first sign-in of the same account left behind: Keycloak
   * makes the user in one request and the link in the next.
   *
   * @param key {@code tid:oid}
   */
  public boolean isLeftOver(UserModel user, String key) {
    return key.equals(entraAccount(user))
        && users.getFederatedIdentitiesStream(realm, user).findAny().isEmpty();
  }

  /** What decides whether a user may be joined with an Entra account. */
  public LocalAccount account(UserModel user) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (user.isEnabled()) {
      traits.add(Trait.ENABLED);
    }
    if (user.isEmailVerified()) {
      traits.add(Trait.EMAIL_VERIFIED);
    }
    if (hasEntraAccount(user)) {
      traits.add(Trait.HAS_ENTRA_ACCOUNT);
    }
    if (administers(user)) {
      traits.add(Trait.ADMINISTERS_REALM);
    }
    return new LocalAccount(traits);
  }

  /** What the realm knows of a user. */
  public StoredPerson stored(UserModel user) {
    return new StoredPerson(
        orEmpty(user.getUsername()),
        orEmpty(user.getEmail()),
        user.isEmailVerified() ? Verification.PROVEN : Verification.NOT_PROVEN,
        orEmpty(user.getFirstAttribute(UserAttribute.CATALOG_USERNAME)),
        orEmpty(user.getFirstAttribute(UserAttribute.CATALOG_EMAIL)));
  }

  private boolean hasEntraAccount(UserModel user) {
    return user.getFirstAttribute(UserAttribute.OBJECT_ID) != null
        || users.getFederatedIdentitiesStream(realm, user).findAny().isPresent();
  }

  private boolean administers(UserModel user) {
    var management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
    return management == null || management.getRolesStream().anyMatch(user::hasRole);
  }

  private static String entraAccount(UserModel user) {
    return user.getFirstAttribute(UserAttribute.TENANT_ID)
        + ":"
        + user.getFirstAttribute(UserAttribute.OBJECT_ID);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
