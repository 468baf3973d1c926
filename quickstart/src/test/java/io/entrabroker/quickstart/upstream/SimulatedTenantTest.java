package io.entrabroker.quickstart.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.quickstart.realm.Broker;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class SimulatedTenantTest {
  private final SimulatedTenant tenant = new SimulatedTenant(URI.create("http://localhost:9090"));

  @Test
  void thereIsAProviderForEachRegistration() {
    assertThat(tenant.brokers())
        .extracting(Broker::alias)
        .containsExactly("entra", "entra-spa", "entra-implicit");
    assertThat(tenant.brokers())
        .allSatisfy(
            broker ->
                assertThat(broker.authority()).matches("http://localhost:9090/[0-9a-f-]{36}/v2.0"));
  }

  @Test
  void onlyTheWebRegistrationHasASecretAndNobodyPrintsIt() {
    assertThat(tenant.brokers().get(0).registration())
        .isInstanceOfSatisfying(
            Broker.Registration.Web.class,
            web -> {
              assertThat(web.clientSecret()).isNotBlank();
              assertThat(tenant.brokers().toString()).doesNotContain(web.clientSecret());
            });
    assertThat(tenant.brokers().get(1).registration())
        .isEqualTo(new Broker.Registration.SinglePage());
    assertThat(tenant.brokers().get(2).registration())
        .isEqualTo(new Broker.Registration.Implicit());
  }

  @Test
  void groupsAndAppRolesBecomeTeamsAndRoles() {
    assertThat(tenant.brokers())
        .allSatisfy(
            broker -> {
              assertThat(broker.policy().teams()).containsExactly("Analytics", "Stewards");
              assertThat(broker.policy().roles()).containsExactly("Analyst", "DataSteward");
            });
  }

  @Test
  void theFirstPersonIsAMemberWhoGetsIn() {
    assertThat(tenant.people().get(0).outcome()).startsWith("in the catalog: ");
  }

  @Test
  void whatComesOfASignInDependsOnTheAccount() throws IOException {
    DirectoryFile directory =
        DirectoryFile.parse(
            """
            {"users": [
              {"id": "1", "displayName": "A", "mail": "First.Last@Example.org"},
              {"id": "2", "displayName": "B", "mail": null},
              {"id": "3", "displayName": "C", "mail": "c@example.org", "userType": "Guest"},
              {"id": "4", "displayName": "D", "mail": "d@example.org", "accountEnabled": false}
            ]}
            """);

    assertThat(directory.people())
        .extracting(Person::outcome)
        .satisfiesExactly(
            a -> assertThat(a).isEqualTo("in the catalog: first.last, first.last@example.org"),
            b -> assertThat(b).contains("no e-mail address"),
            c -> assertThat(c).contains("guests"),
            d -> assertThat(d).contains("disabled"));
  }

  @Test
  void aMissingSecretIsSaid() throws IOException {
    DirectoryFile directory = DirectoryFile.parse("{\"applications\": [{\"appId\": \"a\"}]}");

    assertThatThrownBy(() -> directory.clientSecret("a")).hasMessageContaining("a");
  }
}
