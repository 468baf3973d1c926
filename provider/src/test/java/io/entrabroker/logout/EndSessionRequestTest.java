package io.entrabroker.logout;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.tenant.Endpoints;
import io.entrabroker.tenant.TenantId;
import java.net.URI;
import org.junit.jupiter.api.Test;

class EndSessionRequestTest {

  private static final TenantId TENANT =
      TenantId.parse("0f9e8d7c-6b5a-4948-8372-61504f3e2d1c").orElseThrow();
  private static final Endpoints ENDPOINTS =
      new Endpoints(URI.create("https://login.microsoftonline.com"), TENANT);
  private static final URI BACK =
      URI.create("https://sso.example/realms/openmetadata/broker/entra/endpoint/logout_response");

  @Test
  void itNamesTheAddressToComeBackToTheStateAndWhoseSessionIsMeant() {
    assertThat(new EndSessionRequest(ENDPOINTS, "O.CiQ+/=", BACK, "s-1").url())
        .hasToString(
            "https://login.microsoftonline.com/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c"
                + "/oauth2/v2.0/logout?post_logout_redirect_uri=https%3A%2F%2Fsso.example%2Frealms"
                + "%2Fopenmetadata%2Fbroker%2Fentra%2Fendpoint%2Flogout_response&state=s-1"
                + "&logout_hint=O.CiQ%2B%2F%3D");
  }

  @Test
  void withoutAHintThereIsNoParameterForIt() {
    assertThat(new EndSessionRequest(ENDPOINTS, "", BACK, "s-1").url().getRawQuery())
        .doesNotContain("logout_hint");
  }

  @Test
  void aHintThatMakesTheAddressTooLongIsLeftOut() {
    int rest =
        EndSessionRequest.LONGEST
            - new EndSessionRequest(ENDPOINTS, "", BACK, "s-1").url().toString().length()
            - "&logout_hint=".length();

    assertThat(new EndSessionRequest(ENDPOINTS, "h".repeat(rest), BACK, "s-1").url().toString())
        .hasSize(EndSessionRequest.LONGEST)
        .contains("logout_hint");
    assertThat(new EndSessionRequest(ENDPOINTS, "h".repeat(rest + 1), BACK, "s-1").url().toString())
        .doesNotContain("logout_hint")
        .contains("&state=s-1");
  }

  @Test
  void whatIsLoggedNamesNobody() {
    assertThat(new EndSessionRequest(ENDPOINTS, "hint-of-ada", BACK, "state-of-ada").toString())
        .doesNotContain("ada");
  }
}
