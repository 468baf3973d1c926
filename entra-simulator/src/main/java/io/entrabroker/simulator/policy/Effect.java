package io.entrabroker.simulator.policy;

import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.errors.AadstsError;
import io.entrabroker.simulator.session.Proofs;
import java.time.Duration;
import java.util.Optional;

/** What a rule does on an occasion that it is about. */
sealed interface Effect {

  /** Why there is nothing to be had; empty if the rule is content. */
  Optional<AadstsError> refusal(Occasion occasion);

  /** What the person has to prove while they sign in. */
  default Proofs demanded() {
    return Proofs.NONE;
  }

  /** Whether a session at the login host is too old to be used. */
  default boolean endsSession(Occasion occasion) {
    return false;
  }

  /** Refuses whatever the person does. */
  record Refuse(AadstsError error) implements Effect {
    @Override
    public Optional<AadstsError> refusal(Occasion occasion) {
      return Optional.of(error);
    }
  }

  /** Demands proofs: on the page while somebody signs in, by an error at the token endpoint. */
  record Demand(Aadsts error, Proofs proofs, Satisfaction satisfaction) implements Effect {
    @Override
    public Optional<AadstsError> refusal(Occasion occasion) {
      boolean proven =
          satisfaction == Satisfaction.POSSIBLE && occasion.signIn().proofs().cover(proofs);
      return occasion.moment() == Moment.SIGN_IN || proven
          ? Optional.empty()
          : Optional.of(
              error
                  .with(occasion.application().appId())
                  .suberror("basic_action")
                  .and("claims", ClaimsChallenge.of(proofs)));
    }

    @Override
    public Proofs demanded() {
      return proofs;
    }
  }

  /** Wants people to sign in anew from time to time. */
  record Frequency(Duration longest) implements Effect {
    @Override
    public Optional<AadstsError> refusal(Occasion occasion) {
      return occasion.moment() != Moment.SIGN_IN && endsSession(occasion)
          ? Optional.of(
              Aadsts.SIGN_IN_FREQUENCY
                  .with(occasion.signIn().at(), longest.toSeconds())
                  .suberror("token_expired"))
          : Optional.empty();
    }

    @Override
    public boolean endsSession(Occasion occasion) {
      return !occasion.now().isBefore(occasion.signIn().at().plus(longest));
    }
  }

  /** Whether a demand can ever be met. */
  enum Satisfaction {
    POSSIBLE,
    NEVER
  }
}
