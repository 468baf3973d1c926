package io.entrabroker.it.attacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.operations.keycloak.AdminApi;
import java.util.Map;

/** Keycloak's steps that take whoever has the same address for the same person, as a flow. */
final class TrustingFlow {

  static final String ALIAS = "links by address";

  private static final String FLOWS = "/openmetadata/authentication/flows";
  private static final String PATH = FLOWS + "/links%20by%20address/executions";

  private TrustingFlow() {}

  /** Makes sure that the realm has it. */
  static void in(AdminApi admin) {
    if (admin.get(FLOWS).findValuesAsText("alias").contains(ALIAS)) {
      return;
    }
    admin.post(
        FLOWS,
        Map.of("alias", ALIAS, "providerId", "basic-flow", "topLevel", true, "builtIn", false));
    for (String step : new String[] {"idp-detect-existing-broker-user", "idp-auto-link"}) {
      admin.post(PATH + "/execution", Map.of("provider", step));
    }
    for (JsonNode step : admin.get(PATH)) {
      admin.put(PATH, ((ObjectNode) step).put("requirement", "REQUIRED"));
    }
  }
}
