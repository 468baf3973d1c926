package io.entrabroker.keycloak.idp;

import io.entrabroker.claims.EntraClaims;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.keycloak.idp.KnownPeople.Acquaintance;
import io.entrabroker.keycloak.idp.KnownPeople.NameTaking;
import io.entrabroker.keycloak.people.RealmPeople;
import io.entrabroker.keycloak.people.UserProfileGuard;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.AddressProof;
import io.entrabroker.signin.Entitlements;
import io.entrabroker.signin.Rejection;
import io.entrabroker.user.EntraUser;
import io.entrabroker.user.LegacyLink;
import io.entrabroker.user.LinkId;
import java.util.Optional;
import org.keycloak.models.UserModel;

/**
 * What decides whether somebody with a trusted token comes in, and as whom; asked in the order of
 * the methods, at a sign-in and in its preview.
 */
final class PersonCase {

  private final EntraIdentityProvider provider;
  private final EntraSettings settings;
  private final EntraUser user;
  private final RealmPeople people;
  private final KnownPeople known;

  PersonCase(
      EntraIdentityProvider provider, EntraSettings settings, EntraUser user, NameTaking taking) {
    this.provider = provider;
    this.settings = settings;
    this.user = user;
    this.people = new RealmPeople(provider.session());
    this.known = new KnownPeople(provider, settings, people, taking);
  }

  /** Why nobody can be let in as the realm is. */
  Optional<PersonStanding.Refused> objectionToTheRealm() {
    return UserProfileGuard.isSafe(provider.session())
        ? Optional.empty()
        : Optional.of(new PersonStanding.Refused(Rejection.USER_PROFILE));
  }

  Entitlements entitlements(EntraClaims claims, GroupSource source) {
    return PersonEntitlements.of(
        claims, source, settings.groups(), PersonEntitlements.needs(provider.session(), settings));
  }

  Optional<PersonStanding.Refused> objection(Entitlements entitlements) {
    return entitlements
        .objection(settings.groups(), settings.whenUnknown())
        .map(rejection -> new PersonStanding.Refused(rejection, reason(entitlements)));
  }

  static String reason(Entitlements entitlements) {
    return entitlements.unknown().map(reason -> "Groups are unknown: " + reason + ".").orElse("");
  }

  LegacyLink link() {
    return LegacyLink.find(
        ours(), user, provider.previous(settings), id -> people.linked(id).map(UserModel::getId));
  }

  Acquaintance acquaintance(LegacyLink link) {
    return known.acquaintance(user, ours(), link);
  }

  PersonStanding standing(LegacyLink link) {
    return link instanceof LegacyLink.Ambiguous
        ? new PersonStanding.Refused(Rejection.TWO_LINKS)
        : standing(acquaintance(link));
  }

  PersonStanding standing(Acquaintance acquaintance) {
    PersonStanding standing = known.standing(user, acquaintance);
    boolean nobodyCanBeAsked =
        standing instanceof PersonStanding.Admitted admitted
            && admitted.proof() == AddressProof.BY_MAIL
            && !people.canBeAskedByMail();
    return nobodyCanBeAsked
        ? new PersonStanding.Refused(Rejection.EMAIL_UNTRUSTED, RealmPeople.NO_MAIL)
        : standing;
  }

  private LinkId ours() {
    return new LinkId(provider.entraConfig().getAlias(), user.key().toString());
  }
}
