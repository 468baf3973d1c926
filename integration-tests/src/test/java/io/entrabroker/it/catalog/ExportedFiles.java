package io.entrabroker.it.catalog;

import io.entrabroker.catalog.config.CatalogClient;
import io.entrabroker.catalog.config.CatalogClient.ClientSecret;
import io.entrabroker.catalog.config.CatalogExport;
import io.entrabroker.catalog.config.CatalogPeople;
import io.entrabroker.catalog.config.CatalogPlace;
import io.entrabroker.catalog.config.CatalogRelease;
import io.entrabroker.catalog.config.CatalogSettings;
import io.entrabroker.catalog.config.RealmAddress;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the broker writes for a catalog of this stack.
 *
 * @param stack the realm's stack
 * @param address where the catalog will be
 * @param admin its first administrator
 */
record ExportedFiles(Stack stack, Address address, Someone admin) {

  private static final int SESSION_SECONDS = 36_000;

  /** The text of one export. */
  String text(CatalogExport export, Flow flow, String release) {
    CatalogClient client =
        flow == Flow.PUBLIC
            ? new CatalogClient.Public(flow.clientId())
            : new CatalogClient.Confidential(
                flow.clientId(), new ClientSecret.Known(new Secret(stack.catalogSecret())));
    return export.write(
        new CatalogSettings(
            CatalogRelease.parse(release).asOptional().orElseThrow(),
            client,
            new RealmAddress(stack.keycloak().realmUri(), SESSION_SECONDS),
            CatalogPlace.at(URI.create(address.url())),
            CatalogPeople.of("contoso.example", List.of(admin.address()))
                .asOptional()
                .orElseThrow()));
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
