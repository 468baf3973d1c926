package io.entrabroker.it.attacks;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Realm;
import java.util.Map;
import java.util.TreeMap;

/** Everything that an attack could change in the realm's users. */
record Snapshot(Map<String, String> users) {

  static Snapshot of(Realm realm) {
    Map<String, String> users = new TreeMap<>();
    for (JsonNode user : realm.users()) {
      String id = user.get("id").asText();
      users.put(
          id,
          user.toString()
              + realm.links(id)
              + realm.groupsOf(id)
              + realm.rolesOf(id)
              + realm.sessionsOf(id));
    }
    return new Snapshot(users);
  }
}
