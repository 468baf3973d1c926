package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.entrabroker.simulator.directory.CredentialChange;
import io.entrabroker.simulator.directory.Directory;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application whose claims are mapped has its ID tokens signed with a key of its own. */
class OwnSigningKeyTest {

  @RegisterExtension
  static final RunningSimulator SIMULATOR =
      RunningSimulator.of(Directory.contoso().with(CredentialChange.useOwnSigningKey(Contoso.WEB)));

  @Test
  void theKeyIsPublishedForThatApplicationOnly() throws Exception {
    String keyId = keyIdOf(SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA));

    assertThat(published("?appid=" + Contoso.WEB)).containsExactly(keyId);
    assertThat(published("")).doesNotContain(keyId);
    assertThat(published("?appid=" + Contoso.SPA)).doesNotContain(keyId).isEqualTo(published(""));
  }

  @Test
  void otherApplicationsUseTheSharedKeys() throws Exception {
    String code = SIMULATOR.code(Form.spa(), Contoso.ADA);
    TokenReply reply = SIMULATOR.redeem(Form.spaCode(code), "Origin", Contoso.ORIGIN);

    assertThat(published("")).contains(keyIdOf(reply));
  }

  @Test
  void theMetadataForTheApplicationLeadsToItsKeys() {
    URI address = SIMULATOR.endpoint("v2.0/.well-known/openid-configuration?appid=" + Contoso.WEB);

    assertThat(TokenReply.json(SIMULATOR.browser().open(address).body()).path("jwks_uri").asText())
        .isEqualTo(SIMULATOR.endpoint("discovery/v2.0/keys?appid=" + Contoso.WEB).toString());
  }

  private static String keyIdOf(TokenReply reply) throws Exception {
    return SignedJWT.parse(reply.text("id_token")).getHeader().getKeyID();
  }

  private static Set<String> published(String query) {
    Set<String> ids = new HashSet<>();
    URI address = SIMULATOR.endpoint("discovery/v2.0/keys" + query);
    TokenReply.json(SIMULATOR.browser().open(address).body())
        .path("keys")
        .forEach(key -> ids.add(key.path("kid").asText()));
    return ids;
  }
}
