package io.entrabroker.it.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.catalog.config.CatalogExport;
import io.entrabroker.it.App;
import io.entrabroker.it.Json;
import io.entrabroker.it.RunningKeycloak;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the running realm writes for a catalog of this stack, asked for by its administrator.
 *
 * @param stack the realm's stack
 * @param address where the catalog will be
 * @param admin its first administrator
 */
record ExportedFiles(Stack stack, Address address, Someone admin) {

  private static final String RESOURCE = "/admin/realms/openmetadata/openmetadata/catalog-config/";

  /** The text of one export. */
  String text(CatalogExport export, Flow flow, String release) {
    Map<String, String> wanted = new HashMap<>();
    wanted.put("flow", flow.name().toLowerCase(Locale.ROOT));
    wanted.put("release", release);
    wanted.put("url", address.url());
    wanted.put("principal-domain", "contoso.example");
    wanted.put("admins", admin.address());
    if (flow == Flow.CONFIDENTIAL) {
      wanted.put("secret", "include");
    }
    HttpResponse<String> answer =
        App.get(
            keycloak() + RESOURCE + export.text() + "?" + App.form(wanted), administratorsToken());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private String administratorsToken() {
    RunningKeycloak keycloak = stack.keycloak();
    Map<String, String> form =
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "admin-cli",
            "username",
            keycloak.adminUser(),
            "password",
            keycloak.adminPassword());
    String token = App.post(keycloak() + "/realms/master/protocol/openid-connect/token", form);
    return Json.read(token).get("access_token").asText();
  }

  private String keycloak() {
    return stack.keycloak().baseUri().toString().replaceAll("/$", "");
  }

  /** The files of one form in a folder. A public client needs no Secret. */
  Path[] write(Form form, Flow flow, String release, Path folder) {
    return form.exports().stream()
        .filter(export -> flow == Flow.CONFIDENTIAL || export != CatalogExport.HELM_SECRET)
        .map(export -> write(folder.resolve(export.fileName()), text(export, flow, release)))
        .toArray(Path[]::new);
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
