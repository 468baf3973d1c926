package io.entrabroker.samplecatalog.rules;

/**
 * How username and e-mail are found in a token: one of OpenMetadata's two settings.
 *
 * <p>{@link ClaimMapping} is {@code jwtPrincipalClaimsMapping}, {@link ClaimOrder} the older {@code
 * jwtPrincipalClaims}, which the catalog uses when there is no mapping.
 */
public sealed interface PrincipalResolution permits ClaimMapping, ClaimOrder {

  /** The person a token speaks for, or a 401 in OpenMetadata's words. */
  Outcome<Principal> resolve(Claims claims);
}
