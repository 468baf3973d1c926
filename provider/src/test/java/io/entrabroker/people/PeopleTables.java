package io.entrabroker.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.ClientKind;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.settings.Setting;
import io.entrabroker.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of {@code docs/people.md}, by the name of their marker. */
public final class PeopleTables {

  private static final String FIXTURES = "../provider/src/test/resources/people/";
  private static final int LONGEST_VALUE = 24;
  private static final int LONGEST_TEXT = 48;
  private static final List<String> USUAL_ROLES = List.of("DataConsumer");

  private PeopleTables() {}

  /** The lines of every table, without escapes that Markdown needs in cells. */
  public static Map<String, List<List<String>>> all() {
    Map<String, List<List<String>>> tables = new LinkedHashMap<>();
    for (Topic topic : Topic.values()) {
      tables.put(
          topic.marker(),
          PersonFixture.all().stream()
              .filter(person -> person.topic() == topic)
              .map(PeopleTables::row)
              .toList());
    }
    return tables;
  }

  private static List<String> row(PersonFixture person) {
    return List.of(
        "[" + person.person() + "](" + FIXTURES + person.file() + ".json)",
        person.rule() + settings(person),
        outcomes(person));
  }

  private static String settings(PersonFixture person) {
    String changed =
        person.settings().entrySet().stream()
            .map(entry -> setting(entry.getKey(), entry.getValue().toString()))
            .collect(Collectors.joining(", "));
    return changed.isEmpty() ? "" : " (" + changed + ")";
  }

  private static String setting(String key, String value) {
    return value.length() > LONGEST_VALUE
        ? "*" + label(key) + "*"
        : "*" + label(key) + "*: " + (value.isEmpty() ? "none" : "`" + value + "`");
  }

  private static String label(String key) {
    return Settings.ALL.stream()
        .filter(setting -> setting.key().equals(key))
        .map(Setting::label)
        .findFirst()
        .orElseThrow();
  }

  // Bands with the same outcome share a line.
  private static String outcomes(PersonFixture person) {
    Map<String, List<String>> bands = new LinkedHashMap<>();
    for (CatalogVersion version : CatalogVersion.values()) {
      for (ClientKind client : ClientKind.values()) {
        bands
            .computeIfAbsent(
                outcome(person, person.expected(version, client)), text -> new ArrayList<>())
            .add(version.text() + " " + client.name().toLowerCase(Locale.ROOT));
      }
    }
    return bands.size() == 1
        ? bands.keySet().iterator().next()
        : bands.entrySet().stream()
            .map(entry -> shortened(entry.getValue()) + ": " + entry.getKey())
            .collect(Collectors.joining("<br>"));
  }

  private static String shortened(List<String> bands) {
    for (ClientKind client : ClientKind.values()) {
      String kind = client.name().toLowerCase(Locale.ROOT);
      if (bands.size() == CatalogVersion.values().length
          && bands.stream().allMatch(band -> band.endsWith(kind))) {
        return kind + " client";
      }
    }
    List<String> labels = new ArrayList<>();
    for (CatalogVersion version : CatalogVersion.values()) {
      List<String> kinds =
          bands.stream()
              .filter(band -> band.startsWith(version.text() + " "))
              .map(band -> band.substring(version.text().length() + 1))
              .toList();
      if (kinds.size() == ClientKind.values().length) {
        labels.add(version.text());
      } else if (!kinds.isEmpty()) {
        labels.add(version.text() + " (" + kinds.get(0) + ")");
      }
    }
    return String.join(", ", labels);
  }

  private static String outcome(PersonFixture person, JsonNode expected) {
    if (expected.has("cannotBeSaved")) {
      return "*" + label(expected.path("cannotBeSaved").asText()) + "* is refused on save";
    }
    if (expected.has("refused")) {
      return "**" + expected.path("refused").asText() + "**";
    }
    String user =
        expected.has("catalogRefuses")
            ? "The catalog refuses (" + expected.path("catalogRefuses").asText() + ")"
            : user(person, expected);
    return user + findings(expected);
  }

  private static String user(PersonFixture person, JsonNode user) {
    List<String> parts = new ArrayList<>();
    parts.add(code(user.path("username").asText()));
    parts.add(code(user.path("email").asText()));
    String displayName = user.path("displayName").asText();
    if (!displayName.isEmpty() && !displayName.equals(person.person())) {
      parts.add("shown as “" + cut(displayName) + "”");
    }
    if (user.path("administrator").asBoolean()) {
      parts.add("**administrator**");
    }
    if (!texts(user.path("roles")).equals(USUAL_ROLES)) {
      parts.add("roles " + String.join(", ", texts(user.path("roles"))));
    }
    if (user.has("teams")) {
      parts.add("teams " + String.join(", ", texts(user.path("teams"))));
    }
    if (user.path("afterProofByMail").asBoolean()) {
      parts.add("once the address is proven by mail");
    }
    return String.join(", ", parts);
  }

  private static String findings(JsonNode expected) {
    return texts(expected.path("findings")).stream()
        .map(name -> "; finding " + Finding.valueOf(name).code())
        .collect(Collectors.joining());
  }

  private static String code(String text) {
    return "`" + cut(text) + "`";
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, 16) + "…" + text.substring(text.length() - 16);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
