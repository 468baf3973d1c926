package io.entrabroker.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.directory.Directory;
import java.util.UUID;

/**
 * The simulator's Contoso with a secret of this run and with {@link #TRIAL}, an alias whose
 * redirect URI every app has registered, so that a test can configure it as it likes.
 */
public final class TestDirectory {

  /** The alias that tests configure for themselves. */
  public static final String TRIAL = "trial";

  private static final String TRIAL_URI =
      "http://localhost:8080/realms/openmetadata/broker/" + TRIAL + "/endpoint";

  private TestDirectory() {}

  /** Contoso, whose Web registration has this secret, too. */
  public static Directory with(String webSecret) {
    return Directory.contoso().edited(root -> change(root, webSecret));
  }

  /** The same with many more people and with personal accounts. */
  public static Directory ofEverybody(String webSecret) {
    return Directory.contosoAndOthers()
        .edited(root -> change((ObjectNode) root.get("tenants").get(0), webSecret));
  }

  private static void change(ObjectNode root, String webSecret) {
    for (JsonNode application : root.withArray("applications")) {
      String appId = application.get("appId").asText();
      if (appId.equals(Upstreams.WEB_APP)) {
        addSecret((ObjectNode) application, webSecret);
      }
      String platform = appId.equals(Upstreams.SPA_APP) ? "spa" : "web";
      ArrayNode redirectUris = (ArrayNode) application.get(platform).get("redirectUris");
      redirectUris.add(TRIAL_URI);
      redirectUris.add(TRIAL_URI + "/logout_response");
    }
  }

  private static void addSecret(ObjectNode application, String text) {
    application
        .withArray("passwordCredentials")
        .addObject()
        .put("keyId", UUID.randomUUID().toString())
        .put("displayName", "this run's")
        .put("startDateTime", "2020-01-01T00:00:00Z")
        .put("endDateTime", "2099-01-01T00:00:00Z")
        .put("hint", "run")
        .put("secretText", text);
  }
}
