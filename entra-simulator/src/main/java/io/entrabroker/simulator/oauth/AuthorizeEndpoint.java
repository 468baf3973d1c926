package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Group;
import io.entrabroker.simulator.directory.ServicePrincipal;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.errors.AadstsError;
import io.entrabroker.simulator.session.SignIn;
import io.entrabroker.simulator.tokens.LoginHost;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decides what the browser sees next. Errors that stay at the login host are thrown. */
public final class AuthorizeEndpoint {

  private final AuthorizeReader reader;
  private final SessionRules sessionRules;
  private final PolicyChecks policies;
  private final ConsentRules consents;
  private final AuthorizeAnswers answers;

  AuthorizeEndpoint(
      AuthorizeReader reader,
      SessionRules sessionRules,
      PolicyChecks policies,
      ConsentRules consents,
      AuthorizeAnswers answers) {
    this.reader = reader;
    this.sessionRules = sessionRules;
    this.policies = policies;
    this.consents = consents;
    this.answers = answers;
  }

  /**
   * A request arrives.
   *
   * @param sessions who is signed in, the latest first
   */
  public AuthorizeOutcome begin(
      String segment, Parameters parameters, List<SignIn> sessions, LoginHost loginHost) {
    return reading(segment, parameters, request -> begin(request, sessions, loginHost));
  }

  /** The person named themselves on the page; {@code signIn} makes the session. */
  public AuthorizeOutcome signedIn(
      String segment, Parameters parameters, SignIn signIn, LoginHost loginHost) {
    return reading(segment, parameters, request -> signedIn(request, signIn, loginHost));
  }

  /** The sign-in after the person approved on the page that asks for proof. */
  public SignIn approved(String segment, Parameters parameters, SignIn signIn) {
    if (reader.read(segment, parameters) instanceof AuthorizeReading.Accepted accepted) {
      Account account = sessionRules.account(accepted.request(), signIn);
      return policies.approved(accepted.request().in(account.tenant()), account.user(), signIn);
    }
    return signIn;
  }

  /** The person pressed cancel. */
  public AuthorizeOutcome cancelled(String segment, Parameters parameters) {
    return reading(segment, parameters, request -> new AuthorizeOutcome.Cancelled(request.back()));
  }

  /** The person accepted what the application asks for. */
  public AuthorizeOutcome consented(
      String segment, Parameters parameters, SignIn signIn, LoginHost loginHost) {
    return reading(
        segment,
        parameters,
        request -> {
          Account account = sessionRules.account(request, signIn);
          AuthorizeRequest home = request.in(account.tenant());
          consents.give(home.client(), account.user(), home.scopes());
          return answers.answer(home, signIn, account.user(), loginHost);
        });
  }

  /** The person refused what the application asks for. */
  public AuthorizeOutcome declined(String segment, Parameters parameters) {
    return reading(
        segment, parameters, request -> refusal(request, Aadsts.CONSENT_DECLINED.with()));
  }

  private AuthorizeOutcome reading(
      String segment,
      Parameters parameters,
      Function<AuthorizeRequest, AuthorizeOutcome> accepted) {
    AuthorizeReading reading = reader.read(segment, parameters);
    if (reading instanceof AuthorizeReading.Refused refused) {
      return new AuthorizeOutcome.Refusal(refused.back(), refused.error());
    }
    return accepted.apply(((AuthorizeReading.Accepted) reading).request());
  }

  private AuthorizeOutcome begin(
      AuthorizeRequest request, List<SignIn> sessions, LoginHost loginHost) {
    Optional<SignIn> usable =
        sessions.stream().filter(signIn -> sessionRules.usable(request, signIn)).findFirst();
    if (request.prompts().contains("none") && usable.isEmpty()) {
      return refusal(request, Aadsts.NOT_SIGNED_IN.with());
    }
    if (usable.isEmpty() || sessionRules.mustAskAgain(request)) {
      return new AuthorizeOutcome.AskWho(request);
    }
    return signedIn(request, usable.get(), loginHost);
  }

  private AuthorizeOutcome signedIn(AuthorizeRequest request, SignIn signIn, LoginHost loginHost) {
    Account account = sessionRules.account(request, signIn);
    return proceed(request.in(account.tenant()), account.user(), signIn, loginHost);
  }

  private AuthorizeOutcome proceed(
      AuthorizeRequest request, User user, SignIn signIn, LoginHost loginHost) {
    Application application = request.client().application();
    if (!assigned(request.client().tenant(), application, user)) {
      return refusal(request, Aadsts.NOT_ASSIGNED.with(application.displayName()));
    }
    Optional<AuthorizeOutcome> obstacle = policies.atSignIn(request, user, signIn);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    Set<String> missing = consents.missing(request.client(), user, request.scopes());
    if (!missing.isEmpty() && request.prompts().contains("none")) {
      return refusal(
          request, Aadsts.CONSENT_MISSING.with(application.appId()).reportedAs("consent_required"));
    }
    if (consents.onlyAdministratorCanGive(missing)) {
      return refusal(request, Aadsts.ADMIN_CONSENT_NEEDED.with(application.displayName()));
    }
    if (!missing.isEmpty() || request.prompts().contains("consent")) {
      return new AuthorizeOutcome.AskConsent(request, signIn);
    }
    return answers.answer(request, signIn, user, loginHost);
  }

  private static boolean assigned(Tenant tenant, Application application, User user) {
    ServicePrincipal principal = tenant.servicePrincipal(application);
    Set<String> principals = new HashSet<>(Set.of(user.id()));
    tenant.directGroupsOf(user).stream().map(Group::id).forEach(principals::add);
    return !principal.assignmentRequired() || principal.assigns(principals);
  }

  private static AuthorizeOutcome refusal(AuthorizeRequest request, AadstsError error) {
    return new AuthorizeOutcome.Refusal(request.back(), error);
  }
}
