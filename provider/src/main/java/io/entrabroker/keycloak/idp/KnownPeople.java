package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.Finding;
import io.entrabroker.keycloak.idp.PersonStanding.Admitted;
import io.entrabroker.keycloak.idp.PersonStanding.GivenName;
import io.entrabroker.keycloak.idp.PersonStanding.Novelty;
import io.entrabroker.keycloak.idp.PersonStanding.Refused;
import io.entrabroker.keycloak.names.CatalogNameRegister;
import io.entrabroker.keycloak.people.RealmPeople;
import io.entrabroker.preview.KnownUser.Relation;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.KnownAs;
import io.entrabroker.signin.Rejection;
import io.entrabroker.user.EmailAddress;
import io.entrabroker.user.EntraUser;
import io.entrabroker.user.LegacyLink;
import io.entrabroker.user.LinkId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Finds out what somebody is to this realm, and gives them their name in the catalog. */
final class KnownPeople {

  private final EntraIdentityProvider provider;
  private final EntraSettings settings;
  private final RealmPeople people;
  private final NameTaking taking;
  private final CatalogNameRegister register;

  /** Whether the name that somebody gets is theirs from now on. */
  enum NameTaking {
    FOR_LIFE,
    /** A preview takes nothing. */
    NOT_AT_ALL
  }

  /** Who of the realm's users somebody is, and by what. */
  record Acquaintance(Relation relation, Optional<UserModel> user) {}

  KnownPeople(
      EntraIdentityProvider provider,
      EntraSettings settings,
      RealmPeople people,
      NameTaking taking) {
    this.provider = provider;
    this.settings = settings;
    this.people = people;
    this.taking = taking;
    this.register = new CatalogNameRegister(provider.session());
  }

  Acquaintance acquaintance(EntraUser user, LinkId ours, LegacyLink link) {
    Optional<UserModel> linked = people.linked(ours);
    if (linked.isPresent()) {
      return new Acquaintance(Relation.LINKED, linked);
    }
    Optional<UserModel> toBeLinked = userOf(link).or(() -> whoLinksTheirAccount());
    if (toBeLinked.isPresent()) {
      return new Acquaintance(Relation.OLDER_LINK, toBeLinked);
    }
    Optional<UserModel> leftOver = people.leftOver(user.key().toString());
    return new Acquaintance(
        leftOver.isPresent() ? Relation.LEFT_OVER : Relation.NEWCOMER, leftOver);
  }

  PersonStanding standing(EntraUser user, Acquaintance known) {
    if (known.relation() == Relation.LINKED) {
      return existing(user, known.user().orElseThrow(), Novelty.KNOWN);
    }
    if (known.relation() == Relation.OLDER_LINK) {
      UserModel toBeLinked = known.user().orElseThrow();
      return people.owner(toBeLinked).isAnotherThan(user.key())
          ? new Refused(Rejection.USER_OF_ANOTHER_ACCOUNT)
          : existing(user, toBeLinked, Novelty.KNOWN);
    }
    if (provider.previous(settings).isUnusable()) {
      return new Refused(Rejection.PREVIOUS_PROVIDER);
    }
    return provider.hasSafeFirstSignIn()
        ? newcomer(user, known.user())
        : new Refused(Rejection.FIRST_SIGN_IN_FLOW);
  }

  private PersonStanding existing(EntraUser user, UserModel self, Novelty novelty) {
    return admitted(
        user,
        settings.people().identity().of(user, people.stored(self)),
        new Self(Optional.of(self), "", novelty));
  }

  private Optional<UserModel> userOf(LegacyLink link) {
    return link instanceof LegacyLink.Found found
        ? people.withId(found.userId())
        : Optional.empty();
  }

  // Somebody who is signed in already and links the Entra account in the account console.
  private Optional<UserModel> whoLinksTheirAccount() {
    KeycloakSession session = provider.session();
    return AccountLinking.isUnderWay(session)
        ? Optional.ofNullable(
            session.getContext().getAuthenticationSession().getAuthenticatedUser())
        : Optional.empty();
  }

  private PersonStanding newcomer(EntraUser user, Optional<UserModel> leftOver) {
    if (leftOver.isPresent()) {
      return existing(user, leftOver.get(), Novelty.NEW);
    }
    KnownAs knownAs = settings.people().identity().ofNewcomer(user);
    if (!(knownAs instanceof KnownAs.ToBeGiven toBeGiven)) {
      return admitted(user, knownAs, new Self(Optional.empty(), "", Novelty.NEW));
    }
    Optional<UserModel> sameAddress = people.withEmail(toBeGiven.email());
    if (sameAddress.isEmpty() || !provider.looksForNamesakes()) {
      return admitted(user, knownAs, new Self(sameAddress, "", Novelty.NEW));
    }
    UserModel local = sameAddress.get();
    return admitted(
        user,
        settings.people().ofNamesake(user, people.account(local), people.stored(local)),
        new Self(sameAddress, local.getId(), Novelty.NEW));
  }

  private record Self(Optional<UserModel> user, String linkTo, Novelty novelty) {}

  private PersonStanding admitted(EntraUser user, KnownAs knownAs, Self self) {
    if (knownAs instanceof KnownAs.Refused refused) {
      return new Refused(refused.rejection());
    }
    if (knownAs instanceof KnownAs.Kept kept) {
      return new Admitted(
          Optional.empty(), kept.proof(), self.linkTo(), self.novelty(), kept.findings());
    }
    KnownAs.ToBeGiven wanted = (KnownAs.ToBeGiven) knownAs;
    if (self.user().isPresent() && isAnothers(wanted.email(), self)) {
      return new Refused(Rejection.ACCOUNT_EXISTS);
    }
    List<String> free =
        wanted.names().stream()
            .filter(name -> !people.isHeldByAnother(name, self.user()))
            .filter(name -> register.mayTake(name, user.key()) || isBound(name, user))
            .toList();
    return wanted
        .choose(name -> free.contains(name) && becomesTheirs(name, user, self))
        .<PersonStanding>map(
            name -> given(wanted, free.subList(free.indexOf(name), free.size()), self))
        .orElseGet(() -> new Refused(Rejection.NAME_TAKEN));
  }

  private boolean isBound(String name, EntraUser user) {
    return user.key().equals(settings.people().identity().naming().reserved().bindings().get(name));
  }

  // An administrator's word under Name owners goes before who came first. Whoever is new takes the
  // name when the user is created: a visit that ends before leaves nothing.
  private boolean becomesTheirs(String name, EntraUser user, Self self) {
    if (taking == NameTaking.NOT_AT_ALL) {
      return true;
    }
    if (isBound(name, user)) {
      register.give(name, user.key());
      return true;
    }
    return self.user().isEmpty() || register.take(name, user.key());
  }

  private boolean isAnothers(EmailAddress email, Self self) {
    String own = self.user().map(UserModel::getId).orElse("");
    return people.withEmail(email).filter(other -> !other.getId().equals(own)).isPresent();
  }

  private static Admitted given(KnownAs.ToBeGiven wanted, List<String> names, Self self) {
    Set<Finding> findings = wanted.findingsAs(names.get(0));
    if (!self.linkTo().isEmpty()) {
      findings.add(Finding.ACCOUNT_LINKED);
    }
    return new Admitted(
        Optional.of(new GivenName(names, wanted.email())),
        wanted.proof(),
        self.linkTo(),
        self.novelty(),
        findings);
  }
}
