package io.entrabroker.simulator.policy;

import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.errors.AadstsError;
import io.entrabroker.simulator.session.Proofs;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * One thing that stands between people and tokens. Without further words it is for everybody,
 * through every application.
 *
 * <pre>{@code
 * entra.signInRules().add(
 *     SignInRule.demandingMfa().of("ada.lovelace@contoso.example").at(Moment.REDEMPTION));
 * }</pre>
 */
public final class SignInRule {

  private static final String EVERYBODY = "";
  private static final String EVERY_APPLICATION = "";

  /** The conditional access policy that the claims of {@link #demandingMfa()} name. */
  public static final String MFA_POLICY = "ca9011c1-0000-4000-8000-000000000001";

  /** The conditional access policy that the claims of {@link #blocking()} name. */
  public static final String BLOCKING_POLICY = "ca9011c1-0000-4000-8000-000000000002";

  private final String who;
  private final String appId;
  private final Set<Moment> moments;
  private final Effect effect;

  private SignInRule(String who, String appId, Set<Moment> moments, Effect effect) {
    this.who = who;
    this.appId = appId;
    this.moments = Set.copyOf(moments);
    this.effect = effect;
  }

  /**
   * Multifactor authentication is needed: 50076 with {@code basic_action} and {@code claims} at the
   * token endpoint, the approval page in the browser. Unless told otherwise only the token endpoint
   * demands it, as when a policy covers a resource that the sign-in did not name.
   */
  public static SignInRule demandingMfa() {
    return demanding(Aadsts.MFA_REQUIRED);
  }

  /**
   * Like {@link #demandingMfa()} with another code: {@link Aadsts#MFA_ENROLMENT_REQUIRED}, {@link
   * Aadsts#STRONG_AUTHENTICATION_REQUIRED} or {@link Aadsts#MFA_EXPIRED}.
   */
  public static SignInRule demanding(Aadsts error) {
    return demand(error, Proofs.ofPolicy(MFA_POLICY));
  }

  /**
   * An authentication context is needed: {@code claims} then ask for {@code acrs}.
   *
   * @param context {@code c1} to {@code c99}
   */
  public static SignInRule demandingContext(String context) {
    return demand(Aadsts.MFA_REQUIRED, Proofs.ofContext(context));
  }

  /** Conditional access says no, whatever the person does: 53003 with {@code message_only}. */
  public static SignInRule blocking() {
    return refusing(
        Aadsts.BLOCKED_BY_CONDITIONAL_ACCESS
            .with()
            .suberror("message_only")
            .and("claims", ClaimsChallenge.of(Proofs.ofPolicy(BLOCKING_POLICY))));
  }

  /** Any other error, as it is; unless told otherwise at the token endpoint. */
  public static SignInRule refusing(AadstsError error) {
    return tokens(new Effect.Refuse(error));
  }

  /**
   * Sign-in frequency: whoever signed in longer ago signs in anew (70043 at the token endpoint).
   */
  public static SignInRule signInEvery(Duration longest) {
    return new SignInRule(
        EVERYBODY, EVERY_APPLICATION, EnumSet.allOf(Moment.class), new Effect.Frequency(longest));
  }

  /**
   * The same for one person only.
   *
   * @param person object id, user principal name or mail address
   */
  public SignInRule of(String person) {
    return new SignInRule(person, appId, moments, effect);
  }

  /** The same for one application only, named by its client id. */
  public SignInRule through(String clientId) {
    return new SignInRule(who, clientId, moments, effect);
  }

  /** The same, but only then. */
  public SignInRule at(Moment... others) {
    return new SignInRule(who, appId, Set.of(others), effect);
  }

  /**
   * The same demand, which nothing satisfies: the token endpoint challenges again and again. Of no
   * effect on rules that demand nothing.
   */
  public SignInRule neverSatisfied() {
    return effect instanceof Effect.Demand demand
        ? new SignInRule(
            who,
            appId,
            moments,
            new Effect.Demand(demand.error(), demand.proofs(), Effect.Satisfaction.NEVER))
        : this;
  }

  boolean isAbout(Occasion occasion) {
    return moments.contains(occasion.moment())
        && (appId.equals(EVERY_APPLICATION)
            || occasion.application().appId().equalsIgnoreCase(appId))
        && (who.equals(EVERYBODY)
            || occasion.user().id().equalsIgnoreCase(who)
            || occasion.user().isNamed(who));
  }

  Effect effect() {
    return effect;
  }

  private static SignInRule demand(Aadsts error, Proofs proofs) {
    return tokens(new Effect.Demand(error, proofs, Effect.Satisfaction.POSSIBLE));
  }

  private static SignInRule tokens(Effect effect) {
    return new SignInRule(
        EVERYBODY, EVERY_APPLICATION, EnumSet.of(Moment.REDEMPTION, Moment.REFRESH), effect);
  }
}
