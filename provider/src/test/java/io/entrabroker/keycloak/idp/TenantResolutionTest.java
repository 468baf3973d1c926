package io.entrabroker.keycloak.idp;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.keycloak.idp.TenantResolution.Outcome;
import io.entrabroker.keycloak.upstream.ScriptedHttpClient;
import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.signin.Rejection;
import io.entrabroker.tenant.Authority;
import io.entrabroker.tenant.DomainPin;
import io.entrabroker.tenant.LoginHosts;
import io.entrabroker.tenant.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

class TenantResolutionTest {

  private static final TenantId TENANT =
      TenantId.parse("0f9e8d7c-6b5a-4948-8372-61504f3e2d1c").orElseThrow();
  private static final DomainPin PINNED = DomainPin.of("contoso.com", TENANT);
  private static final DomainPin NOT_PINNED = new DomainPin("");
  private static final String WRONG_CLOUD =
      """
      {"error":"invalid_tenant","error_description":"AADSTS90038: Tenant 'contoso.com' request is \
      being redirected to the National Cloud 'microsoftonline.com'.","error_codes":[90038]}""";

  private final ScriptedHttpClient client = new ScriptedHttpClient();
  private final TenantResolution tenants = new TenantResolution();

  @Test
  void microsoftsErrorSaysWhyTheDomainIsNotFound() {
    client.answers(400, WRONG_CLOUD);
    Outcome outcome = resolve(NOT_PINNED);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) outcome).error().code()).isEqualTo("AADSTS90038");
    assertThat(client.asked)
        .containsExactly(
            URI.create(
                "https://login.microsoftonline.us/contoso.com/v2.0/.well-known/openid-configuration"));
  }

  @Test
  void anErrorThatIsNotMicrosoftsSaysNothing() {
    for (String body : new String[] {"<html>AADSTS90038</html>", "{}", "", "[90038]"}) {
      client.answers(502, body);

      assertThat(resolve(NOT_PINNED)).isEqualTo(new Outcome.Objection(Rejection.TENANT_UNRESOLVED));
    }
    client.isUnreachable();
    assertThat(resolve(NOT_PINNED)).isEqualTo(new Outcome.Objection(Rejection.TENANT_UNRESOLVED));
  }

  @Test
  void noErrorLiftsThePin() {
    client.answers(400, WRONG_CLOUD);

    assertThat(resolve(PINNED)).isEqualTo(new Outcome.Known(PINNED));
  }

  @Test
  void anotherTenantThanThePinnedOneIsAnObjection() {
    client.answers(
        200,
        "{\"issuer\":\"https://login.microsoftonline.us/11111111-2222-4333-8444-555555555555/v2.0\"}");

    assertThat(resolve(PINNED)).isEqualTo(new Outcome.Objection(Rejection.TENANT_MOVED));
  }

  @Test
  void whereTheAuthorityIsATenantsIdNobodyIsAsked() {
    assertThat(resolve("https://login.microsoftonline.us/" + TENANT, NOT_PINNED))
        .isEqualTo(new Outcome.Known(NOT_PINNED));
    assertThat(client.asked).isEmpty();
  }

  private Outcome resolve(DomainPin pin) {
    return resolve("https://login.microsoftonline.us/contoso.com", pin);
  }

  private Outcome resolve(String authority, DomainPin pin) {
    RealmModel realm = Answering.type(RealmModel.class, Map.of("getId", () -> "realm"));
    KeycloakContext context =
        Answering.type(KeycloakContext.class, Map.of("getRealm", () -> realm));
    return tenants.resolve(
        Answering.type(KeycloakSession.class, Map.of("getContext", () -> context)),
        new Upstream(client, Duration.ofSeconds(5)),
        "entra",
        Authority.parse(authority, LoginHosts.microsoftOnly()).asOptional().orElseThrow(),
        pin);
  }
}
