package io.entrabroker.doctor;

import java.util.List;
import java.util.Set;

/**
 * An identity provider of the type {@code entra} as the doctor finds it.
 *
 * @param alias its alias
 * @param traits what is the case
 * @param problems sentences about settings that are not valid
 * @param mappers what is wrong with its mappers
 * @param credential what is wrong with its credential on this node, a sentence, or empty
 * @param certificateEnds when its certificate ends, if that is soon, or empty
 */
public record ProviderState(
    String alias,
    Set<Trait> traits,
    List<String> problems,
    Mappers mappers,
    String credential,
    String certificateEnds) {

  /** Something that an identity provider is or is not. */
  public enum Trait {
    ENABLED,
    LINK_ONLY,
    OUR_FIRST_SIGN_IN_FLOW,
    SYNC_FORCED,
    HAS_MAIL_DOMAINS,
    FOLLOWS_SESSIONS,
    IN_AN_ORGANISATION,
    HIDDEN,
    GATED
  }

  /**
   * What is wrong with mappers.
   *
   * @param missing ids of those that are not there
   * @param frozen names of those of ours that do not follow the provider's sync mode
   * @param foreign names of others that write who somebody is
   */
  public record Mappers(List<String> missing, List<String> frozen, List<String> foreign) {
    public Mappers {
      missing = List.copyOf(missing);
      frozen = List.copyOf(frozen);
      foreign = List.copyOf(foreign);
    }
  }

  public ProviderState {
    traits = Set.copyOf(traits);
    problems = List.copyOf(problems);
  }
}
