package io.entrabroker.it.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The fields of the Keycloak Operator's resource {@code Keycloak}, version v2alpha1, as its model
 * classes of 26.5 to 26.7 have them. What is Kubernetes' own is not looked into.
 */
final class OperatorFields {

  private static final Class<Object> ANYTHING = Object.class;

  private static final Map<String, Object> SECRET_KEY =
      Map.of("name", String.class, "key", String.class, "optional", Boolean.class);
  private static final List<Object> OPTIONS =
      List.of(Map.of("name", String.class, "value", String.class, "secret", SECRET_KEY));
  private static final Map<String, Object> PROBE =
      Map.of("periodSeconds", Integer.class, "failureThreshold", Integer.class);
  private static final Map<String, Object> SECRET = Map.of("secret", String.class);

  private static final Map<String, Object> DATABASE =
      Map.ofEntries(
          Map.entry("vendor", String.class),
          Map.entry("usernameSecret", SECRET_KEY),
          Map.entry("passwordSecret", SECRET_KEY),
          Map.entry("database", String.class),
          Map.entry("host", String.class),
          Map.entry("port", Integer.class),
          Map.entry("schema", String.class),
          Map.entry("url", String.class),
          Map.entry("poolInitialSize", Integer.class),
          Map.entry("poolMinSize", Integer.class),
          Map.entry("poolMaxSize", Integer.class));

  private static final Map<String, Object> HOSTNAME =
      Map.of(
          "hostname", String.class,
          "admin", String.class,
          "strict", Boolean.class,
          "backchannelDynamic", Boolean.class);

  private static final Map<String, Object> HTTP =
      Map.of(
          "httpEnabled", Boolean.class,
          "httpPort", Integer.class,
          "httpsPort", Integer.class,
          "tlsSecret", String.class);

  private static final Map<String, Object> INGRESS =
      Map.of(
          "enabled", Boolean.class,
          "className", String.class,
          "annotations", ANYTHING,
          "tlsSecret", String.class);

  private static final Map<String, Object> NETWORK_POLICY =
      Map.of(
          "enabled", Boolean.class,
          "http", List.of(ANYTHING),
          "https", List.of(ANYTHING),
          "management", List.of(ANYTHING));

  private static final Map<String, Object> SPEC =
      Map.ofEntries(
          Map.entry("instances", Integer.class),
          Map.entry("image", String.class),
          Map.entry("startOptimized", Boolean.class),
          Map.entry("imagePullSecrets", List.of(ANYTHING)),
          Map.entry("additionalOptions", OPTIONS),
          Map.entry("env", OPTIONS),
          Map.entry("http", HTTP),
          Map.entry("unsupported", ANYTHING),
          Map.entry("ingress", INGRESS),
          Map.entry("features", ANYTHING),
          Map.entry("transaction", ANYTHING),
          Map.entry("db", DATABASE),
          Map.entry("hostname", HOSTNAME),
          Map.entry("truststores", ANYTHING),
          Map.entry("cache", ANYTHING),
          Map.entry("resources", ANYTHING),
          Map.entry("proxy", Map.of("headers", String.class)),
          Map.entry("httpManagement", Map.of("port", Integer.class)),
          Map.entry("scheduling", ANYTHING),
          Map.entry("bootstrapAdmin", Map.of("user", SECRET, "service", SECRET)),
          Map.entry("networkPolicy", NETWORK_POLICY),
          Map.entry("tracing", ANYTHING),
          Map.entry("update", ANYTHING),
          Map.entry("readinessProbe", PROBE),
          Map.entry("livenessProbe", PROBE),
          Map.entry("startupProbe", PROBE),
          Map.entry("serviceMonitor", ANYTHING));

  private OperatorFields() {}

  /** What the operator's schema would refuse or drop, one sentence each. */
  static List<String> problems(Object spec) {
    List<String> problems = new ArrayList<>();
    check("spec", spec, SPEC, problems);
    return problems;
  }

  private static void check(String path, Object value, Object wanted, List<String> problems) {
    if (wanted instanceof Class<?> type) {
      if (!type.isInstance(value)) {
        problems.add(path + " must be of the type " + type.getSimpleName());
      }
    } else if (wanted instanceof List<?> list && value instanceof List<?> values) {
      values.forEach(one -> check(path + "[]", one, list.get(0), problems));
    } else if (wanted instanceof Map<?, ?> fields && value instanceof Map<?, ?> values) {
      values.forEach(
          (name, one) -> {
            if (fields.containsKey(name)) {
              check(path + "." + name, one, fields.get(name), problems);
            } else {
              problems.add(path + "." + name + " is no field");
            }
          });
    } else {
      problems.add(path + " has the wrong shape");
    }
  }
}
