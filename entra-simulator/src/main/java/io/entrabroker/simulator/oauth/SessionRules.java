package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.session.SignIn;
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

  /** Whether the session is of somebody who can sign in here, young enough and as expected. */
  boolean usable(AuthorizeRequest request, SignIn signIn) {
    return found(request, signIn)
            .filter(
                account ->
                    policies.allowSession(request.in(account.tenant()), account.user(), signIn))
            .isPresent()
        && youngEnough(request, signIn)
        && expected(request)
            .map(account -> account.user().id().equals(signIn.userId()))
            .orElse(true);
  }

  boolean mustAskAgain(AuthorizeRequest request) {
    return request.prompts().stream().anyMatch(ASK_AGAIN::contains);
  }

  /**
   * The account of a sign-in, as the directory knows it now.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 50034 if they are gone, 50057 if they
   *     are disabled, 50020 if the application does not admit their tenant
   */
  Account account(AuthorizeRequest request, SignIn signIn) {
    Client client = request.client();
    Account account =
        found(request, signIn)
            .orElseThrow(() -> Aadsts.USER_NOT_FOUND.thrown(client.tenant().displayName()));
    if (!account.user().enabled()) {
      throw Aadsts.USER_DISABLED.thrown();
    }
    Tenant home = account.tenant();
    if (!home.id().equals(client.tenant().id()) && !client.application().admits(home)) {
      throw Aadsts.ACCOUNT_FROM_ELSEWHERE.thrown(
          account.user().signInName(), client.tenant().displayName());
    }
    return account;
  }

  private static Optional<Account> found(AuthorizeRequest request, SignIn signIn) {
    return request
        .accounts()
        .withId(signIn.userId())
        .filter(account -> account.tenant().id().equals(signIn.tenantId()));
  }

  /** The person whom {@code login_hint} means, if it means anybody. */
  private static Optional<Account> expected(AuthorizeRequest request) {
    return request.loginHint().flatMap(request.accounts()::meantBy);
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
