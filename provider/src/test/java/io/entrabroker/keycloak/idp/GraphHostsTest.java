package io.entrabroker.keycloak.idp;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.keycloak.upstream.ScriptedHttpClient;
import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.tenant.Endpoints;
import io.entrabroker.tenant.LoginHosts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.Time;

class GraphHostsTest {

  private static final URI US = URI.create("https://login.microsoftonline.us");
  private static final String TENANT = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  private static final URI US_GRAPH = URI.create("https://graph.microsoft.us");
  private static final URI DOD_GRAPH = URI.create("https://dod-graph.microsoft.us");
  private static final int A_DAY = 24 * 3600;
  private static final int FIVE_MINUTES = 300;

  private final ScriptedHttpClient client = new ScriptedHttpClient();
  private final GraphHosts hosts = new GraphHosts();

  @AfterEach
  void itIsNowAgain() {
    Time.setOffset(0);
  }

  @Test
  void whereThereIsOneHostNobodyIsAsked() {
    URI china = URI.create("https://login.partner.microsoftonline.cn");

    assertThat(origin(china, TENANT))
        .isEqualTo(URI.create("https://microsoftgraph.chinacloudapi.cn"));
    assertThat(client.asked).isEmpty();
  }

  @Test
  void theTenantsMetadataChoosesAmongTheHostsOfItsCloud() {
    client.answers(200, "{\"msgraph_host\":\"dod-graph.microsoft.us\"}");

    assertThat(origin(US, TENANT)).isEqualTo(DOD_GRAPH);
    assertThat(client.asked)
        .containsExactly(URI.create(US + "/" + TENANT + "/v2.0/.well-known/openid-configuration"));
  }

  @Test
  void anAliasOfAGovernmentCloudIsAskedInThatCloudAndChoosesAmongItsHosts() {
    client.answers(200, "{\"msgraph_host\":\"graph.microsoft.us\"}");

    assertThat(origin(US, "organizations")).isEqualTo(US_GRAPH);
    assertThat(client.asked)
        .containsExactly(URI.create(US + "/organizations/v2.0/.well-known/openid-configuration"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graph.microsoft.com",
        "microsoftgraph.chinacloudapi.cn",
        "evil.example",
        "evil.example/dod-graph.microsoft.us",
        "dod-graph.microsoft.us@evil.example",
        "dod-graph.microsoft.us.evil.example",
        "dod-graph.microsoft.us:8443",
        "https://dod-graph.microsoft.us",
        "dod-graph.microsoft.us#",
        " dod-graph.microsoft.us",
        ""
      })
  void noMetadataLeadsToAnotherCloudOrElsewhere(String host) {
    client.answers(200, "{\"msgraph_host\":\"" + host + "\"}");

    assertThat(origin(US, TENANT)).isEqualTo(US_GRAPH);
    assertThat(origin(US, "organizations")).isEqualTo(US_GRAPH);
    assertThat(origin(US, "common")).isEqualTo(US_GRAPH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"msgraph_host\":[\"dod-graph.microsoft.us\"]}",
        "{\"msgraph_host\":\"graph.microsoft.us\",\"msgraph_host\":\"dod-graph.microsoft.us\"}",
        "{\"msgraph_host\":null}",
        "{}",
        "[\"dod-graph.microsoft.us\"]",
        "<html>dod-graph.microsoft.us</html>",
        ""
      })
  void metadataOfAnotherShapeChoosesNothing(String document) {
    client.answers(200, document);

    assertThat(origin(US, TENANT)).isEqualTo(US_GRAPH);
  }

  @Test
  void anErrorChoosesNothingWhateverItSays() {
    client.answers(400, "{\"msgraph_host\":\"dod-graph.microsoft.us\"}");

    assertThat(origin(US, TENANT)).isEqualTo(US_GRAPH);
  }

  @Test
  void anAnswerIsGoodForADay() {
    client.answers(200, "{\"msgraph_host\":\"dod-graph.microsoft.us\"}");
    origin(US, TENANT);
    client.answers(200, "{\"msgraph_host\":\"graph.microsoft.us\"}");
    Time.setOffset(A_DAY - 60);

    assertThat(origin(US, TENANT)).isEqualTo(DOD_GRAPH);
    assertThat(client.asked).hasSize(1);
    Time.setOffset(A_DAY + 60);
    assertThat(origin(US, TENANT)).isEqualTo(US_GRAPH);
  }

  @Test
  void whereNobodyAnswersTheUsualHostIsTakenAndTheQuestionRepeatedAfterFiveMinutes() {
    client.isUnreachable();
    assertThat(origin(US, TENANT)).isEqualTo(US_GRAPH);
    client.answers(200, "{\"msgraph_host\":\"dod-graph.microsoft.us\"}");
    Time.setOffset(FIVE_MINUTES - 60);

    assertThat(origin(US, TENANT)).isEqualTo(US_GRAPH);
    assertThat(client.asked).hasSize(1);
    Time.setOffset(FIVE_MINUTES + 60);
    assertThat(origin(US, TENANT)).isEqualTo(DOD_GRAPH);
  }

  @Test
  void whatIsKnownOfOneTenantIsNotSaidOfAnother() {
    client.answers(
        address ->
            new ScriptedHttpClient.Reply(
                200,
                address.getPath().startsWith("/" + TENANT)
                    ? "{\"msgraph_host\":\"dod-graph.microsoft.us\"}"
                    : "{\"msgraph_host\":\"graph.microsoft.us\"}"));

    assertThat(origin(US, TENANT)).isEqualTo(DOD_GRAPH);
    assertThat(origin(US, "organizations")).isEqualTo(US_GRAPH);
    assertThat(origin(US, TENANT)).isEqualTo(DOD_GRAPH);
  }

  @Test
  void aHostThatTheOperatorHasTakenOffTheListIsNotUsedAnyMore() {
    URI login = URI.create("https://login.example");
    Endpoints endpoints = new Endpoints(login, TENANT);
    URI one = URI.create("https://one.example");
    URI two = URI.create("https://two.example");
    URI three = URI.create("https://three.example");
    client.answers(200, "{\"msgraph_host\":\"two.example\"}");

    assertThat(hosts.origin(upstream(), endpoints, List.of(one, two))).isEqualTo(two);
    assertThat(hosts.origin(upstream(), endpoints, List.of(one, three))).isEqualTo(one);
  }

  @Test
  void whoeverHasMoreAuthoritiesThanANodeRemembersOnlyAsksAgain() {
    client.answers(200, "{\"msgraph_host\":\"dod-graph.microsoft.us\"}");
    for (int i = 0; i <= 1000; i++) {
      origin(US, "00000000-0000-4000-8000-%012d".formatted(i));
    }
    int asked = client.asked.size();

    assertThat(origin(US, "00000000-0000-4000-8000-%012d".formatted(0))).isEqualTo(DOD_GRAPH);
    assertThat(client.asked).hasSize(asked + 1);
  }

  private URI origin(URI base, String segment) {
    return hosts.origin(
        upstream(), new Endpoints(base, segment), LoginHosts.microsoftOnly().graphOrigins(base));
  }

  private Upstream upstream() {
    return new Upstream(client, Duration.ofSeconds(5));
  }
}
