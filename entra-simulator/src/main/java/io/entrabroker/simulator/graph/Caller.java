package io.entrabroker.simulator.graph;

import io.entrabroker.simulator.directory.GraphPermission;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.directory.User;
import java.util.Arrays;
import java.util.Set;

/** Who asks: a person through an application, or an application by itself. */
sealed interface Caller {

  Tenant tenant();

  /** The object id: of the person, or of the application's service principal. */
  String id();

  /** The values of {@code scp} or {@code roles}. */
  Set<String> permissions();

  /** Whether {@code /me} or an address with the object id speaks of the caller. */
  boolean is(User user);

  /**
   * Whom {@code /me} means.
   *
   * @throws GraphException 400 for an application
   */
  User me();

  /** Whether the caller has one of these permissions. */
  default boolean hasAny(GraphPermission... any) {
    return Arrays.stream(any).map(GraphPermission::value).anyMatch(permissions()::contains);
  }

  /**
   * A person.
   *
   * @param subject what the client knows the person as: the ID token's {@code sub}
   */
  record Person(Tenant tenant, User user, Set<String> permissions, String subject)
      implements Caller {

    @Override
    public String id() {
      return user.id();
    }

    @Override
    public boolean is(User other) {
      return user.id().equals(other.id());
    }

    @Override
    public User me() {
      return user;
    }
  }

  /** An application. */
  record Service(Tenant tenant, String id, Set<String> permissions) implements Caller {

    @Override
    public boolean is(User other) {
      return false;
    }

    @Override
    public User me() {
      throw new GraphException(
          400, "BadRequest", "/me request is only valid with delegated authentication flow.");
    }
  }
}
