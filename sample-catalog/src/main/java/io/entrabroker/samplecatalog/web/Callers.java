package io.entrabroker.samplecatalog.web;

import io.entrabroker.samplecatalog.rules.Bearer;
import io.entrabroker.samplecatalog.rules.BearerCheck;
import io.entrabroker.samplecatalog.rules.CatalogUser;
import io.entrabroker.samplecatalog.rules.CatalogUsers;
import io.entrabroker.samplecatalog.rules.Outcome;
import io.entrabroker.samplecatalog.rules.Refusal;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Who asks. */
final class Callers {
  private final BearerCheck check;
  private final OwnTokens ownTokens;
  private final CatalogUsers users;
  private final Clock clock;

  Callers(BearerCheck check, OwnTokens ownTokens, CatalogCore core) {
    this.check = check;
    this.ownTokens = ownTokens;
    this.users = core.users();
    this.clock = core.clock();
  }

  /** The bearer, judged by the settings of the moment. */
  Outcome<Bearer> bearer(Context http) {
    return check.check(header(http), clock.instant());
  }

  /** The owner of a personal access token, which no setting touches. */
  Optional<CatalogUser> ownerOfPersonalToken(Context http) {
    return ownTokens.ownerOf(header(http).replaceFirst("^Bearer\\s+", "")).flatMap(users::named);
  }

  /** Does something for an administrator; everybody else gets 401 or 403. */
  void asAdministrator(Context http, Consumer<CatalogUser> work) {
    caller(http)
        .then(Callers::administrator)
        .<Runnable>fold(
            user -> () -> work.accept(user),
            refusal -> () -> Answers.error(http, refusal.status(), refusal.message()))
        .run();
  }

  private Outcome<CatalogUser> caller(Context http) {
    return ownerOfPersonalToken(http)
        .map(Outcome::accept)
        .orElseGet(() -> bearer(http).then(this::known));
  }

  private Outcome<CatalogUser> known(Bearer bearer) {
    return users
        .known(bearer)
        .map(Outcome::accept)
        .orElseGet(() -> Outcome.refuse(new Refusal(404, "user instance not found")));
  }

  private static Outcome<CatalogUser> administrator(CatalogUser user) {
    return user.isAdmin()
        ? Outcome.accept(user)
        : Outcome.refuse(
            new Refusal(
                403, "Principal: CatalogPrincipal{name='" + user.name() + "'} is not admin"));
  }

  private static String header(Context http) {
    return Optional.ofNullable(http.header("Authorization")).orElse("");
  }
}
