package io.entrabroker.keycloak.idp;

import io.entrabroker.catalog.CatalogAddress;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.keycloak.idp.KnownPeople.Acquaintance;
import io.entrabroker.keycloak.idp.KnownPeople.NameTaking;
import io.entrabroker.keycloak.people.RealmPeople;
import io.entrabroker.preview.KnownUser;
import io.entrabroker.preview.KnownUser.Relation;
import io.entrabroker.preview.NameGiven;
import io.entrabroker.preview.Preview;
import io.entrabroker.preview.Subject;
import io.entrabroker.preview.Verdict;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.Entitlements;
import io.entrabroker.signin.SignInReading;
import io.entrabroker.user.LegacyLink;
import io.entrabroker.user.StoredPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.UserModel;

/** Looks at somebody with a trusted token as a sign-in would, and changes nothing. */
final class PreviewCase {

  private final EntraIdentityProvider provider;
  private final EntraSettings settings;
  private final SignInReading.Accepted accepted;
  private final List<Finding> notes;
  private final PersonCase person;
  private final RealmPeople people;

  PreviewCase(
      EntraIdentityProvider provider,
      EntraSettings settings,
      SignInReading.Accepted accepted,
      List<Finding> notes) {
    this.provider = provider;
    this.settings = settings;
    this.accepted = accepted;
    this.notes = new ArrayList<>(notes);
    this.person = new PersonCase(provider, settings, accepted.user(), NameTaking.NOT_AT_ALL);
    this.people = new RealmPeople(provider.session());
  }

  /** The report on somebody who is refused already. */
  Preview refused(Verdict.Refused verdict, GroupSource groups) {
    return subject(person.entitlements(accepted.claims(), groups), known()).refused(verdict, notes);
  }

  Preview report(GroupSource groups) {
    Entitlements entitlements = person.entitlements(accepted.claims(), groups);
    Optional<Verdict.Refused> objection =
        person
            .objectionToTheRealm()
            .or(() -> person.objection(entitlements))
            .map(PreviewCase::verdict);
    if (objection.isPresent()) {
      return subject(entitlements, known()).refused(objection.get(), notes);
    }
    PersonStanding standing = person.standing(person.link());
    if (standing instanceof PersonStanding.Refused refused) {
      return subject(entitlements, known()).refused(verdict(refused), notes);
    }
    return admitted(entitlements, (PersonStanding.Admitted) standing);
  }

  private Preview admitted(Entitlements entitlements, PersonStanding.Admitted standing) {
    if (entitlements.unknown().isPresent()) {
      notes.add(Finding.MEMBERSHIP_UNKNOWN);
    }
    notes.addAll(standing.findings());
    Acquaintance acquaintance = person.acquaintance(person.link());
    Optional<UserModel> user = acquaintance.user().or(() -> people.withId(standing.linkTo()));
    KnownUser known =
        user.map(
                self ->
                    known(
                        acquaintance.user().isPresent()
                            ? acquaintance.relation()
                            : Relation.NAMESAKE,
                        self))
            .orElseGet(() -> KnownUser.none(Relation.NEWCOMER));
    return subject(entitlements, known)
        .admitted(
            new Subject.InCatalog(
                address(standing, user),
                standing.given().isPresent() ? NameGiven.NOW : NameGiven.BEFORE,
                standing.proof(),
                new PreviewRights(provider, settings).after(user, standing.novelty(), entitlements),
                principalDomain()),
            notes);
  }

  private static CatalogAddress.Verified address(
      PersonStanding.Admitted standing, StoredPerson stored) {
    return standing
        .given()
        .map(given -> new CatalogAddress.Verified(given.name(), given.email().text()))
        .orElseGet(
            () -> new CatalogAddress.Verified(stored.catalogUsername(), stored.catalogEmail()));
  }

  private CatalogAddress.Verified address(
      PersonStanding.Admitted standing, Optional<UserModel> user) {
    StoredPerson nobody = new StoredPerson("", "", StoredPerson.Verification.NOT_PROVEN, "", "");
    return address(standing, user.map(people::stored).orElse(nobody));
  }

  private String principalDomain() {
    return settings.people().rules().mailDomains().owners().keySet().stream()
        .findFirst()
        .orElse("");
  }

  private Subject subject(Entitlements entitlements, KnownUser known) {
    return new Subject(accepted.user(), accepted.claims(), entitlements, settings.groups(), known);
  }

  private KnownUser known() {
    LegacyLink link = person.link();
    if (link instanceof LegacyLink.Ambiguous) {
      return KnownUser.none(Relation.TWO_USERS);
    }
    Acquaintance acquaintance = person.acquaintance(link);
    return acquaintance
        .user()
        .map(user -> known(acquaintance.relation(), user))
        .orElseGet(() -> KnownUser.none(acquaintance.relation()));
  }

  private static KnownUser known(Relation relation, UserModel user) {
    return new KnownUser(relation, user.getId(), user.getUsername());
  }

  private static Verdict.Refused verdict(PersonStanding.Refused refused) {
    return Verdict.Refused.of(refused.rejection(), refused.detail());
  }
}
