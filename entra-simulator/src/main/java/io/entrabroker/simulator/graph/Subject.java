package io.entrabroker.simulator.graph;

import io.entrabroker.simulator.directory.User;

/**
 * Whom a request is about.
 *
 * @param caller who asks
 * @param user who is asked about, perhaps the caller
 */
record Subject(Caller caller, User user) {

  /** {@code /me}. */
  static Subject me(Caller caller) {
    return new Subject(caller, caller.me());
  }

  /**
   * {@code /users/{id}}.
   *
   * @param name object id or user principal name
   * @throws GraphException 404 if there is nobody
   */
  static Subject named(Caller caller, String name) {
    return new Subject(
        caller,
        caller
            .tenant()
            .user(name)
            .or(
                () ->
                    caller.tenant().users().stream()
                        .filter(user -> user.userPrincipalName().equalsIgnoreCase(name))
                        .findFirst())
            .orElseThrow(() -> GraphException.notFound(name)));
  }
}
