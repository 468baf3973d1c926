package io.entrabroker.catalog.config;

import io.entrabroker.catalog.config.CatalogClient.ClientSecret;
import io.entrabroker.catalog.config.CatalogClient.Confidential;
import io.entrabroker.clientauth.Secret;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** The catalog of Contoso, in every release whose settings differ and with both kinds of client. */
final class ExampleCatalog {

  static final CatalogClient CONFIDENTIAL =
      new Confidential("openmetadata-web", new ClientSecret.Withheld());
  static final CatalogClient PUBLIC = new CatalogClient.Public("openmetadata-spa");

  private ExampleCatalog() {}

  static Stream<CatalogSettings> all() {
    return Stream.of("1.8", "1.9", "1.10.4", "1.11.6", "1.13.1", "2.0", "email-first")
        .map(ExampleCatalog::confidential)
        .flatMap(settings -> Stream.of(settings, settings.with(PUBLIC)));
  }

  static CatalogSettings confidential(String release) {
    return new CatalogSettings(
        CatalogRelease.parse(release).asOptional().orElseThrow(),
        CONFIDENTIAL,
        new RealmAddress(URI.create("https://login.contoso.com/realms/openmetadata"), 36_000),
        CatalogPlace.at(URI.create("https://catalog.contoso.com")),
        CatalogPeople.of("contoso.com", List.of("Ada.Lovelace@contoso.com"))
            .asOptional()
            .orElseThrow());
  }

  static CatalogSettings withSecret(String release, String secret) {
    return confidential(release)
        .with(new Confidential("openmetadata-web", new ClientSecret.Known(new Secret(secret))));
  }
}
