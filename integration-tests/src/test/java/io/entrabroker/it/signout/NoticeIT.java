package io.entrabroker.it.signout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.Test;

/** Entra says that somebody has signed out there: front-channel logout. */
@CleanLog
class NoticeIT extends NoticeTest {

  @Test
  void aNoticeEndsTheSessionWithoutAnyCookie() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack);
        Person frame = Person.with(stack)) {
      signsIn(ada, TRIAL, SID);
      WebResponse answer = frame.openWithoutFollowing(notice(TRIAL, issuer(), SID));

      assertThat(answer.getStatusCode()).isEqualTo(200);
      assertThat(answer.getContentAsString()).isEmpty();
      assertThat(sessions()).isZero();
      assertThat(logOutEvent().path("details").path("signed_out_by").asText())
          .isEqualTo("microsoft");
      assertThat(logOutEvent().path("details").path("identity_provider").asText()).isEqualTo(TRIAL);
      assertThat(realm.logLines("ENTRA5501")).isNotEmpty();
    }
  }

  @Test
  void everySessionThatBeganWithTheOneAtMicrosoftEndsAndNoOther() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person one = Person.with(stack);
        Person two = Person.with(stack);
        Person other = Person.with(stack);
        Person frame = Person.with(stack)) {
      signsIn(one, TRIAL, SID);
      signsIn(two, TRIAL, SID);
      signsIn(other, TRIAL, OTHER_SID);
      assertThat(sessions()).isEqualTo(3);
      frame.openWithoutFollowing(notice(TRIAL, issuer(), SID));

      assertThat(sessions()).isEqualTo(1);
    }
  }

  @Test
  void theAnswerIsTheSameWhetherThereIsASessionOrNot() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack);
        Person frame = Person.with(stack)) {
      signsIn(ada, TRIAL, SID);
      WebResponse known = frame.openWithoutFollowing(notice(TRIAL, issuer(), SID));
      WebResponse unknown = frame.openWithoutFollowing(notice(TRIAL, issuer(), OTHER_SID));
      WebResponse forged = frame.openWithoutFollowing(notice(TRIAL, "https://evil.example/", SID));
      WebResponse nothing = frame.openWithoutFollowing(endpoint(TRIAL) + "/frontchannel_logout");

      for (WebResponse each : List.of(unknown, forged, nothing)) {
        assertThat(each.getStatusCode()).isEqualTo(known.getStatusCode());
        assertThat(each.getContentAsString()).isEqualTo(known.getContentAsString());
        assertThat(headers(each)).isEqualTo(headers(known));
      }
    }
  }

  @Test
  void theAnswerIsNotKeptAndOnlyMicrosoftsPageMayFrameIt() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person frame = Person.with(stack)) {
      WebResponse answer = frame.openWithoutFollowing(notice(TRIAL, issuer(), SID));
      String base = stack.simulator().httpUri().toString().replaceAll("/$", "");

      assertThat(answer.getResponseHeaderValue("Cache-Control")).contains("no-store");
      assertThat(answer.getResponseHeaderValue("Content-Security-Policy"))
          .isEqualTo("default-src 'none'; frame-ancestors " + base);
      assertThat(answer.getResponseHeaderValue("X-Frame-Options")).isNull();
    }
  }

  @Test
  void aNoticeOfAnUnknownSessionChangesNothingAndLeavesNoTrace() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack);
        Person frame = Person.with(stack)) {
      signsIn(ada, TRIAL, SID);
      realm.forgetEvents();
      frame.openWithoutFollowing(notice(TRIAL, issuer(), OTHER_SID));

      assertThat(sessions()).isEqualTo(1);
      assertThat(stack.admin().get("/openmetadata/events")).isEmpty();
    }
  }

  @Test
  void whoeverIsSignedOutByANoticeHasToSignInAgain() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack);
        Person frame = Person.with(stack)) {
      signsIn(ada, TRIAL, SID);
      frame.openWithoutFollowing(notice(TRIAL, issuer(), SID));
      ada.open(stack.authority() + "/oauth2/v2.0/logout");

      assertThat(Person.html(ada.goesToMicrosoft(TRIAL)).getElementById("user-" + ADA)).isNotNull();
    }
  }

  @Test
  void applicationsAreToldOverTheBackChannel() throws IOException {
    upstreams.post(TRIAL, "entra", upstreams.web());
    List<String> told = new CopyOnWriteArrayList<>();
    HttpServer listener =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/",
        exchange -> {
          told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    listener.start();
    String address = "http://localhost:" + listener.getAddress().getPort() + "/told";
    setBackChannel(address);
    try (Person ada = Person.with(stack);
        Person frame = Person.with(stack)) {
      signsIn(ada, TRIAL, SID);
      frame.openWithoutFollowing(notice(TRIAL, issuer(), SID));

      assertThat(told).singleElement().asString().startsWith("logout_token=");
      assertThat(Json.claims(told.get(0).substring("logout_token=".length())).has("events"))
          .isTrue();
    } finally {
      setBackChannel("");
      listener.stop(0);
    }
  }

  private void setBackChannel(String address) {
    JsonNode found = stack.admin().get("/openmetadata/clients?clientId=openmetadata-web").get(0);
    ObjectNode client = (ObjectNode) found;
    ((ObjectNode) client.get("attributes")).put("backchannel.logout.url", address);
    stack.admin().put("/openmetadata/clients/" + client.get("id").asText(), client);
  }

  private JsonNode logOutEvent() {
    assertThat(events("LOGOUT")).hasSize(1);
    return events("LOGOUT").get(0);
  }

  @Test
  void theTokensOfTheEndedSessionAreNoGoodAnyMore() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack);
        Person frame = Person.with(stack)) {
      signsIn(ada, TRIAL, SID);
      String accessToken = publicClient().tokens(ada).get("access_token").asText();
      frame.openWithoutFollowing(notice(TRIAL, issuer(), SID));

      assertThat(catalogsServer().introspection(accessToken).get("active").asBoolean()).isFalse();
    }
  }
}
