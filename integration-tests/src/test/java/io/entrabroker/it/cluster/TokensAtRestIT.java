package io.entrabroker.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.it.browser.Needs;
import io.entrabroker.it.browser.Tool;
import io.entrabroker.it.leaks.Recording;
import io.entrabroker.it.leaks.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Where tokens of Microsoft stand: in the whole database, in every note of every session, in the
 * notes of a sign-in that is not finished.
 */
@Needs(Tool.INITDB)
class TokensAtRestIT extends ClusterTest {

  private static final Set<IssuedTokens.Kind> EVERY = Set.of(IssuedTokens.Kind.values());

  TokensAtRestIT() throws IOException, InterruptedException {}

  @Test
  void noTokenOfMicrosoftStandsAnywhereInClear() throws Exception {
    trialWith();
    Someone rita = new Someone("Rita");
    signedIn(rita, one());
    signedIn(new Someone("Ruth"), two());
    assertThat(onOne().everySession()).isEqualTo(2);
    assertThat(onTwo().everySession()).isEqualTo(2);
    Someone rolf = new Someone("Rolf");
    Visitor between = arrived(rolf);
    assertThat(between.stopsAfterMicrosoft(one(), TRIAL)).contains("/login-actions/first-broker");
    assertThat(issued.all()).hasSize((2 + 4 + 1) * EVERY.size());

    String database = cluster.postgres().dump();
    assertThat(database).contains("INSERT INTO public.entra_kept_token", rita.key());
    assertThat(found(database)).isEmpty();
    String sessions = onOne().notes() + onTwo().notes();
    assertThat(sessions.lines().filter(line -> line.startsWith("session ")))
        .hasSize(4)
        .allMatch(line -> line.contains("identity_provider=" + TRIAL));
    assertThat(sessions).contains("\nclient {");
    assertThat(found(sessions)).isEmpty();
    String unfinished = between.reads(one().realmUri() + "/refresh-now/notes");
    assertThat(unfinished).containsPattern("sign-in .*" + rolf.key() + ".*entra\\.arrived\\.token");
    assertThat(found(unfinished)).isEmpty();
    assertThat(found(Files.readString(one().logFile()))).isEmpty();
    assertThat(found(Files.readString(two().logFile()))).isEmpty();
  }

  // What the search is worth: Keycloak's own provider leaves tokens where ours does not.
  @Test
  void keycloaksOwnProviderLeavesTokensInTheDatabaseAndInSessions() throws Exception {
    keycloaksOwn();
    try (Recording.Visit visit = Recording.ofThisRun().byKeycloaksOwnProvider()) {
      signedIn(new Someone("Rosi"), one());
      String database = cluster.postgres().dump();
      String sessions = onOne().notes();
      Visitor between = arrived(new Someone("Ralf"));
      between.stopsAfterMicrosoft(one(), TRIAL);

      assertThat(found(database)).isEqualTo(EVERY);
      assertThat(found(sessions)).contains(IssuedTokens.Kind.ACCESS_TOKEN);
      assertThat(found(between.reads(one().realmUri() + "/refresh-now/notes"))).isEqualTo(EVERY);
    }
  }

  /** The kinds of tokens of which a text holds any. */
  private Set<IssuedTokens.Kind> found(String text) {
    Set<IssuedTokens.Kind> found = new TreeSet<>();
    for (IssuedTokens.Token token : issued.all()) {
      if (Traces.of(token.text(), text)) {
        found.add(token.kind());
      }
    }
    return found;
  }

  private void keycloaksOwn() {
    String authority = cluster.authority();
    Map<String, Object> provider = new LinkedHashMap<>();
    provider.put("alias", TRIAL);
    provider.put("providerId", "oidc");
    provider.put("enabled", true);
    provider.put("trustEmail", true);
    provider.put("storeToken", true);
    provider.put("firstBrokerLoginFlowAlias", "first broker login");
    provider.put(
        "config",
        Map.of(
            "clientId",
            Upstreams.WEB_APP,
            "clientSecret",
            cluster.webSecret(),
            "clientAuthMethod",
            "client_secret_post",
            "authorizationUrl",
            authority + "/oauth2/v2.0/authorize",
            "tokenUrl",
            authority + "/oauth2/v2.0/token",
            "issuer",
            authority + "/v2.0",
            "validateSignature",
            "false",
            "disableUserInfo",
            "true",
            "defaultScope",
            "openid profile email offline_access"));
    admin().post("/openmetadata/identity-provider/instances", provider);
    admin()
        .post(
            "/openmetadata/identity-provider/instances/" + TRIAL + "/mappers",
            Map.of(
                "name",
                "username",
                "identityProviderAlias",
                TRIAL,
                "identityProviderMapper",
                "oidc-username-idp-mapper",
                "config",
                Map.of("template", "${CLAIM.preferred_username | localpart}")));
  }
}
