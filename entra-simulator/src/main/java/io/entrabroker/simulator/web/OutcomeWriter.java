package io.entrabroker.simulator.web;

import io.entrabroker.simulator.oauth.AuthorizeOutcome;
import io.entrabroker.simulator.oauth.ReturnAddress;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns what the protocol decided into a page or a way back to the application. */
final class OutcomeWriter {

  private final LoginHosts loginHosts;
  private final Failures failures;

  OutcomeWriter(LoginHosts loginHosts, Failures failures) {
    this.loginHosts = loginHosts;
    this.failures = failures;
  }

  void write(Context ctx, AuthorizeOutcome outcome) {
    String segment = Requests.tenant(ctx);
    if (outcome instanceof AuthorizeOutcome.AskWho ask) {
      Pages.write(ctx, SignInPage.html(ask.request(), segment));
    } else if (outcome instanceof AuthorizeOutcome.AskForProof ask) {
      Pages.write(ctx, ProofPage.html(ask.request(), segment));
    } else if (outcome instanceof AuthorizeOutcome.AskConsent ask) {
      Pages.write(ctx, ConsentPage.html(ask.request(), segment));
    } else if (outcome instanceof AuthorizeOutcome.Answer answer) {
      sendBack(ctx, answer.back(), answer.parameters());
    } else if (outcome instanceof AuthorizeOutcome.Refusal refusal) {
      refuse(ctx, refusal);
    } else if (outcome instanceof AuthorizeOutcome.Cancelled cancelled) {
      cancel(ctx, cancelled.back());
    }
  }

  private void refuse(Context ctx, AuthorizeOutcome.Refusal refusal) {
    Map<String, String> parameters =
        new LinkedHashMap<>(
            failures
                .report(ctx, refusal.error())
                .redirectParameters(loginHosts.asked(ctx).errorPage()));
    parameters.putAll(refusal.back().echo());
    sendBack(ctx, refusal.back(), parameters);
  }

  private static void cancel(Context ctx, ReturnAddress back) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", "access_denied");
    parameters.put("error_subcode", "cancel");
    parameters.putAll(back.echo());
    sendBack(ctx, back, parameters);
  }

  private static void sendBack(Context ctx, ReturnAddress back, Map<String, String> parameters) {
    Answers.notToBeStored(ctx);
    String uri = back.redirectUri();
    switch (back.mode()) {
      case QUERY -> ctx.redirect(uri + (uri.contains("?") ? "&" : "?") + Query.write(parameters));
      case FRAGMENT -> ctx.redirect(uri + "#" + Query.write(parameters));
      case FORM_POST -> Pages.write(ctx, FormPostPage.html(uri, parameters));
    }
  }
}
