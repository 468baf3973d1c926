package io.entrabroker.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphOriginTest {

  private static final String ID = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  private static final LoginHosts HOSTS =
      LoginHosts.microsoftAnd(
          "localhost:9090, login.example, login.microsoftonline.com:8443,"
              + " login.sovereign.example;graph=graph.sovereign.example,"
              + " 127.0.0.1:9091;graph=localhost:9092,"
              + " login.two.example; graph=graph.two.example; graph=dod.two.example:8443");

  @ParameterizedTest
  @CsvSource({
    "https://login.microsoftonline.com, https://graph.microsoft.com",
    "https://login.windows.net, https://graph.microsoft.com",
    "https://login.microsoftonline.us, https://graph.microsoft.us https://dod-graph.microsoft.us",
    "https://login.partner.microsoftonline.cn, https://microsoftgraph.chinacloudapi.cn",
    "https://login.chinacloudapi.cn, https://microsoftgraph.chinacloudapi.cn",
    "http://localhost:9090, http://localhost:9090",
    "https://login.example, https://login.example",
    "https://login.microsoftonline.com:8443, https://login.microsoftonline.com:8443",
    "https://login.sovereign.example, https://graph.sovereign.example",
    "http://127.0.0.1:9091, http://localhost:9092",
    "https://login.two.example, https://graph.two.example https://dod.two.example:8443"
  })
  void graphIsWhereTheLoginHostsCloudHasIt(String login, String graph) {
    Authority authority = Authority.parse(login + "/" + ID, HOSTS).asOptional().orElseThrow();

    assertThat(HOSTS.graphOrigins(authority.base()))
        .extracting(URI::toString)
        .containsExactly(graph.split(" ", -1));
  }
}
