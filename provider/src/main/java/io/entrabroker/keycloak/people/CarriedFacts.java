package io.entrabroker.keycloak.people;

import io.entrabroker.logout.UpstreamSession;
import io.entrabroker.signin.SignInFacts;
import java.util.List;
import java.util.Optional;
import org.keycloak.broker.provider.BrokeredIdentityContext;

/**
 * What a sign-in found out, carried from one step to the next as one text: Keycloak writes the
 * context as JSON tagged with classes, which neither records nor immutable lists survive.
 */
public final class CarriedFacts {

  private static final String KEY = "entra";
  private static final String NAMES = "entra-names";
  private static final String UPSTREAM = "entra-upstream";
  private static final String BETWEEN = "/";

  private CarriedFacts() {}

  /** Leaves the facts for later steps. */
  public static void put(BrokeredIdentityContext context, SignInFacts facts) {
    context.getContextData().put(KEY, facts.text());
  }

  /** Leaves the names that somebody new may have, best first; no name has a slash. */
  public static void putNames(BrokeredIdentityContext context, List<String> names) {
    context.getContextData().put(NAMES, String.join(BETWEEN, names));
  }

  /** Leaves what the session is to remember of the one at Microsoft. */
  public static void putUpstream(BrokeredIdentityContext context, UpstreamSession upstream) {
    context.getContextData().put(UPSTREAM, upstream.text());
  }

  /** What the session is to remember; empty in a context that this provider did not make. */
  public static Optional<UpstreamSession> upstreamIn(BrokeredIdentityContext context) {
    return context.getContextData().get(UPSTREAM) instanceof String text
        ? UpstreamSession.parse(text)
        : Optional.empty();
  }

  /** The names that somebody new may have, best first; none if nobody new is coming. */
  public static List<String> namesIn(BrokeredIdentityContext context) {
    return context.getContextData().get(NAMES) instanceof String text && !text.isEmpty()
        ? List.of(text.split(BETWEEN, -1))
        : List.of();
  }

  /** The facts; empty in a context that this provider did not make. */
  public static Optional<SignInFacts> in(BrokeredIdentityContext context) {
    return context.getContextData().get(KEY) instanceof String text
        ? SignInFacts.parse(text)
        : Optional.empty();
  }
}
