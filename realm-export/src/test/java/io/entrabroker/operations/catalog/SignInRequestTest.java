package io.entrabroker.operations.catalog;

import static io.entrabroker.operations.catalog.Nodes.authentication;
import static io.entrabroker.operations.catalog.Nodes.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInRequestTest {

  private static final String GOOD =
      "https://kc/realms/r/protocol/openid-connect/auth?client_id=web&redirect_uri=https%3A%2F%2Fom"
          + "%2Fcallback&response_type=code&scope=openid+email+profile&code_challenge_method=S256"
          + "&max_age=36000";
  private static final SecuritySettings CONFIDENTIAL =
      authentication(
          "'clientType':'confidential','authority':'https://kc/realms/r','oidcConfiguration':"
              + "{'id':'web','callbackUrl':'https://om/callback','responseType':'code',"
              + "'scope':'openid email profile','disablePkce':false,'prompt':'','maxAge':'36000'}");

  private static SignInRequest request(String address) {
    return new SignInRequest(URI.create(address));
  }

  @Test
  void theRightRequestHasNoProblem() {
    assertThat(request(GOOD).problems(CONFIDENTIAL)).isEmpty();
    assertThat(request(GOOD).surprises(CONFIDENTIAL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://kc/realms/r, https://kc/realms/other, address",
    "client_id=web, client_id=spa, client_id",
    "om%2Fcallback, om%2Fother, redirect_uri",
    "response_type=code, response_type=token, response_type",
    "scope=openid+email+profile, scope=openid, scope",
    "&code_challenge_method=S256, '', code_challenge_method"
  })
  void everyWrongPartIsNamed(String right, String wrong, String named) {
    assertThat(request(GOOD.replace(right, wrong)).problems(CONFIDENTIAL))
        .singleElement()
        .asString()
        .startsWith(named + " is");
  }

  @Test
  void promptAndMaxAgeOfItsOwnAreNoReasonToUndo() {
    SignInRequest as16 = request(GOOD.replace("max_age=36000", "prompt=login&max_age=0"));

    assertThat(as16.problems(CONFIDENTIAL)).isEmpty();
    assertThat(as16.surprises(CONFIDENTIAL)).hasSize(2);
  }

  @Test
  void aPageAsksWithWhatTheCatalogTellsIt() {
    SecuritySettings settings =
        authentication(
            "'clientType':'public','authority':'https://kc/realms/r','clientId':'spa',"
                + "'callbackUrl':'https://om/callback','responseType':'id_token'");
    SignInRequest page =
        SignInRequest.ofPage(
            json(
                "{'authority':'https://kc/realms/r','clientId':'spa','callbackUrl':"
                    + "'https://om/callback','responseType':'id_token'}"));

    assertThat(page.problems(settings)).isEmpty();
    assertThat(page.surprises(settings)).isEmpty();
    assertThat(page.address().getRawQuery()).contains("redirect_uri=https%3A%2F%2Fom%2Fcallback");
  }
}
