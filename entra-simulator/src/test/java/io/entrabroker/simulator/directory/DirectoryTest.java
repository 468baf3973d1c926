package io.entrabroker.simulator.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DirectoryTest {

  private static final String TENANT = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  private static final String OTHER = "aaaaaaaa-0000-4000-8000-000000000001";

  @Test
  void contosoIsFoundByGuidAndDomainsInAnyCase() {
    Directory contoso = Directory.contoso();

    for (String name :
        List.of(
            TENANT,
            TENANT.toUpperCase(Locale.ROOT),
            "contoso.example",
            "CONTOSO.onmicrosoft.example")) {
      assertThat(contoso.tenant(name)).as(name).isPresent();
    }
    assertThat(contoso.tenant("fabrikam.example")).isEmpty();
  }

  @Test
  void contososFirstPersonIsAda() {
    assertThat(Directory.contoso().tenants().get(0).users())
        .first()
        .extracting(User::userPrincipalName)
        .isEqualTo("ada.lovelace@contoso.example");
  }

  @Test
  void aFileIsRefusedWithAllItsProblemsAtOnce() {
    String file =
        """
        { "organization": { "id": "contoso" },
          "users": [ { "id": "11111111-0000-4000-8000-000000000001", "displayName": "No name" },
                     { "id": "11111111-0000-4000-8000-000000000001",
                       "userPrincipalName": "a@b", "displayName": "Twice" } ],
          "groups": [ { "id": "22222222-0000-4000-8000-000000000001", "displayName": "G",
                        "members": [ "nobody@contoso.example" ] } ],
          "applications": [ { "appId": "x", "displayName": "A",
                              "passwordCredentials": [ { "endDateTime": "soon" } ] } ],
          "servicePrincipals": {} }
        """;

    assertThatThrownBy(() -> Directory.parse(file))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContainingAll(
            "organization.id must be a GUID.",
            "users[0].userPrincipalName is missing.",
            "users[1].id repeats the value of an earlier entry.",
            "A group lists the member 'nobody@contoso.example', which the file lacks.",
            "applications[0].appId must be a GUID.",
            "passwordCredentials.endDateTime must be a moment like 2027-01-01T00:00:00Z.",
            "servicePrincipals must be an array of objects in Microsoft Graph's shape.");
  }

  @Test
  void credentialsThatCannotWorkAreRefusedAllAtOnce() {
    String text =
        """
        { "organization": { "id": "%s" }, "applications": [ { "appId": "%s", "displayName": "x",
          "keyCredentials": [ { "key": "bm90IGEgY2VydGlmaWNhdGU=" } ],
          "federatedIdentityCredentials": [
            { "name": "ab", "issuer": "https://i.example", "subject": "s", "audiences": [] } ] } ] }
        """
            .formatted(TENANT, OTHER);

    assertThatThrownBy(() -> Directory.parse(text))
        .hasMessageContainingAll(
            "keyCredentials.key must be a certificate",
            "federatedIdentityCredentials.name must have 3 to 120 characters",
            "federatedIdentityCredentials.audiences must hold exactly one value.");
  }

  @Test
  void textThatIsNotJsonIsRefusedWithTheLine() {
    assertThatThrownBy(() -> Directory.parse("{\n\"organization\": oops }"))
        .isInstanceOf(DirectoryException.class)
        .hasMessage("The directory is not JSON; look at line 2.");
  }

  @Test
  void anEditLeavesTheOriginalAlone() {
    Directory original = Directory.contoso();

    Directory edited = original.edited(json -> json.withArray("applications").removeAll());

    assertThat(edited.tenants().get(0).applications()).isEmpty();
    assertThat(original.tenants().get(0).applications()).isNotEmpty();
  }

  @Test
  void severalTenantsShareOneFile() {
    Directory directory =
        Directory.parse(
            """
            { "tenants": [ { "organization": { "id": "%s" } },
                           { "organization": { "id": "%s" } } ] }
            """
                .formatted(TENANT, OTHER));

    assertThat(directory.tenants()).extracting(Tenant::id).containsExactly(TENANT, OTHER);
  }

  @Test
  void aMovedDomainBelongsToACopyOfTheTenant() {
    Directory moved =
        Directory.contoso().withDomainMoved("Contoso.Example", OTHER.toUpperCase(Locale.ROOT));

    assertThat(moved.tenant("contoso.example").map(Tenant::id)).contains(OTHER);
    assertThat(moved.tenant(TENANT).map(Tenant::domains))
        .contains(List.of("contoso.onmicrosoft.example"));
    assertThat(moved.tenant(OTHER).map(tenant -> tenant.users().size()))
        .isEqualTo(moved.tenant(TENANT).map(tenant -> tenant.users().size()));
  }

  @Test
  void groupsInsideGroupsCountAndCirclesEnd() {
    Directory circle =
        Directory.contoso()
            .edited(
                json -> {
                  ObjectNode stewards = (ObjectNode) json.at("/groups/0");
                  stewards.withArray("members").add("97009500-0000-4000-8000-000000000002");
                });
    Tenant tenant = circle.tenants().get(0);
    User ada = tenant.users().get(0);

    assertThat(tenant.directGroupsOf(ada))
        .extracting(Group::displayName)
        .containsExactly("Analytics", "Newsletter");
    assertThat(tenant.allGroupsOf(ada))
        .extracting(Group::displayName)
        .containsExactlyInAnyOrder("Analytics", "Newsletter", "Data stewards");
  }

  @Test
  void aGuestIsKnownByTheNameOfTheirHome() {
    Tenant tenant = Directory.contoso().tenants().get(0);

    assertThat(tenant.userNamed("bob@fabrikam.example"))
        .hasValueSatisfying(
            bob -> {
              assertThat(bob.guest()).isTrue();
              assertThat(bob.userPrincipalName()).contains("#EXT#");
            });
  }

  @Test
  void aServicePrincipalThatTheFileLacksIsMadeUpAndStable() {
    Directory directory =
        Directory.contoso().edited(json -> json.withArray("servicePrincipals").removeAll());
    Tenant tenant = directory.tenants().get(0);
    Application application = tenant.applications().get(0);

    assertThat(tenant.servicePrincipal(application).id())
        .isEqualTo(tenant.servicePrincipal(application).id())
        .isNotEqualTo(application.id())
        .isNotEqualTo(application.appId());
  }

  @Test
  void aSecretIsNeverPrinted() {
    Application web = Directory.contoso().tenants().get(0).applications().get(0);

    assertThat(web.secrets())
        .isNotEmpty()
        .allSatisfy(secret -> assertThat(secret.toString()).isEqualTo("PasswordCredential[***]"));
  }
}
