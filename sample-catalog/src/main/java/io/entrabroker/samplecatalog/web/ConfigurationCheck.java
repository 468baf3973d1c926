package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.samplecatalog.openmetadata.OpenMetadataConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * OpenMetadata's validator for custom-oidc. It asks the addresses of the configuration, as the
 * server sees them.
 *
 * <p>Not read in OpenMetadata, and so assumed: that a confidential client whose secret is refused
 * fails, and the texts.
 */
final class ConfigurationCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** In its container OpenMetadata listens here, wherever the sample does. */
  private static final String ITSELF = "http://localhost:8585/api/v1/system/config/jwks";

  private final JsonNode authentication;
  private final JsonNode oidc;
  private final boolean isConfidential;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final List<String> problems = new ArrayList<>();

  ConfigurationCheck(ObjectNode body, OpenMetadataConfiguration configuration) {
    this.authentication = body.path("authenticationConfiguration");
    this.oidc = authentication.path("oidcConfiguration");
    this.isConfidential = configuration.isConfidential();
  }

  /** What the validator says of a configuration that cannot even be read. */
  static ObjectNode failure(String component, String message) {
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("status", "failed")
            .put("message", "Security configuration validation failed");
    answer
        .putArray("results")
        .addObject()
        .put("component", component)
        .put("status", "failed")
        .put("message", message);
    return answer;
  }

  /** Status and results. */
  ObjectNode answer() {
    look();
    if (!problems.isEmpty()) {
      return failure("custom-oidc", String.join(" ", problems));
    }
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("status", "success")
            .put("message", "Security configuration validation completed");
    answer
        .putArray("results")
        .addObject()
        .put("component", "custom-oidc")
        .put("status", "success")
        .put("message", "Custom OIDC configuration is valid");
    return answer;
  }

  private void look() {
    JsonNode discovery = fetched(discoveryUri());
    for (String member : List.of("issuer", "token_endpoint", "jwks_uri")) {
      if (discovery.path(member).asText().isEmpty()) {
        problems.add("The discovery document has no " + member + ".");
      }
    }
    if (!problems.isEmpty()) {
      return;
    }
    keys(discovery.path("jwks_uri").asText());
    supported(discovery);
    if (isConfidential) {
      credential(discovery.path("token_endpoint").asText());
    }
  }

  private String discoveryUri() {
    String written = oidc.path("discoveryUri").asText();
    return isConfidential && !written.isEmpty()
        ? written
        : authentication.path("authority").asText() + "/.well-known/openid-configuration";
  }

  private void keys(String jwksUri) {
    if (fetched(jwksUri).path("keys").isEmpty()) {
      problems.add("No keys at " + jwksUri + ".");
    }
    List<String> listed = texts(authentication.path("publicKeyUrls"));
    if (!listed.isEmpty() && !listed.contains(jwksUri)) {
      problems.add("publicKeyUrls does not contain " + jwksUri + ".");
    }
    listed.stream()
        .filter(url -> !url.equals(ITSELF) && !fetched(url).path("keys").isArray())
        .forEach(url -> problems.add("No key set at " + url + "."));
  }

  private void supported(JsonNode discovery) {
    Stream.of(oidc.path("scope").asText().split(" "))
        .filter(scope -> !scope.isEmpty())
        .forEach(scope -> among(discovery.path("scopes_supported"), scope, "scope"));
    if (isConfidential) {
      among(
          discovery.path("response_types_supported"),
          oidc.path("responseType").asText("code"),
          "responseType");
      among(
          discovery.path("id_token_signing_alg_values_supported"),
          oidc.path("preferredJwsAlgorithm").asText("RS256"),
          "preferredJwsAlgorithm");
    }
  }

  private void among(JsonNode supported, String wanted, String what) {
    if (supported.isArray() && !texts(supported).contains(wanted)) {
      problems.add(what + " " + wanted + " is not supported.");
    }
  }

  private void credential(String tokenEndpoint) {
    String form =
        "grant_type=client_credentials&client_id="
            + encoded(oidc.path("id").asText())
            + "&client_secret="
            + encoded(oidc.path("secret").asText())
            + "&scope="
            + encoded(oidc.path("scope").asText("openid"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(tokenEndpoint))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    try {
      if (send(request).statusCode() != 200) {
        problems.add("The token endpoint refused the client's id and secret.");
      }
    } catch (IOException silent) {
      problems.add("The token endpoint does not answer.");
    }
  }

  private JsonNode fetched(String url) {
    try {
      HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url)));
      return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : MissingNode.getInstance();
    } catch (IOException | IllegalArgumentException unreachable) {
      return MissingNode.getInstance();
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
