package io.entrabroker.it.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes along with another role makes nobody from Entra an administrator of the catalog. */
@CleanLog
class RolesByTheWayIT extends PeopleTest {

  private static final String ROLES = "/openmetadata/roles";

  @Test
  void anAdminWhoComesAlongWithAnotherRoleDoesNotReachTheCatalog() {
    JsonNode admin = role("Admin");
    JsonNode bundle = role("Bundle");
    stack.admin().post(ROLES + "/Bundle/composites", List.of(admin));
    String ada = Json.claims(signIn()).get("sub").asText();
    stack.admin().post("/openmetadata/users/" + ada + "/role-mappings/realm", List.of(bundle));

    assertThat(rolesInTheToken()).contains("Bundle", "DataConsumer").doesNotContain("Admin");

    stack.admin().post("/openmetadata/users/" + ada + "/role-mappings/realm", List.of(admin));
    assertThat(rolesInTheToken()).contains("Admin");
  }

  private JsonNode role(String name) {
    stack.admin().post(ROLES, Map.of("name", name));
    return stack.admin().get(ROLES + "/" + name);
  }

  private String signIn() {
    try (Person ada = Person.with(stack)) {
      return Person.parameter(ada.signsIn("entra", "ada.lovelace"), "id_token");
    }
  }

  private List<String> rolesInTheToken() {
    return Json.claims(signIn()).get("roles").valueStream().map(JsonNode::asText).toList();
  }
}
