package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.faults.HeldAnswer;
import io.entrabroker.simulator.graph.GraphFault;
import io.entrabroker.simulator.web.RecordedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tests can let go wrong with Microsoft Graph. */
class GraphFaultTest {

  private static final String GROUPS = "me/transitiveMemberOf?$select=id";

  @RegisterExtension
  static final RunningSimulator SIMULATOR = RunningSimulator.of(Directory.contoso());

  @AfterEach
  void nothingStaysBroken() {
    SIMULATOR.entra().graphFaults().clear();
  }

  @ParameterizedTest
  @CsvSource({
    "401, InvalidAuthenticationToken",
    "403, Authorization_RequestDenied",
    "500, InternalServerError",
    "503, ServiceUnavailable",
    "418, Status418"
  })
  void theNextRequestFailsAndOnlyThatOne(int status, String code) {
    SIMULATOR.entra().failNextGraphRequestWith(status);
    GraphClient ada = ada();

    GraphClient.Reply failed = ada.get(GROUPS);

    assertThat(failed.status()).isEqualTo(status);
    assertThat(failed.errorCode()).isEqualTo(code);
    assertThat(ada.get(GROUPS).status()).isEqualTo(200);
  }

  @Test
  void throttlingSaysHowLongToWaitAndEnds() {
    SIMULATOR.entra().throttleNextGraphRequests(2, 7);
    GraphClient ada = ada();

    for (int i = 0; i < 2; i++) {
      GraphClient.Reply throttled = ada.get(GROUPS);
      assertThat(throttled.status()).isEqualTo(429);
      assertThat(throttled.errorCode()).isEqualTo("TooManyRequests");
      assertThat(throttled.page().header("Retry-After")).isEqualTo("7");
    }
    assertThat(ada.get(GROUPS).status()).isEqualTo(200);
  }

  @Test
  void theTimeToWaitCanBeNonsense() {
    SIMULATOR.entra().failNextGraphRequestWith(GraphFault.throttled("soon"));

    assertThat(ada().get(GROUPS).page().header("Retry-After")).isEqualTo("soon");
  }

  @Test
  void graphIsDownUntilItIsBack() {
    SIMULATOR.entra().takeGraphDown();
    GraphClient ada = ada();

    assertThat(ada.get(GROUPS).status()).isEqualTo(503);
    assertThat(ada.get(GROUPS).status()).isEqualTo(503);
    SIMULATOR.entra().bringGraphBack();
    assertThat(ada.get(GROUPS).status()).isEqualTo(200);
  }

  @Test
  void signInGoesOnWhileGraphIsDown() {
    SIMULATOR.entra().takeGraphDown();

    assertThat(SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA).status()).isEqualTo(200);
  }

  @Test
  void anAnswerIsKeptBackUntilItIsLetGo() throws Exception {
    GraphClient ada = ada();
    try (HeldAnswer answer = SIMULATOR.entra().graphFaults().holdNext()) {
      CompletableFuture<GraphClient.Reply> asking =
          CompletableFuture.supplyAsync(() -> ada.get(GROUPS));

      assertThat(answer.awaitRequest(Duration.ofSeconds(30))).isTrue();
      assertThat(asking).isNotDone();
      answer.release();

      assertThat(asking.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
    }
  }

  @Test
  void aRequestThatNeverCameIsNotWaitedForLong() {
    try (HeldAnswer answer = SIMULATOR.entra().graphFaults().holdNext()) {
      assertThat(answer.awaitRequest(Duration.ZERO)).isFalse();
    }
  }

  @Test
  @Timeout(30)
  void answersThatAreKeptBackAreLetGoWithAllOtherFaults() throws Exception {
    GraphClient ada = ada();
    HeldAnswer answer = SIMULATOR.entra().graphFaults().holdNext();
    CompletableFuture<GraphClient.Reply> asking =
        CompletableFuture.supplyAsync(() -> ada.get(GROUPS));
    assertThat(answer.awaitRequest(Duration.ofSeconds(20))).isTrue();

    SIMULATOR.entra().graphFaults().clear();

    assertThat(asking.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
  }

  @Test
  void aNextPageCanBeElsewhere() {
    SIMULATOR.entra().failNextGraphRequestWith(GraphFault.nextLinkTo("https://attacker.example"));

    GraphClient.Reply reply = ada().get(GROUPS);

    assertThat(reply.nextLink()).startsWith("https://attacker.example/v1.0/me/transitiveMemberOf?");
    assertThat(reply.values("id")).isNotEmpty();
  }

  @Test
  void aNextPageCanBeTheSamePage() {
    SIMULATOR.entra().failNextGraphRequestWith(GraphFault.nextLinkToItself());
    GraphClient ada = ada();

    GraphClient.Reply reply = ada.get(GROUPS);

    assertThat(ada.get(reply.nextLink()).values("id")).isEqualTo(reply.values("id"));
  }

  @Test
  void anAnswerCanBeCutOff() {
    SIMULATOR.entra().failNextGraphRequestWith(GraphFault.malformed());

    GraphClient.Reply reply = ada().get(GROUPS);

    assertThat(reply.status()).isEqualTo(200);
    Assertions.assertThatThrownBy(() -> new ObjectMapper().readTree(reply.page().body()))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void anAnswerCanBeTooLarge() {
    SIMULATOR.entra().failNextGraphRequestWith(GraphFault.oversized(20_000_000));

    assertThat(ada().get(GROUPS).page().body()).hasSizeGreaterThan(20_000_000);
  }

  @Test
  void anAnswerCanLackAMemberBeAPageOrLeadAway() {
    GraphClient ada = ada();
    SIMULATOR.entra().failNextGraphRequestWith(GraphFault.without("value"));
    SIMULATOR.entra().failNextGraphRequestWith(GraphFault.page());
    SIMULATOR
        .entra()
        .failNextGraphRequestWith(GraphFault.redirect(URI.create("https://attacker.example/")));

    assertThat(ada.get(GROUPS).json().has("value")).isFalse();
    assertThat(ada.get(GROUPS).page().header("Content-Type")).startsWith("text/html");
    assertThat(ada.get(GROUPS).page().header("Location")).isEqualTo("https://attacker.example/");
  }

  @Test
  void requestsThatFailedAreCountedToo() {
    GraphClient ada = ada();
    SIMULATOR.entra().clearRequests();
    SIMULATOR.entra().throttleNextGraphRequests(1, 0);

    ada.get(GROUPS);
    ada.post("me/getMemberObjects", "{\"securityEnabledOnly\":true}");

    assertThat(SIMULATOR.entra().requests())
        .filteredOn(RecordedRequest::toGraph)
        .extracting(RecordedRequest::method, RecordedRequest::path, RecordedRequest::body)
        .containsExactly(
            Assertions.tuple("GET", "/v1.0/me/transitiveMemberOf", ""),
            Assertions.tuple(
                "POST", "/v1.0/me/getMemberObjects", "{\"securityEnabledOnly\":true}"));
    assertThat(SIMULATOR.entra().requests().get(0).query()).containsEntry("$select", "id");
  }

  private static GraphClient ada() {
    return GraphClient.of(SIMULATOR, Contoso.ADA, "User.Read");
  }
}
