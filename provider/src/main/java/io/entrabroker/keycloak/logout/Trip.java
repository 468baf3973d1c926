package io.entrabroker.keycloak.logout;

import io.entrabroker.logout.UpstreamSession;
import java.util.Map;
import java.util.Optional;

/**
 * A browser's way to Microsoft's sign-out and back. Keycloak's session has ended before it begins,
 * so that whoever does not come back is signed out here all the same.
 *
 * @param alias the identity provider by which the browser leaves
 * @param upstream the session to end there
 * @param destination where the browser goes when it has come back
 */
public record Trip(String alias, UpstreamSession upstream, Destination destination) {

  private static final String ALIAS = "alias";
  private static final String UPSTREAM = "upstream";
  private static final String CLIENT = "client";
  private static final String REGISTERED = "registered";
  private static final String ADDRESS = "address";

  /**
   * Where an application wants its people back.
   *
   * @param clientId the application; empty if nobody is waiting
   * @param registered the post-logout redirect URI that Keycloak has accepted, or empty
   * @param address the same with the application's state, or empty
   */
  public record Destination(String clientId, String registered, String address) {

    /** Nobody is waiting: the browser ends on a page of ours. */
    public static Destination none() {
      return new Destination("", "", "");
    }
  }

  Map<String, String> notes() {
    return Map.of(
        ALIAS,
        alias,
        UPSTREAM,
        upstream.text(),
        CLIENT,
        destination.clientId(),
        REGISTERED,
        destination.registered(),
        ADDRESS,
        destination.address());
  }

  static Optional<Trip> of(Map<String, String> notes) {
    Destination destination =
        new Destination(
            notes.getOrDefault(CLIENT, ""),
            notes.getOrDefault(REGISTERED, ""),
            notes.getOrDefault(ADDRESS, ""));
    return UpstreamSession.parse(notes.getOrDefault(UPSTREAM, ""))
        .map(upstream -> new Trip(notes.getOrDefault(ALIAS, ""), upstream, destination));
  }
}
