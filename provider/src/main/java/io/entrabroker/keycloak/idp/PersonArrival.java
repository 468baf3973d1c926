package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.Finding;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.keycloak.idp.KnownPeople.NameTaking;
import io.entrabroker.keycloak.people.CarriedFacts;
import io.entrabroker.keycloak.people.RealmPeople;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.logout.UpstreamSession;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.Entitlements;
import io.entrabroker.signin.SignInFacts;
import io.entrabroker.signin.SignInReading;
import io.entrabroker.user.EntraUser;
import io.entrabroker.user.LegacyLink;
import io.entrabroker.user.LinkId;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;

/** Somebody with a trusted token: let in or not, known or new, and handed over to Keycloak. */
final class PersonArrival {

  private final EntraIdentityProvider provider;
  private final EntraSettings settings;
  private final AuthenticationCallback callback;
  private final Refusals refusals;
  private final RealmPeople people;

  PersonArrival(
      EntraIdentityProvider provider,
      EntraSettings settings,
      AuthenticationCallback callback,
      Refusals refusals) {
    this.provider = provider;
    this.settings = settings;
    this.callback = callback;
    this.refusals = refusals;
    this.people = new RealmPeople(provider.session());
  }

  Response receive(SignInReading.Accepted accepted, GroupSource source) {
    PersonCase person = new PersonCase(provider, settings, accepted.user(), NameTaking.FOR_LIFE);
    Optional<PersonStanding.Refused> unsafe = person.objectionToTheRealm();
    if (unsafe.isPresent()) {
      return refuse(unsafe.get());
    }
    Entitlements entitlements = person.entitlements(accepted.claims(), source);
    Optional<PersonStanding.Refused> objection = person.objection(entitlements);
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    LegacyLink link = person.link();
    PersonStanding standing = person.standing(link);
    if (standing instanceof PersonStanding.Refused refused) {
      return refuse(refused);
    }
    report(entitlements, (PersonStanding.Admitted) standing);
    return handOver(accepted, entitlements, (PersonStanding.Admitted) standing, link);
  }

  private Response refuse(PersonStanding.Refused refused) {
    return refusals.refuse(refused.rejection(), refused.detail());
  }

  private void report(Entitlements entitlements, PersonStanding.Admitted standing) {
    if (entitlements.unknown().isPresent()) {
      refusals.note(Finding.MEMBERSHIP_UNKNOWN, PersonCase.reason(entitlements));
    }
    standing.findings().forEach(finding -> refusals.note(finding, ""));
  }

  private Response handOver(
      SignInReading.Accepted accepted,
      Entitlements entitlements,
      PersonStanding.Admitted standing,
      LegacyLink link) {
    EntraUser user = accepted.user();
    SignInFacts facts =
        new SignInFacts(entitlements, standing.proof(), standing.linkTo(), user.name());
    PersonContext person = new PersonContext(provider, user);
    BrokeredIdentityContext context = person.context(standing, facts);
    UpstreamSession.of(accepted.claims())
        .ifPresent(upstream -> CarriedFacts.putUpstream(context, upstream));
    if (OurMappers.haveCompany(provider.session(), provider.entraConfig().getAlias())) {
      person.addClaims(context, accepted.claims());
    }
    if (link instanceof LegacyLink.Found found) {
      takeOver(found, context);
    }
    return callback.authenticated(context);
  }

  private void takeOver(LegacyLink.Found found, BrokeredIdentityContext context) {
    LinkId ours = new LinkId(provider.entraConfig().getAlias(), context.getId());
    if (found.link().alias().equals(ours.alias())) {
      context.setLegacyId(found.link().id());
      return;
    }
    people
        .withId(found.userId())
        .ifPresent(
            user -> {
              people.migrate(found.link(), ours, user);
              refusals.note(Finding.LINK_MIGRATED, "");
            });
  }
}
