package io.entrabroker.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.operations.TransportOptions.Server;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TransportOptionsTest {
  private static final Map<String, String> PERSON =
      Map.of("KEYCLOAK_ADMIN_USERNAME", "ada", "KEYCLOAK_ADMIN_PASSWORD", "p&ss");

  private static URI confidential(String address, String... options) {
    return CommandLine.populateCommand(new TransportOptions(), options)
        .confidential(URI.create(address), Server.KEYCLOAK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://keycloak.contoso.com",
        "HTTPS://10.0.0.1:8443/auth",
        "http://localhost:8080",
        "http://LOCALHOST",
        "http://catalog.localhost/",
        "http://127.0.0.1",
        "HTTP://127.8.9.10:1",
        "http://[::1]:8080"
      })
  void whatNobodyElseReadsIsSent(String address) {
    assertThat(confidential(address)).isEqualTo(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://keycloak:8080",
        "HTTP://keycloak",
        "http://10.0.0.1",
        "http://127.evil.example",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://notlocalhost",
        "http://localhost@evil.example",
        "http://[::2]",
        "http://128.0.0.1"
      })
  void whatOthersCouldReadIsNotSent(String address) {
    assertThatThrownBy(() -> confidential(address))
        .isInstanceOf(OperationProblem.class)
        .hasMessageContaining("write its https:// address")
        .hasMessageContaining("--insecure-http");
    assertThat(confidential(address, "--insecure-http")).isEqualTo(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"keycloak", "keycloak:8080", "ftp://keycloak", "http://my_host", "http:///x"})
  void whatIsNoAddressIsSaidSo(String address) {
    assertThatThrownBy(() -> confidential(address, "--insecure-http"))
        .hasMessage(
            "'"
                + address
                + "' is not the address of Keycloak: write one such as"
                + " https://keycloak.contoso.com.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalog-config", "doctor", "preview", "realm-apply"})
  void noCommandSendsThePasswordInTheOpen(String command) throws Exception {
    List<String> requests = new ArrayList<>();
    try (Listener listener = new Listener(requests)) {
      String keycloak = "--keycloak=" + Elsewhere.of(listener.address());

      Terminal refused = Terminal.run(PERSON, command, keycloak);

      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err()).contains("would travel unencrypted").doesNotContain("p&ss");
      assertThat(requests).isEmpty();
      Terminal.run(PERSON, command, keycloak, "--insecure-http");
      assertThat(requests).contains("/realms/master/protocol/openid-connect/token");
    }
  }

  @Test
  void theDoctorSendsNoTokenOfACatalogInTheOpen() throws Exception {
    List<String> requests = new ArrayList<>();
    try (Listener listener = new Listener(requests)) {
      Map<String, String> withToken =
          Map.of(
              "KEYCLOAK_ADMIN_USERNAME", "ada",
              "KEYCLOAK_ADMIN_PASSWORD", "p",
              "OPENMETADATA_TOKEN", "t");

      Terminal refused =
          Terminal.run(
              withToken,
              "doctor",
              "--keycloak=" + listener.address(),
              "--catalog=" + Elsewhere.of(listener.address()));

      assertThat(refused.err()).contains("would travel unencrypted");
      assertThat(requests).isEmpty();
    }
  }

  @Test
  void theDoctorWantsAnAddressOfACatalog() {
    assertThat(Terminal.run(PERSON, "doctor", "--catalog=catalog.contoso.com").err())
        .contains("write one such as https://catalog.contoso.com");
  }
}
