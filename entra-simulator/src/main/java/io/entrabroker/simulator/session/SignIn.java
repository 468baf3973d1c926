package io.entrabroker.simulator.session;

import java.time.Instant;

/**
 * One person's sign-in at the login host: what tokens say about the session.
 *
 * @param tenantId GUID of the tenant the person signed in to
 * @param userId object id of the person in that tenant
 * @param sessionId GUID of the browser session, the claim {@code sid}
 * @param at when the person authenticated, the claim {@code auth_time}
 * @param proofs what they proved in addition
 */
public record SignIn(String tenantId, String userId, String sessionId, Instant at, Proofs proofs) {

  /** Whether it is a sign-in of this person. */
  public boolean isOf(String otherTenantId, String otherUserId) {
    return tenantId.equals(otherTenantId) && userId.equals(otherUserId);
  }

  /** The same sign-in after the person proved more. */
  public SignIn with(Proofs more) {
    return new SignIn(tenantId, userId, sessionId, at, proofs.and(more));
  }
}
