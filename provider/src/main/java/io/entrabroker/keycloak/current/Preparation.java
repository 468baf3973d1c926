package io.entrabroker.keycloak.current;

import io.entrabroker.clientauth.Secret;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.keycloak.idp.Renewal;
import io.entrabroker.keycloak.refresh.Keeping;
import io.entrabroker.keycloak.refresh.KeptToken;
import io.entrabroker.keycloak.refresh.KeptTokens;
import io.entrabroker.refresh.RefreshSchedule;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Looks whether a session that is due can still be refreshed, and drops its token if not. */
record Preparation(KeycloakSession session, KeptToken kept, String claim) {

  /** The attempt; empty if there is nothing to try now. */
  Optional<Attempt> attempt(Instant now) {
    RealmModel realm = session.getContext().getRealm();
    IdentityProviderModel provider =
        session.identityProviders().getById(kept.keeping().providerId());
    Optional<FollowedSession> followed = FollowedSession.find(session, kept.sessionId());
    if (provider == null || followed.isEmpty() || !isLinked(followed.get(), provider)) {
      return nothing();
    }
    Optional<Renewal> renewal = Renewal.of(session, provider.getAlias());
    if (!provider.isEnabled() || renewal.isEmpty()) {
      return later(now);
    }
    Optional<RefreshSchedule> schedule = renewal.get().schedule();
    if (schedule.isEmpty() || !renewal.get().isFor(kept.keeping())) {
      return nothing();
    }
    Optional<Secret> token = kept.open(session, realm);
    if (token.isEmpty()) {
      new Report(session, provider.getAlias()).finding(Finding.REFRESH_TOKEN_UNREADABLE, followed);
      return nothing();
    }
    return Optional.of(
        new Attempt(
            kept, claim, provider.getAlias(), token.get(), renewal.get().needs(), schedule.get()));
  }

  // Whoever is not linked with the account any more is not its owner's to judge.
  private boolean isLinked(FollowedSession followed, IdentityProviderModel provider) {
    Keeping keeping = kept.keeping();
    FederatedIdentityModel link =
        session
            .users()
            .getFederatedIdentity(
                session.getContext().getRealm(), followed.user(), provider.getAlias());
    return link != null && keeping.owner().equals(link.getUserId());
  }

  private Optional<Attempt> nothing() {
    KeptTokens.of(session).drop(kept.sessionId(), claim);
    return Optional.empty();
  }

  // A provider that is switched off, or not valid just now, may come back.
  private Optional<Attempt> later(Instant now) {
    KeptTokens.of(session)
        .postpone(kept.sessionId(), claim, kept.failures(), now.plus(RefreshRun.LATER));
    return Optional.empty();
  }
}
