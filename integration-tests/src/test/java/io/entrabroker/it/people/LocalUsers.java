package io.entrabroker.it.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Users that an administrator of the realm made, for the admin API. */
final class LocalUsers {

  private LocalUsers() {}

  /** Enabled, with an address that is proven. */
  static Map<String, Object> proven(String username, String email) {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("username", username);
    user.put("email", email);
    user.put("emailVerified", true);
    user.put("enabled", true);
    user.put("requiredActions", List.of());
    return user;
  }

  /** Enabled, with an address that nobody has proven. */
  static Map<String, Object> unproven(String username, String email) {
    Map<String, Object> user = proven(username, email);
    user.put("emailVerified", false);
    return user;
  }
}
