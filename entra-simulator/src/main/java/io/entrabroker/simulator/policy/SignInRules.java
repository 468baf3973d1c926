package io.entrabroker.simulator.policy;

import io.entrabroker.simulator.errors.AadstsError;
import io.entrabroker.simulator.session.Proofs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The rules in force. They can be changed while the simulator runs, and count at once. */
public final class SignInRules {

  private final List<SignInRule> rules = new CopyOnWriteArrayList<>();

  /** From now on these count, too; of several that refuse the earliest is reported. */
  public void add(SignInRule... more) {
    rules.addAll(List.of(more));
  }

  /** This one counts no more; one that is not in force changes nothing. */
  public void remove(SignInRule rule) {
    rules.remove(rule);
  }

  /** No rules any more. */
  public void clear() {
    rules.clear();
  }

  /** Why there is nothing to be had on this occasion. */
  public Optional<AadstsError> refusal(Occasion occasion) {
    return about(occasion).flatMap(effect -> effect.refusal(occasion).stream()).findFirst();
  }

  /** What a person has to prove to sign in. */
  public Proofs demanded(Occasion occasion) {
    return about(occasion).map(Effect::demanded).reduce(Proofs.NONE, Proofs::and);
  }

  /** Whether the sign-in is too long ago to be used again without asking who it is. */
  public boolean endSession(Occasion occasion) {
    return about(occasion).anyMatch(effect -> effect.endsSession(occasion));
  }

  private Stream<Effect> about(Occasion occasion) {
    return rules.stream().filter(rule -> rule.isAbout(occasion)).map(SignInRule::effect);
  }
}
