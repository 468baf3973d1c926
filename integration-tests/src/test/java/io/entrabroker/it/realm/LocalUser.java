package io.entrabroker.it.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.operations.keycloak.AdminApi;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A user of the realm who has a password, from creation by an administrator to deletion. */
record LocalUser(AdminApi admin, String id) implements AutoCloseable {
  static final String NAME = "mallory";
  static final String PASSWORD = "correct horse battery staple";

  static LocalUser in(ImportedRealm realm) {
    Map<String, Object> user = new TreeMap<>(own());
    user.put("enabled", true);
    user.put("emailVerified", true);
    user.put("credentials", List.of(Map.of("type", "password", "value", PASSWORD)));
    user.put(
        "attributes",
        Map.of(
            "entra_oid", List.of("oid-of-mallory"),
            "entra_tid", List.of("tid-of-mallory"),
            "entra_upn", List.of("upn-of-mallory")));
    return new LocalUser(
        realm.admin(), realm.admin().post("/openmetadata/users", user).createdId());
  }

  /** What this user would send to the account API to change nothing. */
  static Map<String, Object> own() {
    return new TreeMap<>(
        Map.of(
            "username", NAME,
            "email", "mallory@contoso.example",
            "firstName", "Mal",
            "lastName", "Lory"));
  }

  /** All that identifies this user, as an administrator sees it. */
  JsonNode identity() {
    return ((ObjectNode) admin.get(path()))
        .retain("username", "email", "emailVerified", "firstName", "lastName", "attributes");
  }

  void mayManageTheAccount() {
    String account = admin.get("/openmetadata/clients?clientId=account").at("/0/id").asText();
    JsonNode role = admin.get("/openmetadata/clients/" + account + "/roles/manage-account");
    admin.post(path() + "/role-mappings/clients/" + account, List.of(role));
  }

  void mustDoAtTheNextSignIn(String requiredAction) {
    ObjectNode user = (ObjectNode) admin.get(path());
    user.putArray("requiredActions").add(requiredAction);
    admin.put(path(), user);
  }

  @Override
  public void close() {
    admin.delete(path());
  }

  private String path() {
    return "/openmetadata/users/" + id;
  }
}
