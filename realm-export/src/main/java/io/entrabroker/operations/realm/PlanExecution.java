package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.entrabroker.operations.keycloak.AdminAnswer;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Carries a plan out through the admin API. */
public final class PlanExecution {
  private final RealmAddress realm;

  /**
   * @param admin with the right to manage realm, clients and identity providers
   * @param realm the realm's name
   */
  public PlanExecution(AdminApi admin, String realm) {
    this.realm = new RealmAddress(admin, realm);
  }

  /**
   * Makes every change of a plan, and writes what Keycloak does not show.
   *
   * @param done is told each change that was made
   * @throws KeycloakProblem at the first change that Keycloak refuses, in its words; those before
   *     it stay
   */
  public void carryOut(Plan plan, Consumer<Change> done) {
    for (List<Change> changes : List.of(plan.changes(), plan.unseen())) {
      for (Change change : changes) {
        change.steps().forEach(step -> carryOut(change, step));
        done.accept(change);
      }
    }
  }

  private void carryOut(Change change, Step step) {
    String address = realm.address(step.path().stream().map(this::text).toList(), Map.of());
    AdminAnswer answer =
        step.body().isMissingNode()
            ? realm.admin().send(step.method(), address)
            : realm.admin().send(step.method(), address, withIds(step.body()));
    if (!answer.isSuccess()) {
      throw new KeycloakProblem(
          "Keycloak answered "
              + answer.status()
              + " ("
              + answer.errorMessage()
              + ") to this change, and none of the later ones was made: "
              + change.sentence());
    }
  }

  private String text(Object part) {
    return part instanceof Ref ref ? realm.id(ref) : part.toString();
  }

  private JsonNode withIds(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = Nodes.object();
      node.properties().forEach(e -> copy.set(e.getKey(), withIds(e.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = Nodes.array();
      node.forEach(element -> copy.add(withIds(element)));
      return copy;
    }
    return node instanceof POJONode pojo && pojo.getPojo() instanceof Ref ref
        ? TextNode.valueOf(realm.id(ref))
        : node;
  }
}
