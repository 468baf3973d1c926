package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.errors.AadstsError;
import io.entrabroker.simulator.session.SignIn;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happens next in the browser. */
public sealed interface AuthorizeOutcome {

  /** Show the people who can sign in. */
  record AskWho(AuthorizeRequest request) implements AuthorizeOutcome {}

  /** Ask the person, who is signed in, to prove more. */
  record AskForProof(AuthorizeRequest request) implements AuthorizeOutcome {}

  /** Ask the person, who is signed in, whether the application may act for them. */
  record AskConsent(AuthorizeRequest request, SignIn signIn) implements AuthorizeOutcome {}

  /** Send the application what it asked for. */
  record Answer(ReturnAddress back, Map<String, String> parameters) implements AuthorizeOutcome {
    public Answer {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
  }

  /** Tell the application that it cannot be. */
  record Refusal(ReturnAddress back, AadstsError error) implements AuthorizeOutcome {}

  /** The person pressed cancel: told to the application without a number or a description. */
  record Cancelled(ReturnAddress back) implements AuthorizeOutcome {}
}
