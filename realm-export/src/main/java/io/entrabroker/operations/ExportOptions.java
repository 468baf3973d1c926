package io.entrabroker.operations;

import io.entrabroker.catalog.config.CatalogRelease;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** For which catalog the configuration is. What is not written is taken from the realm. */
final class ExportOptions {

  @Option(
      names = "--catalog-version",
      paramLabel = "RELEASE",
      defaultValue = "",
      description =
          "OpenMetadata's release, such as 1.12.3. Without it the oldest that the identity provider"
              + " is set up for.")
  private String release = "";

  @Option(
      names = "--flow",
      paramLabel = "FLOW",
      defaultValue = "",
      description = "public or confidential. Without it that of the client that is enabled.")
  private String flow = "";

  @Option(
      names = "--catalog-url",
      paramLabel = "URL",
      defaultValue = "",
      description = "The catalog as browsers see it. Without it the root URL of its client.")
  private String url = "";

  @Option(
      names = "--principal-domain",
      paramLabel = "DOMAIN",
      defaultValue = "",
      description =
          "Your mail domain. Without it the first one that the identity provider is set up with.")
  private String principalDomain = "";

  @Option(
      names = "--admins",
      paramLabel = "ADDRESSES",
      defaultValue = "",
      description = "E-mail addresses of the catalog's first administrators, separated by commas.")
  private String admins = "";

  boolean hasAdmins() {
    return !admins.isBlank();
  }

  /** As the export takes them. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("flow", flow);
    parameters.put("release", release);
    parameters.put("url", url);
    parameters.put("principal-domain", principalDomain);
    parameters.put("admins", admins);
    return parameters;
  }

  /**
   * The query for a catalog that runs.
   *
   * @throws OperationProblem if another release was asked for than it is
   */
  String query(CatalogRelease running) {
    boolean isOther =
        !release.isBlank()
            && CatalogRelease.parse(release).asOptional().filter(running::equals).isEmpty();
    if (isOther) {
      throw new OperationProblem(
          "The catalog is OpenMetadata " + running + ": leave --catalog-version out.");
    }
    Map<String, String> parameters = parameters();
    parameters.put("release", running.toString());
    return query(parameters);
  }

  /** Parameters that are not blank, as a query. */
  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(entry -> !entry.getValue().isBlank())
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
