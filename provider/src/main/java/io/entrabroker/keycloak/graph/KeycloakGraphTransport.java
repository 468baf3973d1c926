package io.entrabroker.keycloak.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.entrabroker.graph.GraphAnswer;
import io.entrabroker.graph.GraphAnswer.Cause;
import io.entrabroker.graph.GraphRequest;
import io.entrabroker.graph.GraphRequest.Method;
import io.entrabroker.graph.GraphTransport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.http.simple.SimpleHttpResponse;
import org.keycloak.models.KeycloakSession;

/** Sends requests to Microsoft Graph over Keycloak's HTTP client: its proxy, its trusted keys. */
public final class KeycloakGraphTransport implements GraphTransport {

  /** Bytes. A page of 999 groups has some 200,000, and 11,000 ids have some 430,000. */
  private static final long LARGEST_ANSWER = 4 * 1024 * 1024;

  private final Supplier<SimpleHttp> http;

  KeycloakGraphTransport(Supplier<SimpleHttp> http) {
    this.http = http;
  }

  /** Sends over the HTTP client of the session's server. */
  public static KeycloakGraphTransport over(KeycloakSession session) {
    return new KeycloakGraphTransport(() -> SimpleHttp.create(session));
  }

  @Override
  public GraphAnswer send(GraphRequest request, Duration timeout) {
    try (SimpleHttpResponse response = prepare(request, timeout).asResponse()) {
      return new GraphAnswer.Answered(
          response.getStatus(),
          Optional.ofNullable(response.getFirstHeader("Retry-After")).orElse(""),
          body(response));
    } catch (InterruptedIOException e) {
      return new GraphAnswer.NotAnswered(Cause.TIMED_OUT);
    } catch (IOException e) {
      // An answer that is too large ends here, too: Keycloak tells the two apart by words only.
      return new GraphAnswer.NotAnswered(Cause.UNREACHABLE);
    }
  }

  private SimpleHttpRequest prepare(GraphRequest request, Duration timeout) {
    SimpleHttp configured =
        http.get()
            .withMaxConsumedResponseSize(LARGEST_ANSWER)
            .withRequestConfig(config((int) timeout.toMillis()));
    String target = request.target().toString();
    SimpleHttpRequest prepared =
        request.method() == Method.GET
            ? configured.doGet(target)
            : configured
                .doPost(target)
                .entity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
    request.headers().forEach(prepared::header);
    return prepared.auth(request.accessToken().reveal()).acceptJson();
  }

  // A redirect would take the access token to wherever it says.
  private static RequestConfig config(int milliseconds) {
    int positive = Math.max(1, milliseconds);
    return RequestConfig.custom()
        .setRedirectsEnabled(false)
        .setConnectionRequestTimeout(positive)
        .setConnectTimeout(positive)
        .setSocketTimeout(positive)
        .build();
  }

  private static JsonNode body(SimpleHttpResponse response) throws IOException {
    if (response.asString() == null) {
      return MissingNode.getInstance();
    }
    try {
      return response.asJson();
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
