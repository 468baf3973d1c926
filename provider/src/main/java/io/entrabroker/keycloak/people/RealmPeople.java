package io.entrabroker.keycloak.people;

import io.entrabroker.catalog.CatalogName;
import io.entrabroker.catalog.ProviderSync;
import io.entrabroker.keycloak.names.CatalogNameRegister;
import io.entrabroker.user.EmailAddress;
import io.entrabroker.user.LinkId;
import io.entrabroker.user.LocalAccount;
import io.entrabroker.user.LocalAccount.Trait;
import io.entrabroker.user.StoredPerson;
import io.entrabroker.user.StoredPerson.Verification;
import io.entrabroker.user.UserAttribute;
import io.entrabroker.user.UserOwner;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.Constants;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.RoleModel;
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
  private final Links links;

  /** The users of the session's realm. */
  public RealmPeople(KeycloakSession session) {
    this.realm = session.getContext().getRealm();
    this.users = session.users();
    this.links = new Links(session);
  }

  /** Who is linked. */
  public Optional<UserModel> linked(LinkId link) {
    return links.user(new FederatedIdentityModel(link.alias(), link.id(), null));
  }

  /** The user with an id. */
  public Optional<UserModel> withId(String id) {
    return Optional.ofNullable(users.getUserById(realm, id));
  }

  /** The user with an address. */
  public Optional<UserModel> withEmail(EmailAddress email) {
    return Optional.ofNullable(users.getUserByEmail(realm, email.text()));
  }

  /**
   * Whether somebody else goes by this name, here or in the catalog. Whoever has not come in
   * through this provider yet is known to the catalog by what stands before the at sign of username
   * or address.
   */
  public boolean isHeldByAnother(String name, Optional<UserModel> self) {
    String own = self.map(UserModel::getId).orElse("");
    return Stream.of(
            Stream.ofNullable(users.getUserByUsername(realm, name)),
            users.searchForUserByUserAttributeStream(realm, UserAttribute.CATALOG_USERNAME, name),
            nameless(UserModel.USERNAME, name),
            nameless(UserModel.EMAIL, name))
        .flatMap(holders -> holders)
        .anyMatch(user -> !user.getId().equals(own));
  }

  private Stream<UserModel> nameless(String field, String name) {
    return users
        .searchForUserStream(
            realm,
            Map.of(
                field,
                name + "@",
                UserModel.EXACT,
                "false",
                UserModel.INCLUDE_SERVICE_ACCOUNT,
                "false"))
        .filter(user -> user.getFirstAttribute(UserAttribute.CATALOG_USERNAME) == null)
        .filter(
            user ->
                name.equals(CatalogName.localPart(orEmpty(user.getUsername())))
                    || name.equals(CatalogName.localPart(orEmpty(user.getEmail()))));
  }

  /**
   * What an interrupted first sign-in of an account left behind: Keycloak makes the user in one
   * request and the link in the next.
   *
   * @param key {@code tid:oid}
   */
  public Optional<UserModel> leftOver(String key) {
    return users
        .searchForUserByUserAttributeStream(
            realm, UserAttribute.OBJECT_ID, key.substring(key.indexOf(':') + 1))
        .filter(user -> isLeftOver(user, key))
        .findFirst();
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

  private boolean isLeftOver(UserModel user, String key) {
    return user.isEnabled()
        && key.equals(entraAccount(user))
        && user.credentialManager().getStoredCredentialsStream().findAny().isEmpty()
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
      traits.add(Trait.ADMINISTERS);
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
    RoleModel admin = realm.getRole(ProviderSync.ADMIN_ROLE);
    return management == null
        || management.getRolesStream().anyMatch(user::hasRole)
        || (admin != null && user.hasRole(admin));
  }

  /** Whether a user without a name in the catalog may go by this one there. */
  public boolean mayGoBy(UserModel user, String name, CatalogNameRegister register) {
    boolean theirsOrNobodys = register.owner(name).map(entraAccount(user)::equals).orElse(true);
    return theirsOrNobodys
        && users
            .searchForUserByUserAttributeStream(realm, UserAttribute.CATALOG_USERNAME, name)
            .allMatch(other -> other.getId().equals(user.getId()));
  }

  /** Whose a user is. */
  public UserOwner owner(UserModel user) {
    return new UserOwner(
        user.getFirstAttribute(UserAttribute.OBJECT_ID) == null ? "" : entraAccount(user));
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
