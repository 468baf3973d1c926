package io.entrabroker.samplecatalog.openmetadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What OpenMetadata's Helm chart makes of its values: the variables of the container. The chart
 * quotes every value, so that the server's YAML takes it for a text; what comes from a Secret or
 * from {@code extraEnvs} it leaves as it is.
 */
final class HelmChart {
  private static final String CONFIG = "/openmetadata/config/";
  private static final List<String> SECTIONS =
      List.of("authentication", "authentication.oidcConfiguration", "authorizer");
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "AUTHENTICATION_PUBLIC_KEYS", "[\"http://openmetadata:8585/api/v1/system/config/jwks\"]",
          "OIDC_CALLBACK", "\"http://openmetadata:8585/callback\"",
          "OIDC_SERVER_URL", "\"http://openmetadata:8585\"");

  private final ObjectNode values;
  private final ClusterSecrets secrets;

  HelmChart(ObjectNode values, ClusterSecrets secrets) {
    this.values = values;
    this.secrets = secrets;
  }

  static boolean isFor(ObjectNode document) {
    return document.at(CONFIG.substring(0, CONFIG.length() - 1)).isObject();
  }

  /**
   * The container's variables.
   *
   * @throws ConfigurationException for a value that the chart's schema refuses, and for a Secret
   *     that is not there
   */
  Map<String, String> variables() {
    SECTIONS.forEach(this::checkNames);
    boolean confidential =
        at("authentication.clientType").asText().equals("confidential")
            && at(ChartValue.OIDC + "enabled").asBoolean();
    Map<String, String> variables = new LinkedHashMap<>(DEFAULTS);
    for (ChartValue value : ChartValue.ALL) {
      JsonNode written = at(value.path());
      boolean used = confidential || !value.path().startsWith(ChartValue.OIDC);
      if (!written.isMissingNode() && used && isEnabled(value)) {
        variables.put(value.variable(), text(value, written));
      }
    }
    if (confidential) {
      variables.put("OIDC_CLIENT_ID", secret("clientId", "openmetadata-oidc-client-id"));
      variables.put(
          "OIDC_CLIENT_SECRET", secret("clientSecret", "openmetadata-oidc-client-secret"));
    }
    addExtras(variables);
    return variables;
  }

  private boolean isEnabled(ChartValue value) {
    String section = value.path().substring(0, value.path().indexOf('.'));
    return at(section + ".enabled").asBoolean(true);
  }

  private void checkNames(String section) {
    at(section)
        .fieldNames()
        .forEachRemaining(
            name -> {
              String path = section + "." + name;
              if (!ChartValue.isKnown(path)) {
                throw new ConfigurationException(
                    "The chart's schema has no openmetadata.config." + path);
              }
            });
  }

  private static String text(ChartValue value, JsonNode written) {
    if (!value.takes(written)) {
      throw new ConfigurationException(
          "The chart's schema wants another type for openmetadata.config." + value.path());
    }
    return value.kind() == ChartValue.Kind.TEXTS
        ? written.toString()
        : "\"" + written.asText().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private String secret(String name, String usualKey) {
    JsonNode reference = at(ChartValue.OIDC + name);
    return secrets.value(
        reference.path("secretRef").asText("oidc-secrets"),
        reference.path("secretKey").asText(usualKey));
  }

  private void addExtras(Map<String, String> variables) {
    for (JsonNode extra : values.path("extraEnvs")) {
      JsonNode reference = extra.at("/valueFrom/secretKeyRef");
      String value =
          reference.isMissingNode()
              ? extra.path("value").asText()
              : secrets.value(reference.path("name").asText(), reference.path("key").asText());
      variables.put(extra.path("name").asText(), value);
    }
  }

  private JsonNode at(String path) {
    return values.at(CONFIG + path.replace('.', '/'));
  }
}
