package io.entrabroker.simulator.graph;

import static io.entrabroker.simulator.directory.GraphPermission.APPLICATION_READ_ALL;
import static io.entrabroker.simulator.directory.GraphPermission.APPLICATION_READ_WRITE_ALL;
import static io.entrabroker.simulator.directory.GraphPermission.DIRECTORY_READ_ALL;
import static io.entrabroker.simulator.directory.GraphPermission.GROUP_MEMBER_READ_ALL;
import static io.entrabroker.simulator.directory.GraphPermission.GROUP_READ_ALL;
import static io.entrabroker.simulator.directory.GraphPermission.USER_READ;
import static io.entrabroker.simulator.directory.GraphPermission.USER_READ_ALL;
import static io.entrabroker.simulator.directory.GraphPermission.USER_READ_BASIC_ALL;
import static io.entrabroker.simulator.directory.GraphPermission.USER_READ_WRITE;

import io.entrabroker.simulator.directory.GraphObject;
import io.entrabroker.simulator.directory.User;

/**
 * Which permission opens what.
 *
 * @see <a href="https://learn.microsoft.com/graph/permissions-overview">Overview of Microsoft Graph
 *     permissions</a>
 */
final class Access {

  private Access() {}

  /** A person's profile. */
  static void toProfile(Caller caller, User user) {
    require(
        caller.hasAny(USER_READ_BASIC_ALL, USER_READ_ALL, DIRECTORY_READ_ALL)
            || (caller.is(user) && caller.hasAny(USER_READ, USER_READ_WRITE)));
  }

  /**
   * Lists of what a person is a member of, ids at least.
   *
   * @see <a href="https://learn.microsoft.com/graph/api/user-list-transitivememberof">List a user's
   *     memberships (direct and transitive)</a>
   */
  static void toMemberships(Caller caller, User user) {
    require(
        caller.hasAny(USER_READ_ALL, GROUP_MEMBER_READ_ALL, GROUP_READ_ALL, DIRECTORY_READ_ALL)
            || (caller.is(user) && caller.hasAny(USER_READ)));
  }

  /**
   * Ids of all that a person is a member of.
   *
   * @see <a href="https://learn.microsoft.com/graph/api/directoryobject-getmemberobjects">Get
   *     member objects</a>
   */
  static void toMemberObjects(Caller caller, User user) {
    require(
        caller.hasAny(USER_READ_ALL, DIRECTORY_READ_ALL)
            || (caller.is(user) && caller.hasAny(USER_READ)));
  }

  /**
   * Ids of the groups that a person is in: here the profile and the groups count separately, so
   * that {@code User.Read} alone is not enough.
   *
   * @see <a href="https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups">
   *     directoryObject: checkMemberGroups</a>
   */
  static void toMemberGroups(Caller caller, User user) {
    boolean person =
        caller.hasAny(USER_READ_BASIC_ALL, USER_READ_ALL)
            || (caller.is(user) && caller.hasAny(USER_READ));
    boolean groups = caller.hasAny(GROUP_MEMBER_READ_ALL, GROUP_READ_ALL);
    require((person && groups) || caller.hasAny(DIRECTORY_READ_ALL));
  }

  /** Objects by their ids, whatever they are. */
  static void toObjects(Caller caller) {
    require(caller.hasAny(GROUP_MEMBER_READ_ALL, GROUP_READ_ALL, DIRECTORY_READ_ALL));
  }

  /** Applications in this tenant and who is assigned to them. */
  static void toServicePrincipals(Caller caller) {
    require(caller.hasAny(APPLICATION_READ_ALL, DIRECTORY_READ_ALL, APPLICATION_READ_WRITE_ALL));
  }

  /** App registrations, to be read or written. */
  static void toApplications(Caller caller, String method) {
    require(
        caller.hasAny(APPLICATION_READ_WRITE_ALL)
            || (method.equals("GET") && caller.hasAny(APPLICATION_READ_ALL, DIRECTORY_READ_ALL)));
  }

  /** Whether more than type and id of an object in a list is shown. */
  static boolean shows(Caller caller, GraphObject object) {
    return caller.hasAny(DIRECTORY_READ_ALL)
        || switch (object.graphType()) {
          case "group" -> caller.hasAny(GROUP_MEMBER_READ_ALL, GROUP_READ_ALL);
          case "user" -> caller.hasAny(USER_READ_ALL, USER_READ_BASIC_ALL);
          case "servicePrincipal" ->
              caller.hasAny(APPLICATION_READ_ALL, APPLICATION_READ_WRITE_ALL);
          default -> false;
        };
  }

  /**
   * @throws GraphException 400: personal accounts have no directory
   */
  static void requireDirectory(Caller caller) {
    if (caller.tenant().holdsPersonalAccounts()) {
      throw new GraphException(
          400,
          "BadRequest",
          "This API is not supported for MSA accounts (no addressUrl for"
              + " Microsoft.DirectoryServices,False).");
    }
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw GraphException.denied();
    }
  }
}
