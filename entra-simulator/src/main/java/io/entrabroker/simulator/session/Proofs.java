package io.entrabroker.simulator.session;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a person proved in addition to who they are.
 *
 * @param policies GUIDs of conditional access policies that are satisfied
 * @param contexts authentication contexts that were reached, {@code c1} to {@code c99}
 */
public record Proofs(Set<String> policies, Set<String> contexts) {

  /** Nothing in addition. */
  public static final Proofs NONE = new Proofs(Set.of(), Set.of());

  public Proofs {
    policies = Set.copyOf(policies);
    contexts = Set.copyOf(contexts);
  }

  public static Proofs ofPolicy(String policy) {
    return new Proofs(Set.of(policy), Set.of());
  }

  public static Proofs ofContext(String context) {
    return new Proofs(Set.of(), Set.of(context));
  }

  public boolean isEmpty() {
    return policies.isEmpty() && contexts.isEmpty();
  }

  /** Whether nothing of what is demanded is missing here. */
  public boolean cover(Proofs demanded) {
    return policies.containsAll(demanded.policies) && contexts.containsAll(demanded.contexts);
  }

  /** These and the others. */
  public Proofs and(Proofs more) {
    return new Proofs(union(policies, more.policies), union(contexts, more.contexts));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }
}
