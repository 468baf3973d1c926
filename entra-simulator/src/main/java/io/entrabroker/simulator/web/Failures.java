package io.entrabroker.simulator.web;

import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.errors.AadstsError;
import io.entrabroker.simulator.errors.AadstsException;
import io.entrabroker.simulator.errors.ErrorReport;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Shows numbered errors: as JSON to programs, as a page without a way back to people. */
final class Failures {

  private static final Pattern GUID = Pattern.compile("[0-9a-fA-F-]{36}");

  private static final int TOO_MANY_REQUESTS = 429;
  private static final String RETRY_AFTER_SECONDS = "5";

  private final LoginHosts loginHosts;
  private final Clock clock;

  Failures(LoginHosts loginHosts, Clock clock) {
    this.loginHosts = loginHosts;
    this.clock = clock;
  }

  /** The handler, whose refusals become JSON. */
  Handler asJson(Handler handler) {
    return ctx -> {
      try {
        handler.handle(ctx);
      } catch (AadstsException refusal) {
        writeJson(ctx, refusal.error());
      }
    };
  }

  /** The handler, whose refusals become a page at the login host. */
  Handler asPage(Handler handler) {
    return ctx -> {
      try {
        handler.handle(ctx);
      } catch (AadstsException refusal) {
        ctx.status(400);
        Pages.write(ctx, ErrorPage.html(report(ctx, refusal.error())));
      }
    };
  }

  void writeJson(Context ctx, AadstsError error) {
    ErrorReport report = report(ctx, error);
    Answers.trace(ctx, report.traceId(), error.code());
    ctx.status(error.status());
    if (error.status() == TOO_MANY_REQUESTS) {
      ctx.header("Retry-After", RETRY_AFTER_SECONDS);
    }
    Json.write(ctx, report.body(loginHosts.asked(ctx).errorPage()));
  }

  /** An error that a test asked for, with an HTTP status that is not the error's own. */
  void writeFault(Context ctx, int status) {
    writeJson(ctx, Aadsts.TEMPORARILY_UNAVAILABLE.with());
    ctx.status(status);
  }

  ErrorReport report(Context ctx, AadstsError error) {
    return new ErrorReport(
        error, UUID.randomUUID().toString(), correlationId(ctx), clock.instant());
  }

  /** The id that the client sent along, in a header or a parameter, or a fresh one. */
  private static String correlationId(Context ctx) {
    return Optional.ofNullable(ctx.header("client-request-id"))
        .or(() -> Requests.queryAndForm(ctx).first("client-request-id"))
        .filter(id -> GUID.matcher(id).matches())
        .orElseGet(() -> UUID.randomUUID().toString());
  }
}
