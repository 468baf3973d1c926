package io.entrabroker.keycloak.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.keycloak.upstream.UpstreamAnswer.Answered;
import io.entrabroker.keycloak.upstream.UpstreamAnswer.Cause;
import io.entrabroker.keycloak.upstream.UpstreamAnswer.NotAnswered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpstreamTest {

  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(150);

  private final CloseableHttpClient client =
      HttpClients.custom().setMaxConnTotal(1).setMaxConnPerRoute(1).build();
  private RudeServer server;

  @BeforeEach
  void start() throws IOException {
    server = new RudeServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    client.close();
  }

  @Test
  void statusWaitAndBodyAreRead() {
    server.answersWith(
        "HTTP/1.1 429 Slow down\r\nretry-after: 17\r\nContent-Length: 7\r\n\r\n{\"a\":1}");

    Answered answer = (Answered) send(UpstreamRequest.get(server.address()), PATIENT);

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.retryAfter()).isEqualTo("17");
    assertThat(answer.json().path("a").asInt()).isEqualTo(1);
  }

  @Test
  void aFormArrivesEncoded() {
    server.answersWith("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_secret", "a+b&c=d ü");

    send(
        UpstreamRequest.form(server.address(), form).with(Map.of("Origin", "https://kc")), PATIENT);

    assertThat(server.requestLine()).startsWith("POST / ");
    assertThat(server.request())
        .contains("Content-Type: application/x-www-form-urlencoded", "Origin: https://kc")
        .endsWith("grant_type=authorization_code&client_secret=a%2Bb%26c%3Dd+%C3%BC");
  }

  @Test
  void whoSaysNothingIsLeft() {
    server.answersWith("");

    assertThat(send(UpstreamRequest.get(server.address()), SHORT))
        .isEqualTo(new NotAnswered(Cause.TIMED_OUT));
  }

  @Test
  void whoNeverEndsTheHeadersIsLeft() {
    server.answersWith("HTTP/1.1 200 OK\r\n").thenDripsForEver("X: y\r\n");

    assertThat(send(UpstreamRequest.get(server.address()), SHORT))
        .isEqualTo(new NotAnswered(Cause.TIMED_OUT));
  }

  @Test
  void whoSendsTheBodyByteByByteIsLeft() {
    server.answersWith("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{").thenDripsForEver(" ");

    assertThat(send(UpstreamRequest.get(server.address()), SHORT))
        .isEqualTo(new NotAnswered(Cause.TIMED_OUT));
  }

  @Test
  void theConfiguredLimitGoesBeforeAMorePatientCaller() {
    server.answersWith("");

    assertThat(new Upstream(client, SHORT).send(UpstreamRequest.get(server.address()), PATIENT))
        .isEqualTo(new NotAnswered(Cause.TIMED_OUT));
  }

  @Test
  void anEndlessBodyIsReadAsFarAsAllowed() {
    server
        .answersWith("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        .thenFloodsWith("400\r\n" + "x".repeat(1024) + "\r\n");

    assertThat(send(UpstreamRequest.get(server.address()).upTo(64 * 1024), PATIENT))
        .isEqualTo(new NotAnswered(Cause.TOO_LARGE));
  }

  @Test
  void anAnswerThatJustFitsIsRead() {
    server.answersWith("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfour");

    assertThat(((Answered) send(UpstreamRequest.get(server.address()).upTo(4), PATIENT)).body())
        .isEqualTo("four");
  }

  @Test
  void aBombIsMeasuredUnpacked() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
      zip.write(new byte[10 * 1024 * 1024]);
    }
    server.answersWith(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n",
        bomb.toByteArray());

    assertThat(send(UpstreamRequest.get(server.address()), PATIENT))
        .isEqualTo(new NotAnswered(Cause.TOO_LARGE));
  }

  @Test
  void aRedirectIsAnAnswerAndIsNotFollowed() {
    server.answersWith(
        "HTTP/1.1 307 Away\r\nLocation: "
            + server.address()
            + "stolen\r\nContent-Length: 0\r\n\r\n");

    Answered answer =
        (Answered) send(UpstreamRequest.form(server.address(), Map.of("code", "c")), PATIENT);

    assertThat(answer.status()).isEqualTo(307);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void whoBreaksOffIsUnreachable() {
    server.answersWith("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf").thenHangsUp();

    assertThat(send(UpstreamRequest.get(server.address()), PATIENT))
        .isEqualTo(new NotAnswered(Cause.UNREACHABLE));
  }

  @Test
  void whoSpeaksNoHttpIsUnreachable() {
    server.answersWith("220 mail.contoso.example ESMTP\r\n").thenHangsUp();

    assertThat(send(UpstreamRequest.get(server.address()), PATIENT))
        .isEqualTo(new NotAnswered(Cause.UNREACHABLE));
  }

  @Test
  void whoSpeaksNoTlsIsUnreachable() {
    server.answersWith("HTTP/1.1 400 Bad\r\n\r\n").thenHangsUp();
    URI tls = URI.create("https://127.0.0.1:" + server.address().getPort() + "/");

    assertThat(send(UpstreamRequest.get(tls), PATIENT))
        .isEqualTo(new NotAnswered(Cause.UNREACHABLE));
  }

  @Test
  void whoIsNotThereIsUnreachable() throws IOException {
    URI nobody = server.address();
    server.close();

    assertThat(send(UpstreamRequest.get(nobody), PATIENT))
        .isEqualTo(new NotAnswered(Cause.UNREACHABLE));
  }

  // The client has a single connection here: a call that kept it would leave none.
  @Test
  void everyEndGivesTheConnectionBack() {
    server.answersWith("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{").thenDripsForEver(" ");
    send(UpstreamRequest.get(server.address()), SHORT);
    server
        .answersWith("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        .thenFloodsWith("400\r\n" + "x".repeat(1024) + "\r\n");
    send(UpstreamRequest.get(server.address()), PATIENT);
    server.answersWith("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");

    assertThat(send(UpstreamRequest.get(server.address()), PATIENT)).isInstanceOf(Answered.class);
  }

  @Test
  void whatIsNoJsonIsMissingAndSoIsAMemberThatStandsTwice() {
    assertThat(new Answered(200, "", "<html>").json().isMissingNode()).isTrue();
    assertThat(new Answered(200, "", "").json().isMissingNode()).isTrue();
    assertThat(new Answered(200, "", "{\"a\":1,\"a\":2}").json().isMissingNode()).isTrue();
    assertThat(new Answered(200, "", "{} {}").json().isMissingNode()).isTrue();
    assertThat(new Answered(200, "", "[".repeat(5000)).json().isMissingNode()).isTrue();
  }

  @Test
  void nothingOfARequestOrAnAnswerShows() {
    UpstreamRequest request =
        UpstreamRequest.form(server.address(), Map.of("client_secret", "hush"))
            .with(Map.of("Authorization", "Bearer hush"));

    assertThat(request.toString() + request.body() + new Answered(200, "", "hush"))
        .doesNotContain("hush");
  }

  @Test
  void theBytesOfABodyAreUtf8() {
    byte[] umlaut = "\"ü\"".getBytes(UTF_8);
    server.answersWith("HTTP/1.1 200 OK\r\nContent-Length: " + umlaut.length + "\r\n\r\n", umlaut);

    assertThat(((Answered) send(UpstreamRequest.get(server.address()), PATIENT)).json().asText())
        .isEqualTo("ü");
  }

  private UpstreamAnswer send(UpstreamRequest request, Duration timeout) {
    return new Upstream(client, timeout).send(request);
  }
}
