package io.entrabroker.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.quickstart.realm.Policy;
import io.entrabroker.quickstart.upstream.RealTenant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UpstreamTest {
  @Test
  void withoutVariablesPeopleSignInAtTheSimulator() {
    assertThat(Upstream.from(Map.of("AZURE_TENANT_ID", " ", "HOME", "/root")))
        .isEqualTo(new Upstream.Simulator());
  }

  @Test
  void withTenantAndClientTheySignInThere() {
    assertThat(
            Upstream.from(
                Map.of(
                    "AZURE_TENANT_ID", "tenant\n",
                    "AZURE_CLIENT_ID", "client",
                    "AZURE_CLIENT_SECRET", "secret")))
        .isEqualTo(
            new Upstream.Entra(
                new RealTenant("tenant", "client", "secret", new Policy("", "", "", ""))));
  }

  @Test
  void mailDomainsGroupsAndRolesAreTakenFromTheEnvironment() {
    assertThat(
            Upstream.from(
                Map.of(
                    "AZURE_TENANT_ID", "tenant",
                    "AZURE_CLIENT_ID", "client",
                    "AZURE_MAIL_DOMAINS", " contoso.example ",
                    "AZURE_APP_ROLES", "a = A",
                    "AZURE_GROUP_ROLES", "b = B",
                    "AZURE_GROUP_BINDINGS", "c = C")))
        .isEqualTo(
            new Upstream.Entra(
                new RealTenant(
                    "tenant",
                    "client",
                    "",
                    new Policy("contoso.example", "a = A", "b = B", "c = C"))));
  }

  @Test
  void halfASettingIsNotTakenForNone() {
    assertThatThrownBy(() -> Upstream.from(Map.of("AZURE_CLIENT_ID", "client")))
        .isInstanceOf(UsageProblem.class)
        .hasMessageContaining("set both AZURE_TENANT_ID and AZURE_CLIENT_ID");
    assertThatThrownBy(() -> Upstream.from(Map.of("AZURE_CLIENT_SECRET", "secret")))
        .isInstanceOf(UsageProblem.class);
  }
}
