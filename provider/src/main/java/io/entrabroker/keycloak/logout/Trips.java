package io.entrabroker.keycloak.logout;

import io.entrabroker.logout.SignOutGuard;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;

/**
 * The trips that have begun and not ended, on every node of the server. Each is found by a random
 * state, for a while, and ends once.
 */
public final class Trips {

  /** How long a browser may stay at Microsoft, where it may have to choose an account: seconds. */
  static final int LONGEST_STAY = 600;

  private static final int RANDOM_BYTES = 32;
  private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final KeycloakSession session;
  private final Set<SignOutGuard> guards;

  public Trips(KeycloakSession session, Set<SignOutGuard> guards) {
    this.session = session;
    this.guards = guards;
  }

  /** A trip begins; gives its state. */
  public String begin(Trip trip) {
    String state =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(SecretGenerator.getInstance().randomBytes(RANDOM_BYTES));
    session.singleUseObjects().put(key(state), LONGEST_STAY, trip.notes());
    return state;
  }

  /** The trip that leaves by this provider, without ending it. */
  public Optional<Trip> leaving(String state, String alias) {
    return isState(state)
        ? trip(session.singleUseObjects().get(key(state)), alias)
        : Optional.empty();
  }

  /** Ends the trip of this state: it is over, whichever provider it comes back to. */
  public Optional<Trip> end(String state, String alias) {
    if (!guards.contains(SignOutGuard.ONCE)) {
      return leaving(state, alias);
    }
    return isState(state)
        ? trip(session.singleUseObjects().remove(key(state)), alias)
        : Optional.empty();
  }

  private static boolean isState(String state) {
    return STATE.matcher(state).matches();
  }

  private static Optional<Trip> trip(Map<String, String> notes, String alias) {
    return Optional.ofNullable(notes).flatMap(Trip::of).filter(trip -> trip.alias().equals(alias));
  }

  private String key(String state) {
    return "entra-sign-out." + session.getContext().getRealm().getId() + "." + state;
  }
}
