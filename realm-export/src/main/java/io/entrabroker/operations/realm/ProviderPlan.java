package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.util.Arrays;
import java.util.stream.Stream;

/** The identity providers of the file with their mappers. */
final class ProviderPlan {
  private static final String PROVIDERS = "identityProviders";
  private static final String MAPPERS = "identityProviderMappers";
  private static final String ALIAS = "alias";
  private static final String OF_MAPPER = "identityProviderAlias";
  private static final String KIND = "providerId";
  private static final Object[] INSTANCES = {"identity-provider", "instances"};

  private final DesiredRealm desired;
  private final PresentRealm present;
  private final Draft draft;

  ProviderPlan(DesiredRealm desired, PresentRealm present, Draft draft) {
    this.desired = desired;
    this.present = present;
    this.draft = draft;
  }

  /**
   * @throws KeycloakProblem if an alias of the file belongs to a provider of another kind
   */
  void refuseAnotherKind() {
    for (JsonNode provider : desired.part(PROVIDERS)) {
      String alias = provider.path(ALIAS).asText();
      JsonNode have = Nodes.named(present.part(PROVIDERS), ALIAS, alias);
      if (!have.isMissingNode() && !have.path(KIND).equals(provider.path(KIND))) {
        throw new KeycloakProblem(
            "The identity provider "
                + alias
                + " of the realm is of the kind "
                + have.path(KIND).asText()
                + " and people may be linked to it: it is not replaced, and nothing was changed."
                + " docs/migration.md says how to take it over.");
      }
    }
  }

  void providers() {
    for (JsonNode provider : desired.part(PROVIDERS)) {
      String alias = provider.path(ALIAS).asText();
      String what = "Identity provider " + alias;
      JsonNode have = Nodes.named(present.part(PROVIDERS), ALIAS, alias);
      if (have.isMissingNode()) {
        draft.change(what + " is missing, is added.", Step.post(Nodes.filled(provider), INSTANCES));
      } else {
        Comparison comparison = Comparison.of(what, provider, have);
        draft.add(comparison, Step.put(comparison.merged(), path(alias)));
      }
      new MapperPlan(what, draft, path(alias, "mappers"))
          .mappers(of(alias, desired.part(MAPPERS)), of(alias, present.part(MAPPERS)));
    }
  }

  private static JsonNode of(String alias, JsonNode mappers) {
    ArrayNode own = Nodes.array();
    Nodes.all(mappers)
        .filter(mapper -> mapper.path(OF_MAPPER).asText().equals(alias))
        .forEach(own::add);
    return own;
  }

  private static Object[] path(Object... more) {
    return Stream.concat(Arrays.stream(INSTANCES), Arrays.stream(more)).toArray();
  }
}
