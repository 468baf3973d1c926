package io.entrabroker.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginHostsTest {

  private static final String ID = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  private static final LoginHosts HOSTS =
      LoginHosts.microsoftAnd(" Login.Example ,, localhost:9090,[::1]:9090, ");

  @Test
  void theOperatorsListIsReadInLowerCaseWithoutBlanks() {
    assertThat(HOSTS.additional().keySet())
        .containsExactlyInAnyOrder("login.example", "localhost:9090", "[::1]:9090");
    assertThat(LoginHosts.microsoftAnd("")).isEqualTo(LoginHosts.microsoftOnly());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.microsoftonline.com/common/oauth2/v2.0/token",
        "https://login.microsoftonline.com",
        "https://LOGIN.microsoftonline.com:443/x",
        "https://sts.windows.net/",
        "https://login.partner.microsoftonline.cn/x",
        "https://login.example/token",
        "https://login.example:443/token",
        "http://localhost:9090/token",
        "http://[::1]:9090/token",
        "https://localhost:9090/token"
      })
  void aUrlOfALoginHostIsServed(String url) {
    assertThat(HOSTS.serve(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "login.microsoftonline.com",
        "//login.microsoftonline.com/x",
        "http://login.microsoftonline.com/x",
        "http://login.microsoftonline.com:80/x",
        "http://login.example/token",
        "ftp://login.example/token",
        "https://login.microsoftonline.com:8443/x",
        "https://login.microsoftonline.com:80/x",
        "https://login.microsoftonline.com.evil.example/x",
        "https://evil.example/login.microsoftonline.com",
        "https://login.microsoftonline.com@evil.example/x",
        "https://evil.example?https://login.microsoftonline.com",
        "http://localhost/token",
        "http://localhost:9091/token",
        "http://127.0.0.1:9090/token",
        "https:///x",
        "https://[/x",
        "mailto:ada@login.example"
      })
  void anyOtherTextIsNot(String url) {
    assertThat(HOSTS.serve(url)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.example",
        "login.example/tenant",
        "login.example;graph=",
        "login.example;graph=https://graph.example",
        "login.example;grph=graph.example",
        ";graph=graph.example",
        "login.example:port",
        "user@login.example"
      })
  void anOptionThatIsNoListOfHostsKeepsTheServerFromStarting(String option) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LoginHosts.microsoftAnd(option))
        .withMessageContaining("login.example;graph=graph.example");
  }

  @Test
  void anAddedHostIsServedOnItsStandardPortWithoutNamingIt() {
    LoginHosts hosts = LoginHosts.microsoftAnd("localhost, login.example");

    assertThat(hosts.serve("http://localhost:80/x")).isTrue();
    assertThat(hosts.serve("https://localhost:443/x")).isTrue();
    assertThat(hosts.serve("http://localhost:443/x")).isFalse();
    assertThat(hosts.serve("https://login.example:80/x")).isFalse();
  }

  @Test
  void aStrangeHostIsAnsweredWithTheKnownOnesAndTheWayToAddOne() {
    String problem =
        Authority.parse("https://evil.example/" + ID, HOSTS).fold(authority -> "", text -> text);

    assertThat(problem)
        .isEqualTo(
            "'evil.example' is not a sign-in host of Microsoft. Write the tenant's id, or an"
                + " authority on login.microsoftonline.com, login.microsoftonline.us,"
                + " login.partner.microsoftonline.cn. The operator of this server can allow further"
                + " hosts with the option spi-identity_provider--entra--login-hosts.");
  }
}
