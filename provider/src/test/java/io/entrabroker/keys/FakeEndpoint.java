package io.entrabroker.keys;

import io.entrabroker.Parsed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A key endpoint that answers what a test says, and remembers what it was asked. */
final class FakeEndpoint implements KeyEndpoint {

  static final String DOWN = "down";

  final List<KeyDocument> asked = new ArrayList<>();
  private final Map<KeyDocument, String> answers = new EnumMap<>(KeyDocument.class);

  FakeEndpoint answers(String json) {
    return answers(KeyDocument.OF_AUTHORITY, json).answers(KeyDocument.OF_APPLICATION, json);
  }

  FakeEndpoint answers(KeyDocument document, String json) {
    answers.put(document, json);
    return this;
  }

  @Override
  public Parsed<KeySet> read(KeyDocument document) {
    asked.add(document);
    String answer = answers.getOrDefault(document, DOWN);
    return answer.equals(DOWN) ? Parsed.refused(DOWN) : KeySet.parse(answer, Jwks.CONTOSO);
  }
}
