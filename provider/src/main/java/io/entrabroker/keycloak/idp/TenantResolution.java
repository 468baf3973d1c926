package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.keycloak.upstream.UpstreamAnswer;
import io.entrabroker.keycloak.upstream.UpstreamRequest;
import io.entrabroker.settings.ConnectionSettings;
import io.entrabroker.signin.Rejection;
import io.entrabroker.tenant.Authority;
import io.entrabroker.tenant.DomainPin;
import io.entrabroker.tenant.DomainResolution;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.tenant.TenantName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.common.util.Time;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Looks up which tenant the authority's domain means, pins it at the first sign-in, and looks again
 * now and then, so that a domain that moved is noticed.
 */
final class TenantResolution {

  /** Seconds between two looks of one node at the same domain. */
  private static final int LOOK_AGAIN_AFTER = 3600;

  private final Map<String, Integer> lastLook = new ConcurrentHashMap<>();

  /** What came of it. */
  sealed interface Outcome {

    /** The tenant is known; the pin says which one the authority's domain means. */
    record Known(DomainPin pin) implements Outcome {}

    /** Nobody may sign in. */
    record Objection(Rejection rejection) implements Outcome {}

    /** Nobody may sign in: the login host says why it does not know the domain. */
    record Refused(MicrosoftError error) implements Outcome {}
  }

  /** Makes sure that the tenant is known and still the one that is pinned. */
  Outcome resolve(
      KeycloakSession session,
      Upstream upstream,
      String alias,
      Authority authority,
      DomainPin pin) {
    if (!(authority.tenant() instanceof TenantName.ByDomain byDomain)) {
      return new Outcome.Known(pin);
    }
    Optional<TenantId> pinned = byDomain.tenantId(pin);
    String place =
        session.getContext().getRealm().getId() + "/" + alias + "/" + authority + "/" + pin;
    if (pinned.isPresent() && lookedRecently(place)) {
      return new Outcome.Known(pin);
    }
    UpstreamAnswer answer = upstream.send(UpstreamRequest.get(authority.metadata()));
    DomainResolution resolution = DomainResolution.of(pinned, tenant(answer, authority));
    if (resolution instanceof DomainResolution.Moved) {
      return new Outcome.Objection(Rejection.TENANT_MOVED);
    }
    if (resolution instanceof DomainResolution.Unresolved) {
      return unresolved(answer);
    }
    lastLook.put(place, Time.currentTime());
    return resolution instanceof DomainResolution.New found
        ? new Outcome.Known(
            pin(session, alias, authority, DomainPin.of(byDomain.domain(), found.tenant())))
        : new Outcome.Known(pin);
  }

  private boolean lookedRecently(String place) {
    return lastLook.getOrDefault(place, Integer.MIN_VALUE) > Time.currentTime() - LOOK_AGAIN_AFTER;
  }

  private static Outcome unresolved(UpstreamAnswer answer) {
    if (answer instanceof UpstreamAnswer.Answered answered) {
      MicrosoftError error = MicrosoftError.answered(answered.json());
      if (error.number() != 0) {
        return new Outcome.Refused(error);
      }
    }
    return new Outcome.Objection(Rejection.TENANT_UNRESOLVED);
  }

  // No answer is not "no tenant": the caller tells them apart by what is pinned.
  private static Optional<TenantId> tenant(UpstreamAnswer answer, Authority authority) {
    return answer instanceof UpstreamAnswer.Answered answered && answered.status() == 200
        ? DomainResolution.tenantOfIssuer(authority.base(), answered.json().path("issuer").asText())
        : Optional.empty();
  }

  // Another node may have pinned in the meantime: what is pinned for this domain stays.
  private static DomainPin pin(
      KeycloakSession session, String alias, Authority authority, DomainPin pin) {
    String realmId = session.getContext().getRealm().getId();
    KeycloakModelUtils.runJobInTransaction(
        session.getKeycloakSessionFactory(),
        job -> {
          RealmModel realm = job.realms().getRealm(realmId);
          job.getContext().setRealm(realm);
          IdentityProviderModel stored =
              new IdentityProviderModel(job.identityProviders().getByAlias(alias));
          if (!new DomainPin(ConnectionSettings.DOMAIN_PIN.textIn(stored.getConfig()))
              .fits(authority)) {
            stored.getConfig().put(ConnectionSettings.DOMAIN_PIN.key(), pin.text());
            job.identityProviders().update(stored);
          }
        });
    return pin;
  }
}
