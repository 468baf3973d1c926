package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.Finding;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.keycloak.people.CarriedFacts;
import io.entrabroker.keycloak.people.RealmPeople;
import io.entrabroker.keycloak.people.UserProfileGuard;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.logout.UpstreamSession;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.AddressProof;
import io.entrabroker.signin.Entitlements;
import io.entrabroker.signin.Rejection;
import io.entrabroker.signin.SignInFacts;
import io.entrabroker.signin.SignInReading;
import io.entrabroker.user.EntraUser;
import io.entrabroker.user.LegacyLink;
import io.entrabroker.user.LinkId;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;
import org.keycloak.models.UserModel;

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
    if (!UserProfileGuard.isSafe(provider.session())) {
      return refusals.refuse(Rejection.USER_PROFILE);
    }
    Entitlements entitlements =
        PersonEntitlements.of(
            accepted.claims(),
            source,
            settings.groups(),
            PersonEntitlements.needs(provider.session(), settings));
    Optional<Rejection> objection =
        entitlements.objection(settings.groups(), settings.whenUnknown());
    if (objection.isPresent()) {
      return refusals.refuse(objection.get(), reason(entitlements));
    }
    EntraUser user = accepted.user();
    LinkId ours = new LinkId(provider.entraConfig().getAlias(), user.key().toString());
    LegacyLink link =
        LegacyLink.find(
            ours, user, provider.previous(settings), id -> people.linked(id).map(UserModel::getId));
    if (link instanceof LegacyLink.Ambiguous) {
      return refusals.refuse(Rejection.TWO_LINKS);
    }
    PersonStanding standing =
        new KnownPeople(provider, settings, people).standing(user, ours, link);
    if (standing instanceof PersonStanding.Refused refused) {
      return refusals.refuse(refused.rejection());
    }
    if (((PersonStanding.Admitted) standing).proof() == AddressProof.BY_MAIL
        && !people.canBeAskedByMail()) {
      return refusals.refuse(Rejection.EMAIL_UNTRUSTED, RealmPeople.NO_MAIL);
    }
    report(entitlements, (PersonStanding.Admitted) standing);
    return handOver(accepted, entitlements, (PersonStanding.Admitted) standing, link);
  }

  private static String reason(Entitlements entitlements) {
    return entitlements.unknown().map(reason -> "Groups are unknown: " + reason + ".").orElse("");
  }

  private void report(Entitlements entitlements, PersonStanding.Admitted standing) {
    if (entitlements.unknown().isPresent()) {
      refusals.note(Finding.MEMBERSHIP_UNKNOWN, reason(entitlements));
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
    if (provider.hasForeignMappers()) {
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
