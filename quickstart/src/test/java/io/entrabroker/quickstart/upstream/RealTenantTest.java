package io.entrabroker.quickstart.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.quickstart.realm.Broker;
import io.entrabroker.quickstart.realm.Policy;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class RealTenantTest {
  private static final Policy POLICY = new Policy("contoso.example", "", "", "");

  @Test
  void aSecretMakesItAWebRegistration() {
    RealTenant tenant = new RealTenant("t", "c", "hush", POLICY);

    assertThat(tenant.platform()).isEqualTo("Web");
    assertThat(tenant.broker().registration()).isEqualTo(new Broker.Registration.Web("hush"));
    assertThat(tenant.toString() + tenant.broker()).doesNotContain("hush");
  }

  @Test
  void withoutSecretItIsASinglePageApplication() {
    RealTenant tenant = new RealTenant("t", "c", "", POLICY);

    assertThat(tenant.platform()).isEqualTo("Single-page application");
    assertThat(tenant.broker().registration()).isEqualTo(new Broker.Registration.SinglePage());
  }

  @Test
  void theRedirectUriIsTheRealmsOwn() {
    assertThat(RealTenant.redirectUri(URI.create("http://localhost:8080/realms/openmetadata")))
        .hasToString("http://localhost:8080/realms/openmetadata/broker/entra/endpoint");
  }
}
