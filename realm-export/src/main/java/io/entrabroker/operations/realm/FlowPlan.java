package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The flow of the first sign-in. A step that the file does not have is switched off, since it might
 * link accounts or ask people who they are; it stays where it is.
 */
final class FlowPlan {
  private static final String AUTHENTICATION = "authentication";
  private static final String FLOWS = "flows";
  private static final String EXECUTIONS = "executions";
  private static final String OF_FILE = "authenticationExecutions";
  private static final String ALIAS = "alias";
  private static final String REQUIREMENT = "requirement";
  private static final String DISABLED = "DISABLED";

  private final DesiredRealm desired;
  private final PresentRealm present;
  private final Draft draft;

  FlowPlan(DesiredRealm desired, PresentRealm present, Draft draft) {
    this.desired = desired;
    this.present = present;
    this.draft = draft;
  }

  void flows() {
    for (JsonNode flow : desired.part("authenticationFlows")) {
      String alias = flow.path(ALIAS).asText();
      JsonNode have = Nodes.named(present.part("authenticationFlows"), ALIAS, alias);
      if (have.isMissingNode()) {
        create(alias, flow);
      } else {
        mend("Flow " + alias, alias, flow, have);
      }
    }
  }

  private void create(String alias, JsonNode flow) {
    List<Step> steps = new ArrayList<>();
    steps.add(Step.post(bare(flow), AUTHENTICATION, FLOWS));
    flow.path(OF_FILE).forEach(execution -> steps.add(add(alias, execution)));
    draft.change("Flow " + alias + " is missing, is added.", steps.toArray(Step[]::new));
  }

  private void mend(String what, String alias, JsonNode flow, JsonNode have) {
    Comparison comparison = Comparison.of(what, bare(flow), bare(have));
    draft.add(comparison, Step.put(comparison.merged(), AUTHENTICATION, FLOWS, Ref.flow(alias)));
    for (JsonNode execution : flow.path(OF_FILE)) {
      String authenticator = execution.path("authenticator").asText();
      JsonNode there = Nodes.named(have.path(EXECUTIONS), "providerId", authenticator);
      if (there.isMissingNode()) {
        draft.change(
            what + ": step " + authenticator + " is missing, is added.", add(alias, execution));
      } else {
        require(what, alias, there, execution.path(REQUIREMENT).asText());
      }
    }
    // Steps of a sub-flow go with it.
    Nodes.all(have.path(EXECUTIONS))
        .filter(there -> there.path("level").asInt() == 0)
        .filter(there -> isForeign(flow, there))
        .forEach(there -> require(what, alias, there, DISABLED));
  }

  private void require(String what, String alias, JsonNode there, String requirement) {
    String present = there.path(REQUIREMENT).asText();
    if (!present.equals(requirement)) {
      ObjectNode changed = Nodes.copy(there);
      changed.put(REQUIREMENT, requirement);
      draft.change(
          what + ": step " + name(there) + " is " + present + ", becomes " + requirement + ".",
          Step.put(changed, AUTHENTICATION, FLOWS, alias, EXECUTIONS));
    }
  }

  private static Step add(String alias, JsonNode execution) {
    // Keycloak refuses other members of the file, which are those of an export.
    ObjectNode body = Nodes.object();
    for (String member : new String[] {"authenticator", REQUIREMENT, "priority"}) {
      body.set(member, execution.path(member));
    }
    body.putPOJO("parentFlow", Ref.flow(alias));
    return Step.post(body, AUTHENTICATION, EXECUTIONS);
  }

  private static boolean isForeign(JsonNode flow, JsonNode there) {
    return Nodes.named(flow.path(OF_FILE), "authenticator", there.path("providerId").asText())
        .isMissingNode();
  }

  private static String name(JsonNode execution) {
    return execution.path("providerId").asText(execution.path("displayName").asText());
  }

  private static ObjectNode bare(JsonNode flow) {
    ObjectNode bare = Nodes.object();
    for (String member : new String[] {ALIAS, "description", "providerId", "topLevel", "builtIn"}) {
      if (flow.has(member)) {
        bare.set(member, flow.path(member));
      }
    }
    return bare;
  }
}
