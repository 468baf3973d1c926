package io.entrabroker.it.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Someone;
import io.entrabroker.operations.keycloak.AdminAnswer;
import io.entrabroker.simulator.directory.UserChange;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keycloak's mappers for OpenID Connect at our provider, and the base role of our own mapper. */
@CleanLog
class BuiltInMappersIT extends MigrationTest {

  private static final String BASE_ROLE = "base.role";

  private final JsonNode catalogMapper = catalogMapper();

  @BeforeEach
  void provideARoleAndAGroup() {
    realm.forgetTeamsAndRoles();
    stack.admin().post("/openmetadata/roles", Map.of("name", "Reviewer"));
    stack.admin().post("/openmetadata/groups", Map.of("name", "Curators"));
  }

  @AfterEach
  void putTheBaseRoleBack() {
    stack.admin().put(pathOfCatalogMapper(), catalogMapper);
  }

  @Test
  void areOfferedBesideOurs() {
    trialWith();

    JsonNode types =
        stack.admin().get("/openmetadata/identity-provider/instances/" + TRIAL + "/mapper-types");

    assertThat(types.fieldNames())
        .toIterable()
        .contains(
            "entra-profile-mapper",
            "entra-groups-mapper",
            "entra-roles-mapper",
            "oidc-user-attribute-idp-mapper",
            "oidc-username-idp-mapper",
            "oidc-hardcoded-role-idp-mapper",
            "oidc-role-idp-mapper",
            "oidc-advanced-role-idp-mapper",
            "oidc-advanced-group-idp-mapper",
            "hardcoded-attribute-idp-mapper");
  }

  @Test
  void mapAClaimAtTheFirstSignInAndAtTheNext() {
    Someone bela = new Someone("Bela");
    entra(bela.arrives());
    upstreams.post(TRIAL, "entra", upstreams.web());
    mapper(
        TRIAL,
        "oidc-user-attribute-idp-mapper",
        Map.of("claim", "given_name", "user.attribute", "lastName", "syncMode", "FORCE"));
    tokenOf(bela);
    assertThat(user(bela).get("lastName").asText()).isEqualTo("Bela");

    entra(UserChange.set(bela.objectId(), "givenName", "Adalbert"));
    tokenOf(bela);
    assertThat(user(bela).get("lastName").asText()).isEqualTo("Adalbert");
  }

  @Test
  void giveRolesAndGroups() {
    Someone bodo = new Someone("Bodo");
    entra(bodo.arrives());
    trialWith();
    mapper(
        TRIAL, "oidc-hardcoded-role-idp-mapper", Map.of("role", "Reviewer", "syncMode", "FORCE"));
    mapper(
        TRIAL,
        "oidc-advanced-group-idp-mapper",
        Map.of(
            "claims", "[{\"key\":\"given_name\",\"value\":\"Bodo\"}]",
            "group", "/Curators",
            "syncMode", "FORCE"));
    JsonNode claims = claimsOf(bodo);

    assertThat(list(claims, "roles")).containsExactly("DataConsumer", "Reviewer");
    assertThat(list(claims, "groups")).containsExactly("Curators");
    entra(UserChange.set(bodo.objectId(), "givenName", "Boris"));
    assertThat(list(claimsOf(bodo), "groups")).isEmpty();
  }

  @Test
  void aBaseRoleThatWouldHarmTheCatalogIsRefusedOnSave() {
    AdminAnswer admin = saveBaseRole("Admin");
    AdminAnswer nonsense = saveBaseRole("Data/Consumer");

    assertThat(admin.status()).isEqualTo(400);
    assertThat(admin.errorMessage()).contains("everybody would be an administrator");
    assertThat(nonsense.status()).isEqualTo(400);
    assertThat(nonsense.errorMessage()).contains("The base role must be the name of a role");
    assertThat(catalogMapper()).isEqualTo(catalogMapper);
  }

  @Test
  void theBaseRoleIsSentToEverybody() {
    Someone bert = new Someone("Bert");
    entra(bert.arrives());
    trialWith();
    assertThat(list(claimsOf(bert), "roles")).containsExactly("DataConsumer");

    assertThat(saveBaseRole("DataSteward").isSuccess()).isTrue();
    assertThat(list(claimsOf(bert), "roles")).containsExactly("DataSteward");
  }

  private AdminAnswer saveBaseRole(String name) {
    ObjectNode changed = catalogMapper.deepCopy();
    ((ObjectNode) changed.get("config")).put(BASE_ROLE, name);
    return stack.admin().send("PUT", pathOfCatalogMapper(), changed);
  }

  private JsonNode catalogMapper() {
    for (JsonNode mapper : scope().get("protocolMappers")) {
      if (mapper.get("protocolMapper").asText().equals("openmetadata-user-mapper")) {
        return mapper;
      }
    }
    throw new AssertionError("The scope openmetadata has no mapper of ours");
  }

  private JsonNode scope() {
    for (JsonNode scope : stack.admin().get("/openmetadata/client-scopes")) {
      if (scope.get("name").asText().equals("openmetadata")) {
        return scope;
      }
    }
    throw new AssertionError("The realm has no scope openmetadata");
  }

  private String pathOfCatalogMapper() {
    return "/openmetadata/client-scopes/"
        + scope().get("id").asText()
        + "/protocol-mappers/models/"
        + catalogMapper.get("id").asText();
  }
}
