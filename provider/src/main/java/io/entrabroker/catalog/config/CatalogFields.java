package io.entrabroker.catalog.config;

import java.util.List;
import java.util.stream.Stream;

/** Every setting of OpenMetadata that signing in through the realm depends on. */
final class CatalogFields {

  static final List<CatalogField> ALL =
      Stream.of(AuthenticationFields.ALL, OidcFields.ALL, AuthorizerFields.ALL)
          .flatMap(List::stream)
          .toList();

  private CatalogFields() {}

  /** Those that this catalog knows, in the order in which they are written. */
  static List<CatalogField> of(CatalogSettings settings) {
    return ALL.stream().filter(field -> field.isKnownTo(settings)).toList();
  }
}
