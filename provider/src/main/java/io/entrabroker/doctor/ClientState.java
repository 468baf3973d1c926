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
 * @param tokenSeconds how long its access and ID tokens live, in seconds
 */
public record ClientState(
    String id,
    ClientKind kind,
    Set<Trait> traits,
    SecretState secret,
    Addresses addresses,
    Set<String> scopes,
    int tokenSeconds) {

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
    PAIRWISE_SUBJECT
  }

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
