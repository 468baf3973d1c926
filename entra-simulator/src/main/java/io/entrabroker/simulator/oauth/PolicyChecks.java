package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.errors.AadstsError;
import io.entrabroker.simulator.errors.AadstsException;
import io.entrabroker.simulator.policy.ClaimsChallenge;
import io.entrabroker.simulator.policy.Moment;
import io.entrabroker.simulator.policy.Occasion;
import io.entrabroker.simulator.policy.SignInRules;
import io.entrabroker.simulator.session.Proofs;
import io.entrabroker.simulator.session.SignIn;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Asks whether a person may still have what they once signed in for, and whether they prove enough.
 */
final class PolicyChecks {

  /** What Entra explains on its own page; applications never hear of it. */
  private static final Set<Integer> STAYS_AT_LOGIN_HOST =
      Set.of(
          50005, 50020, 50053, 50055, 50056, 50097, 50126, 50131, 53000, 53001, 53002, 53003, 53011,
          90072, 500021, 500022, 500212, 500213, 530003, 530032, 530034, 530035);

  private final SignInRules rules;
  private final Clock clock;

  PolicyChecks(SignInRules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * The person of a sign-in, as the directory knows them now.
   *
   * @throws AadstsException 50034 if they are gone, 50057 if they are disabled
   */
  static User person(Client client, SignIn signIn) {
    User user =
        client
            .tenant()
            .user(signIn.userId())
            .orElseThrow(
                () ->
                    new AadstsException(
                        Aadsts.USER_NOT_FOUND
                            .with(client.tenant().displayName())
                            .suberror("bad_token")));
    if (!user.enabled()) {
      throw Aadsts.USER_DISABLED.thrown();
    }
    return user;
  }

  /**
   * For codes and refresh tokens.
   *
   * @throws AadstsException if the person is gone, disabled or revoked, or a rule refuses
   */
  void atToken(Moment moment, Client client, Grant grant) {
    SignIn signIn = grant.signIn();
    User user = person(client, signIn);
    user.sessionsValidFrom()
        .filter(validFrom -> signIn.at().isBefore(validFrom))
        .ifPresent(validFrom -> refuseRevoked(signIn, validFrom));
    rules
        .refusal(new Occasion(moment, user, client.application(), signIn, clock.instant()))
        .ifPresent(
            error -> {
              throw new AadstsException(error);
            });
  }

  /** What keeps a person who is signed in from their answer, if anything does. */
  Optional<AuthorizeOutcome> atSignIn(AuthorizeRequest request, User user, SignIn signIn) {
    boolean silent = request.prompts().contains("none");
    Optional<AadstsError> refusal = rules.refusal(occasion(request, user, signIn));
    if (refusal.isPresent()) {
      return Optional.of(refused(request, refusal.get(), silent));
    }
    Proofs demanded = demanded(request, user, signIn);
    if (signIn.proofs().cover(demanded)) {
      return Optional.empty();
    }
    AadstsError error =
        Aadsts.MFA_REQUIRED
            .with(request.client().application().appId())
            .reportedAs("interaction_required")
            .and("claims", ClaimsChallenge.of(demanded));
    return Optional.of(
        silent
            ? new AuthorizeOutcome.Refusal(request.back(), error)
            : new AuthorizeOutcome.AskForProof(request));
  }

  /** The sign-in after the person proved everything that is demanded. */
  SignIn approved(AuthorizeRequest request, User user, SignIn signIn) {
    return signIn.with(demanded(request, user, signIn));
  }

  /** Whether the session was not revoked and is not too old for a rule. */
  boolean allowSession(AuthorizeRequest request, User user, SignIn signIn) {
    return user.sessionsValidFrom().map(from -> !signIn.at().isBefore(from)).orElse(true)
        && !rules.endSession(occasion(request, user, signIn));
  }

  private Proofs demanded(AuthorizeRequest request, User user, SignIn signIn) {
    return rules.demanded(occasion(request, user, signIn)).and(request.demandedProofs());
  }

  private Occasion occasion(AuthorizeRequest request, User user, SignIn signIn) {
    return new Occasion(
        Moment.SIGN_IN, user, request.client().application(), signIn, clock.instant());
  }

  private static AuthorizeOutcome refused(
      AuthorizeRequest request, AadstsError error, boolean silent) {
    boolean stays = STAYS_AT_LOGIN_HOST.contains(error.code());
    if (stays && !silent) {
      throw new AadstsException(error);
    }
    return new AuthorizeOutcome.Refusal(
        request.back(), stays ? error.reportedAs("interaction_required") : error);
  }

  private static void refuseRevoked(SignIn signIn, Instant validFrom) {
    throw new AadstsException(
        Aadsts.GRANT_REVOKED.with(signIn.at(), validFrom).suberror("bad_token"));
  }
}
