package io.entrabroker.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** Asks Microsoft Graph with one access token. */
final class GraphClient {

  private static final String[] ADVANCED = {"ConsistencyLevel", "eventual"};

  private final RunningSimulator simulator;
  private final String token;

  private GraphClient(RunningSimulator simulator, String token) {
    this.simulator = simulator;
    this.token = token;
  }

  static GraphClient withToken(RunningSimulator simulator, String token) {
    return new GraphClient(simulator, token);
  }

  /** Through the Web application, for a person. */
  static GraphClient of(RunningSimulator simulator, String userButton, String scope) {
    Form request = Form.web().with("scope", "openid " + scope);
    return new GraphClient(
        simulator, simulator.signInThroughWeb(request, userButton).text("access_token"));
  }

  /** The Web application by itself. */
  static GraphClient ofApplication(RunningSimulator simulator) {
    Form request = Form.clientCredentials().with("scope", "https://graph.microsoft.com/.default");
    return new GraphClient(simulator, simulator.redeem(request).text("access_token"));
  }

  /** A path below the version, for example {@code me/memberOf}, or a whole address. */
  Reply get(String path, String... headers) {
    URI address = address(path);
    return send(address, HttpRequest.newBuilder(address).GET(), headers);
  }

  /** As {@link #get}, with the header that advanced queries need. */
  Reply getAdvanced(String path) {
    return get(path, ADVANCED);
  }

  Reply post(String path, String json) {
    URI address = address(path);
    return send(
        address,
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(json)),
        "Content-Type",
        "application/json");
  }

  /** Changes, or with the value {@code create-if-missing} of the header makes, too. */
  Reply patch(String path, String json, String prefer) {
    URI address = address(path);
    return send(
        address,
        HttpRequest.newBuilder(address).method("PATCH", HttpRequest.BodyPublishers.ofString(json)),
        "Content-Type",
        "application/json",
        "Prefer",
        prefer);
  }

  private URI address(String path) {
    return simulator.entra().httpUri().resolve("/v1.0/").resolve(path);
  }

  private Reply send(URI address, HttpRequest.Builder request, String... headers) {
    request.header("Authorization", "Bearer " + token);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return new Reply(simulator.browser().send(address, request));
  }

  /** What Graph answered. */
  record Reply(TestBrowser.Page page) {

    int status() {
      return page.status();
    }

    JsonNode json() {
      return TokenReply.json(page.body());
    }

    String errorCode() {
      return json().at("/error/code").asText();
    }

    /** The texts of {@code value}, or a member of its objects. */
    List<String> values() {
      List<String> values = new ArrayList<>();
      json().path("value").forEach(value -> values.add(value.asText()));
      return values;
    }

    List<String> values(String member) {
      List<String> values = new ArrayList<>();
      json().path("value").forEach(value -> values.add(value.path(member).asText()));
      return values;
    }

    String nextLink() {
      return json().path("@odata.nextLink").asText();
    }
  }
}
