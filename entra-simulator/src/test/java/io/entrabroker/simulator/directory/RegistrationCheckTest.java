package io.entrabroker.simulator.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Graph would refuse in a registration. */
class RegistrationCheckTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RegistrationSite SITE =
      new RegistrationSite("https://sso.contoso.example", "openmetadata", "entra");
  private static final String APP_ID = "c1c1c1c1-0000-4000-8000-000000000001";

  @ParameterizedTest
  @EnumSource
  void theShippedOnesAreTaken(Registration registration) {
    String text = registration.of(SITE, APP_ID).toString();

    List<Application> all = Directory.contoso().registering(text).tenants().get(0).applications();

    assertThat(all.get(all.size() - 1).appId()).isEqualTo(APP_ID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/displayName | null | displayName",
        "/displayname | \"x\" | Invalid property 'displayname'",
        "/oauth2AllowIdTokenImplicitFlow | true | Invalid property",
        "/signInAudience | \"AzureAdMyOrg\" | signInAudience",
        "/isFallbackPublicClient | \"false\" | isFallbackPublicClient",
        "/groupMembershipClaims | \"Securitygroup\" | groupMembershipClaims",
        "/groupMembershipClaims | [\"SecurityGroup\"] | groupMembershipClaims",
        "/web/implicitGrantSettings/enableIdToken | true | Invalid property 'enableIdToken'",
        "/api/requestedAccessTokenVersion | \"2\" | requestedAccessTokenVersion",
        "/optionalClaims/idToken/0/name | null | required for property 'name'",
        "/optionalClaims/idToken/0/source | \"token\" | source",
        "/appRoles/0/id | null | required for property 'id'",
        "/appRoles/0/id | \"1\" | 'id'",
        "/appRoles/0/id | \"40132000-0000-4000-8000-000000000001\" | An id is there more than once",
        "/appRoles/0/value | \"DataSteward\" | DataSteward is there more than once",
        "/appRoles/0/value | \"Data Consumer\" | no blank",
        "/appRoles/0/description | null | required for property 'description'",
        "/appRoles/0/allowedMemberTypes | [] | allowedMemberTypes",
        "/appRoles/0/allowedMemberTypes | [\"Group\"] | allowedMemberTypes",
        "/requiredResourceAccess/0/resourceAccess/0/type | \"Delegated\" | 'type'",
        "/identifierUris | [\"api://openmetadata\"] | tenant verified domain, tenant ID, or app ID",
        "/web/logoutUrl | \"http://localhost:8080/x\" | logoutUrl",
        "/web/redirectUris/0 | \"http://sso.contoso.example/x\" | https:// or http://localhost",
        "/web/redirectUris/0 | \"https://*.contoso.example/x\" | wildcard",
        "/web/redirectUris/0 | \"https://sso.contoso.example/x#y\" | fragment",
        "/web/redirectUris/0 | \"/x\" | must be absolute",
        "/web/redirectUris/0 | \"https://sso example/x\" | is not an address",
        "/spa/redirectUris | [\"custom://x\"] | https:// or http://localhost",
        "/spa/redirectUris | [\"https://sso.contoso.example/realms/openmetadata/broker/entra/endpoint\"] | more than once",
        "/publicClient/redirectUris | [\"no scheme\"] | is not an address"
      })
  void whatGraphWouldRefuseIsRefused(String path, String value, String reason)
      throws JsonProcessingException {
    ObjectNode application = Registration.WEB.of(SITE, APP_ID);
    set(application, path, JSON.readTree(value));

    assertThatThrownBy(() -> Directory.contoso().registering(application.toString()))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/groupMembershipClaims | \"SecurityGroup, DirectoryRole\"",
        "/publicClient/redirectUris | [\"msauth://x\"]",
        "/web/redirectUris/0 | \"http://localhost:1234/x\"",
        "/identifierUris | [\"api://c1c1c1c1-0000-4000-8000-000000000001/x\"]",
        "/identifierUris | [\"https://contoso.example/catalog\"]"
      })
  void whatGraphTakesIsTaken(String path, String value) throws JsonProcessingException {
    ObjectNode application = Registration.WEB.of(SITE, APP_ID);
    set(application, path, JSON.readTree(value));

    assertThat(Directory.contoso().registering(application.toString()).tenants()).isNotEmpty();
  }

  @Test
  void placeholdersThatNobodyFilledInAreRefusedWithTheWayOut() {
    assertThatThrownBy(() -> Directory.contoso().registering("{\"displayName\":\"${REALM}\"}"))
        .hasMessageContaining("deploy/entra/apply --print");
  }

  @Test
  void anEnabledAppRoleIsNotTakenAway() {
    String web = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001";
    ObjectNode none = JSON.createObjectNode();
    none.putArray("appRoles");

    assertThatThrownBy(() -> Directory.contoso().with(RegistrationChange.update(web, none)))
        .hasMessageContaining("cannot be deleted or updated unless disabled first");
  }

  private static void set(ObjectNode application, String path, JsonNode value) {
    int last = path.lastIndexOf('/');
    JsonNode parent = application.at(path.substring(0, last));
    String name = path.substring(last + 1);
    if (parent instanceof com.fasterxml.jackson.databind.node.ArrayNode array) {
      array.set(Integer.parseInt(name), value);
    } else {
      ((ObjectNode) parent).set(name, value);
    }
  }
}
