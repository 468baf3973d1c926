package io.entrabroker.samplecatalog.rules;

/**
 * How username and e-mail are found in a token: one of OpenMetadata's settings.
 *
 * <p>{@link ClaimMapping} is {@code jwtPrincipalClaimsMapping}, {@link ClaimOrder} the older {@code
 * jwtPrincipalClaims}, which the catalog uses when there is no mapping, {@link EmailClaim} what
 * comes after 2.0.
 */
public sealed interface PrincipalResolution permits ClaimMapping, ClaimOrder, EmailClaim {

  /** The person a token speaks for, or a 401 in OpenMetadata's words. */
  Outcome<Principal> resolve(Claims claims);

  /** The mail domain as the token writes it; empty when it has none. */
  String mailDomain(Claims claims);

  /** By what the person is looked up. */
  default FoundBy foundBy(Claims claims) {
    return FoundBy.NAME;
  }

  /**
   * {@code jwtPrincipalClaims}, by which tokens of bots are read whatever is mapped.
   *
   * @param principalDomain the domain of claims without '@'
   */
  default ClaimOrder ofBots(String principalDomain) {
    return ClaimOrder.standard(principalDomain);
  }

  /** The person that a token of the catalog's own speaks for. */
  default Outcome<Principal> resolveOwn(Claims own) {
    return resolve(own);
  }

  /** By what that person is looked up. */
  default FoundBy foundByOwn() {
    return FoundBy.NAME;
  }
}
