package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Changes of people. A person is named by object id, user principal name or mail address. */
public final class UserChange {

  private UserChange() {}

  /** Another name for people to read. */
  public static DirectoryChange rename(String who, String displayName) {
    return set(who, "displayName", displayName);
  }

  /** Another address in {@code mail}, which nobody verifies. */
  public static DirectoryChange changeMail(String who, String mail) {
    return set(who, "mail", mail);
  }

  /** Another user principal name; the person stays in all groups. */
  public static DirectoryChange changeSignInName(String who, String userPrincipalName) {
    return root -> {
      TenantJson tenant = TenantJson.withUser(root, who);
      ObjectNode user = tenant.user(who);
      References.to(user, tenant).becomeIds();
      user.put("userPrincipalName", userPrincipalName);
    };
  }

  /** Another text in any member of the Graph object. */
  public static DirectoryChange set(String who, String member, String value) {
    return root -> TenantJson.withUser(root, who).user(who).put(member, value);
  }

  /** Another list of texts in any member, for example {@code proxyAddresses}. */
  public static DirectoryChange set(String who, String member, List<String> values) {
    return root -> {
      ArrayNode array = TenantJson.withUser(root, who).user(who).putArray(member);
      values.forEach(array::add);
    };
  }

  /** A member of the Graph object becomes null, for example {@code mail}. */
  public static DirectoryChange clear(String who, String member) {
    return root -> TenantJson.withUser(root, who).user(who).putNull(member);
  }

  /** The account may not sign in any more. */
  public static DirectoryChange disable(String who) {
    return root -> TenantJson.withUser(root, who).user(who).put("accountEnabled", false);
  }

  /**
   * Every sign-in of earlier is void, as after "Revoke sessions" or a password reset by an
   * administrator: refresh tokens, codes and browser sessions.
   *
   * @param now by the simulator's clock
   */
  public static DirectoryChange revokeSessions(String who, Instant now) {
    return set(who, "signInSessionsValidFromDateTime", now.toString());
  }

  /** The account may sign in again. */
  public static DirectoryChange enable(String who) {
    return root -> TenantJson.withUser(root, who).user(who).put("accountEnabled", true);
  }

  /** One more person in the first tenant: an enabled member whose mail address is the UPN. */
  public static DirectoryChange add(String objectId, String userPrincipalName, String displayName) {
    return root -> {
      ObjectNode user = TenantJson.of(root).get(0).array("users").addObject();
      user.put("id", objectId).put("userPrincipalName", userPrincipalName);
      user.put("displayName", displayName).put("mail", userPrincipalName);
      user.put("accountEnabled", true).put("userType", "Member");
    };
  }

  /** The person is gone, from groups and applications, too. */
  public static DirectoryChange delete(String who) {
    return root -> {
      TenantJson tenant = TenantJson.withUser(root, who);
      ObjectNode user = tenant.user(who);
      References.to(user, tenant).removeAll();
      TenantJson.removeIf(tenant.array("users"), other -> other.path("id").equals(user.path("id")));
    };
  }

  /**
   * The person is deleted, and somebody with the same names and addresses is made: another object
   * id, no groups, no roles.
   */
  public static DirectoryChange recreate(String who, String newObjectId) {
    return root -> {
      TenantJson tenant = TenantJson.withUser(root, who);
      ObjectNode user = tenant.user(who);
      References.to(user, tenant).removeAll();
      user.put("id", newObjectId);
    };
  }
}
