package io.entrabroker.simulator.web;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.tokens.LoginHost;
import java.util.stream.Collectors;

/** The page at the root: what runs here and what to paste elsewhere. */
final class HomePage {

  private HomePage() {}

  static String html(Directory directory, LoginHost host) {
    String tenants =
        directory.tenants().stream()
            .map(tenant -> tenant(tenant, host))
            .collect(Collectors.joining("\n"));
    return Pages.page(
        "Entra ID simulator",
        "<h1>The simulator is running</h1>"
            + "<p class=\"lead\">It stands in for Entra ID in tests and demonstrations.</p>"
            + tenants);
  }

  private static String tenant(Tenant tenant, LoginHost host) {
    String applications =
        tenant.applications().stream().map(HomePage::row).collect(Collectors.joining("\n"));
    String metadata = host.endpoint(tenant.id(), "v2.0/.well-known/openid-configuration");
    return """
        <h2>%s</h2>
        <p>Authority <code>%s</code><br>
        <a href="%s">Metadata document</a></p>
        <table><thead><tr><th scope="col">Application</th><th scope="col">Client id</th></tr></thead>
        <tbody>%s</tbody></table>
        """
        .formatted(
            Html.escape(tenant.displayName()),
            Html.escape(host.url() + "/" + tenant.id()),
            Html.escape(metadata),
            applications);
  }

  private static String row(Application application) {
    return "<tr><td>%s</td><td><code>%s</code></td></tr>"
        .formatted(Html.escape(application.displayName()), Html.escape(application.appId()));
  }
}
