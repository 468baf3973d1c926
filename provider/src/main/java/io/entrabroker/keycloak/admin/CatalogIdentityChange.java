package io.entrabroker.keycloak.admin;

import io.entrabroker.catalog.CatalogName;
import io.entrabroker.catalog.NamingRules;
import io.entrabroker.keycloak.idp.StoredSettings;
import io.entrabroker.keycloak.names.CatalogNameRegister;
import io.entrabroker.keycloak.people.RealmPeople;
import io.entrabroker.signin.AddressChange;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.user.IdentityKey;
import io.entrabroker.user.UserAttribute;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Carries out an administrator's command to change name or address in the catalog. */
final class CatalogIdentityChange {

  /** Why it cannot be done. */
  record Problem(Status status, String text) {}

  private final KeycloakSession session;
  private final RealmModel realm;
  private final RealmPeople people;

  CatalogIdentityChange(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
    this.people = new RealmPeople(session);
  }

  Optional<Problem> apply(UserModel user, String email, String username) {
    Optional<IdentityKey> person = person(user);
    Optional<NamingRules> naming = naming(user);
    if (person.isEmpty() || naming.isEmpty()) {
      return Optional.of(
          new Problem(
              Status.BAD_REQUEST,
              "The user has no account of Microsoft Entra ID here: edit the user in the"
                  + " administration console."));
    }
    String present = people.stored(user).catalogUsername();
    return AddressChange.of(email, username, present, person.get(), naming.get())
        .fold(
            change -> carryOut(user, change, person.get()),
            problem -> Optional.of(new Problem(Status.BAD_REQUEST, problem)));
  }

  Optional<Problem> giveName(String name, String owner) {
    Optional<IdentityKey> person = IdentityKey.parse(owner);
    Optional<CatalogName> wanted = CatalogName.parse(name).asOptional();
    if (person.isEmpty() || wanted.isEmpty()) {
      return Optional.of(
          new Problem(
              Status.BAD_REQUEST,
              "Name a username in lower case without @ and /, and the account as tenantId and"
                  + " objectId, both GUIDs."));
    }
    boolean held =
        people.isHeldByAnother(wanted.get().value(), people.leftOver(person.get().toString()));
    if (held) {
      return Optional.of(
          new Problem(
              Status.CONFLICT,
              "A user goes by this name: give that user another one first, or delete the user."));
    }
    new CatalogNameRegister(session).give(wanted.get().value(), person.get());
    return Optional.empty();
  }

  private Optional<Problem> carryOut(UserModel user, AddressChange change, IdentityKey person) {
    boolean addressTaken =
        people
            .withEmail(change.email())
            .filter(other -> !other.getId().equals(user.getId()))
            .isPresent();
    if (addressTaken) {
      return Optional.of(new Problem(Status.CONFLICT, "Another user has this e-mail address."));
    }
    if (people.isHeldByAnother(change.name(), Optional.of(user))
        || !new CatalogNameRegister(session).take(change.name(), person)) {
      return Optional.of(new Problem(Status.CONFLICT, "Somebody else has, or had, this username."));
    }
    user.setUsername(change.name());
    user.setEmail(change.email().text());
    user.setEmailVerified(true);
    user.setSingleAttribute(UserAttribute.CATALOG_USERNAME, change.name());
    user.setSingleAttribute(UserAttribute.CATALOG_EMAIL, change.email().text());
    return Optional.empty();
  }

  private static Optional<IdentityKey> person(UserModel user) {
    return parsed(user, UserAttribute.TENANT_ID)
        .flatMap(
            tenant ->
                parsed(user, UserAttribute.OBJECT_ID)
                    .map(object -> new IdentityKey(tenant, object.value())));
  }

  private static Optional<TenantId> parsed(UserModel user, String attribute) {
    return Optional.ofNullable(user.getFirstAttribute(attribute)).flatMap(TenantId::parse);
  }

  private Optional<NamingRules> naming(UserModel user) {
    return StoredSettings.ofPerson(session, user).stream()
        .map(settings -> settings.people().identity().naming())
        .findFirst();
  }
}
