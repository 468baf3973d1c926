package io.entrabroker.doctor;

import io.entrabroker.catalog.ClientKind;
import java.util.Set;

/**
 * A client of the catalog as the doctor finds it.
 *
 * @param id its client id
 * @param kind the kind that its client id stands for
 * @param traits what is switched on
 * @param secret how good its secret is
 * @param addresses where it may send people to
 * @param scopes names of its default client scopes
 * @param lifetimes how long its tokens and sessions live
 */
public record ClientState(
    String id,
    ClientKind kind,
    Set<Trait> traits,
    SecretState secret,
    Addresses addresses,
    Set<String> scopes,
    Lifetimes lifetimes) {

  /** Something that a client is or is not. */
  public enum Trait {
    ENABLED,
    OF_ITS_KIND,
    SIGNS_RS256,
    STANDARD_FLOW,
    IMPLICIT_FLOW,
    DIRECT_GRANTS,
    CONSENT,
    SERVICE_ACCOUNT,
    REFRESH_TOKENS,
    DEMANDS_PKCE,
    CATALOG_MAPPER,
    PAIRWISE_SUBJECT,
    ENCRYPTED_TOKENS,
    ISSUER_LEFT_OUT,
    ACCEPTS_SECRET,
    BOUND_TOKENS,
    SIGNED_USER_INFO,
    DEMANDING_REQUESTS
  }

  /**
   * How long something lives, in seconds.
   *
   * @param tokens access and ID tokens that are got for a code
   * @param implicitTokens those that come without one
   * @param idleSession a session in which nobody does anything
   */
  public record Lifetimes(int tokens, int implicitTokens, int idleSession) {}

  /** How good a client's secret is; the secret itself is nobody's business. */
  public enum SecretState {
    GOOD,
    SHORT,
    /** Empty, or a placeholder of the realm file that nothing replaced. */
    MISSING
  }

  public ClientState {
    traits = Set.copyOf(traits);
    scopes = Set.copyOf(scopes);
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }
}
