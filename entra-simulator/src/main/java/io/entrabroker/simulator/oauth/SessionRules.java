package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.session.SignIn;
import io.entrabroker.simulator.tokens.LoginHint;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** When a session at the login host spares the person the page, and who it is. */
final class SessionRules {

  private static final Set<String> ASK_AGAIN = Set.of("login", "select_account", "create");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private final PolicyChecks policies;
  private final Clock clock;

  SessionRules(PolicyChecks policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  /** Whether the session is of this tenant, young enough and of the person expected. */
  boolean usable(AuthorizeRequest request, SignIn signIn) {
    Tenant tenant = request.client().tenant();
    return signIn.tenantId().equals(tenant.id())
        && tenant
            .user(signIn.userId())
            .filter(user -> policies.allowSession(request, user, signIn))
            .isPresent()
        && youngEnough(request, signIn)
        && expected(request).map(user -> user.id().equals(signIn.userId())).orElse(true);
  }

  boolean mustAskAgain(AuthorizeRequest request) {
    return request.prompts().stream().anyMatch(ASK_AGAIN::contains);
  }

  /**
   * The person of a sign-in, as the directory knows them now.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 50034 if they are gone, 50057 if they
   *     are disabled
   */
  User user(AuthorizeRequest request, SignIn signIn) {
    Tenant tenant = request.client().tenant();
    User user =
        Optional.of(signIn)
            .filter(here -> here.tenantId().equals(tenant.id()))
            .flatMap(here -> tenant.user(here.userId()))
            .orElseThrow(() -> Aadsts.USER_NOT_FOUND.thrown(tenant.displayName()));
    if (!user.enabled()) {
      throw Aadsts.USER_DISABLED.thrown();
    }
    return user;
  }

  /** The person whom {@code login_hint} means, if it means anybody. */
  private static Optional<User> expected(AuthorizeRequest request) {
    Tenant tenant = request.client().tenant();
    return request.loginHint().flatMap(hint -> LoginHint.userIn(tenant, hint));
  }

  private boolean youngEnough(AuthorizeRequest request, SignIn signIn) {
    return request
        .parameters()
        .first("max_age")
        .filter(text -> SECONDS.matcher(text).matches())
        .map(text -> signIn.at().plus(Duration.ofSeconds(Long.parseLong(text))))
        .map(latest -> clock.instant().isBefore(latest))
        .orElse(true);
  }
}
