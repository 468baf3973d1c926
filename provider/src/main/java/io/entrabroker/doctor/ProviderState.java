package io.entrabroker.doctor;

import java.util.List;
import java.util.Set;

/**
 * An identity provider of the type {@code entra} as the doctor finds it.
 *
 * @param alias its alias
 * @param traits what is the case
 * @param problems sentences about settings that are not valid
 * @param missingMappers ids of the mappers that it does not have
 * @param credential what is wrong with its credential on this node, a sentence, or empty
 * @param certificateEnds when its certificate ends, if that is soon, or empty
 */
public record ProviderState(
    String alias,
    Set<Trait> traits,
    List<String> problems,
    List<String> missingMappers,
    String credential,
    String certificateEnds) {

  /** Something that an identity provider is or is not. */
  public enum Trait {
    ENABLED,
    LINK_ONLY,
    OUR_FIRST_SIGN_IN_FLOW,
    SYNC_FORCED,
    HAS_MAIL_DOMAINS,
    FOLLOWS_SESSIONS
  }

  public ProviderState {
    traits = Set.copyOf(traits);
    problems = List.copyOf(problems);
    missingMappers = List.copyOf(missingMappers);
  }
}
