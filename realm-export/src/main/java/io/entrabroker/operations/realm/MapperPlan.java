package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** Mappers of a client, of a client scope or of an identity provider. */
final class MapperPlan {
  private static final String NAME = "name";

  /** Keycloak adds it to every realm itself. */
  private static final Set<String> KEYCLOAKS_OWN = Set.of("Client security-admin-console/locale");

  private final String owner;
  private final Draft draft;
  private final Object[] path;

  /**
   * @param owner whose they are, at the beginning of a sentence
   * @param path of the list of them
   */
  MapperPlan(String owner, Draft draft, Object... path) {
    this.owner = owner;
    this.draft = draft;
    this.path = path;
  }

  void mappers(JsonNode desired, JsonNode present) {
    for (JsonNode mapper : desired) {
      String name = mapper.path(NAME).asText();
      JsonNode have = Nodes.named(present, NAME, name);
      if (have.isMissingNode()) {
        draft.change(
            owner + ": mapper " + name + " is missing, is added.",
            Step.post(Nodes.filled(mapper), path));
      } else {
        Comparison comparison = Comparison.of(owner + ", mapper " + name, mapper, have);
        draft.add(
            comparison,
            Step.put(
                comparison.merged(),
                Stream.concat(Arrays.stream(path), Stream.of(have.path("id").asText())).toArray()));
      }
    }
    Nodes.all(present)
        .map(mapper -> mapper.path(NAME).asText())
        .filter(name -> Nodes.named(desired, NAME, name).isMissingNode())
        .filter(name -> !KEYCLOAKS_OWN.contains(owner + "/" + name))
        .sorted()
        .forEach(name -> draft.leaveAlone(owner + ": it has mapper " + name + ", too. It stays."));
  }
}
