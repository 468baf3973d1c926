package io.entrabroker.keycloak.people;

import io.entrabroker.signin.SignInFacts;
import java.util.Optional;
import org.keycloak.broker.provider.BrokeredIdentityContext;

/**
 * What a sign-in found out, carried from one step to the next as one text: Keycloak writes the
 * context as JSON tagged with classes, which neither records nor immutable lists survive.
 */
public final class CarriedFacts {

  private static final String KEY = "entra";

  private CarriedFacts() {}

  /** Leaves the facts for later steps. */
  public static void put(BrokeredIdentityContext context, SignInFacts facts) {
    context.getContextData().put(KEY, facts.text());
  }

  /** The facts; empty in a context that this provider did not make. */
  public static Optional<SignInFacts> in(BrokeredIdentityContext context) {
    return context.getContextData().get(KEY) instanceof String text
        ? SignInFacts.parse(text)
        : Optional.empty();
  }
}
