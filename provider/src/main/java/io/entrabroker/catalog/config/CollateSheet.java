package io.entrabroker.catalog.config;

import java.util.ArrayList;
import java.util.List;

/** What whoever runs a hosted catalog has to be told. Never the secret. */
final class CollateSheet {

  private CollateSheet() {}

  static String write(CatalogSettings settings) {
    List<String> lines = new ArrayList<>();
    lines.add("# Single sign-on for our catalog");
    lines.add("");
    lines.add("| | |");
    lines.add("| --- | --- |");
    row(lines, "Catalog", settings.place().url());
    row(lines, "Release", settings.release());
    for (CatalogField field : CatalogFields.of(settings)) {
      if (field != OidcFields.SECRET) {
        row(lines, field.path(), field.in(settings).variable());
      }
    }
    lines.add("");
    lines.add(
        settings.isConfidential()
            ? "The client secret comes by a way of its own; ask us for it. It is in no mail."
            : "The client is public: there is no secret.");
    return String.join("\n", lines) + "\n";
  }

  private static void row(List<String> lines, String name, Object value) {
    String text = value.toString();
    lines.add("| `" + name + "` | " + (text.isEmpty() ? "(empty)" : "`" + text + "`") + " |");
  }
}
