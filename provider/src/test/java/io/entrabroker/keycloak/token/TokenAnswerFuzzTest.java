package io.entrabroker.keycloak.token;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.clientauth.TokenRequestParts;
import io.entrabroker.keycloak.upstream.ScriptedHttpClient;
import io.entrabroker.keycloak.upstream.Upstream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class TokenAnswerFuzzTest {

  private static final URI ADDRESS = URI.create("https://login.microsoftonline.com/token");
  private static final ClientProofs CLIENT =
      new ClientProofs(List.of(new TokenRequestParts(Map.of(), Map.of())), () -> {});

  // The first byte chooses the status.
  @DictionaryEntries({
    "\"id_token\":\"",
    "\"access_token\":",
    "\"refresh_token\":",
    "\"scope\":",
    "\"error\":",
    "\"error_description\":",
    "\"error_codes\":["
  })
  @FuzzTest(maxDuration = "3s")
  void anAnswerIsTokensOrARefusalOrNonsense(byte[] answer) {
    int status = answer.length == 0 || answer[0] >= 0 ? 200 : 400 + (answer[0] & 0x7f);
    byte[] body = answer.length == 0 ? answer : Arrays.copyOfRange(answer, 1, answer.length);
    Upstream upstream =
        new Upstream(new ScriptedHttpClient().answers(status, body), Duration.ofSeconds(5));
    TokenAnswer read =
        new TokenEndpoint(upstream, ADDRESS, CLIENT)
            .redeem(new Secret("code"), new Secret("verifier"), "https://kc.example/endpoint");
    boolean fits =
        !(read instanceof TokenAnswer.Tokens tokens)
            || (status == 200 && !tokens.idToken().isEmpty());
    if (!fits) {
      throw new AssertionError("Tokens without an ID token, or with an error");
    }
  }
}
