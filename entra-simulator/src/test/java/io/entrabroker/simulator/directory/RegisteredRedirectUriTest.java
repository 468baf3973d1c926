package io.entrabroker.simulator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteredRedirectUriTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/cb,      http://localhost:8080/cb,      true",
    "http://localhost:8080/cb,      http://localhost:41234/cb,     true",
    "http://localhost:8080/cb,      http://localhost/cb,           true",
    "http://localhost/cb,           http://localhost:41234/cb,     true",
    "http://localhost,              http://localhost:41234,        true",
    "http://localhost:8080/cb,      http://localhost:8080/CB,      false",
    "http://localhost:8080/cb,      http://localhost:8080/cb/,     false",
    "http://localhost:8080/cb,      http://localhost:8080/cb?a=b,  false",
    "http://localhost:8080/cb,      https://localhost:8080/cb,     false",
    "http://localhost:8080/cb,      http://127.0.0.1:8080/cb,      false",
    "http://localhost:8080/cb,      http://localhost.evil.example/cb, false",
    "http://localhost:8080/cb,      http://localhost:8080@evil.example/cb, false",
    "https://localhost:8443/cb,     https://localhost:9443/cb,     false",
    "https://app.example/cb,        https://app.example/cb,        true",
    "https://app.example/cb,        https://app.example:8443/cb,   false",
    "https://app.example/cb,        https://APP.example/cb,        false"
  })
  void aRedirectUriMatchesInEveryCharacterButTheLocalPort(
      String registered, String sent, boolean matches) {
    assertThat(new RegisteredRedirectUri(Platform.WEB, registered).matches(sent))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/cb,    http://localhost:5173,    true",
    "https://app.example/cb,      https://app.example,      true",
    "https://app.example/cb,      https://APP.example,      true",
    "https://app.example/cb,      https://app.example:8443, false",
    "https://app.example/cb,      http://app.example,       false",
    "https://app.example/cb,      https://evil.example,     false",
    "https://app.example/cb,      null,                     false"
  })
  void anOriginIsSchemeHostAndPort(String registered, String origin, boolean matches) {
    assertThat(new RegisteredRedirectUri(Platform.SPA, registered).hasOrigin(origin))
        .isEqualTo(matches);
  }
}
