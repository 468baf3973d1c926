package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The directories that are in the JAR. */
final class ShippedDirectories {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ShippedDirectories() {}

  /** Contoso, whose applications are registered as the files in {@code deploy/entra} say. */
  static ObjectNode contoso() {
    ObjectNode contoso = read("contoso.json");
    ArrayNode applications = contoso.withArray("/applications");
    for (int i = 0; i < applications.size(); i++) {
      applications.set(i, Registration.expand((ObjectNode) applications.get(i)));
    }
    return contoso;
  }

  /** Contoso with more people and with applications for everybody, and further tenants. */
  static ObjectNode contosoAndOthers() {
    ObjectNode others = read("others.json");
    ObjectNode contoso = contoso();
    JsonNode more = others.path("contoso");
    addAll(contoso.withArray("/organization/verifiedDomains"), more.path("verifiedDomains"));
    addAll(contoso.withArray("/users"), more.path("users"));
    addAll(contoso.withArray("/groupSeries"), more.path("groupSeries"));
    more.path("multiTenantApplications")
        .forEach(appId -> forEverybody(new TenantJson(contoso).application(appId.asText())));
    ObjectNode root = JSON.createObjectNode();
    addAll(root.putArray("tenants").add(contoso), others.path("tenants"));
    return root;
  }

  private static void forEverybody(ObjectNode application) {
    application.put("signInAudience", "AzureADandPersonalMicrosoftAccount");
    // As registered before June 2023: addresses that nobody verified stay in the token.
    application.putObject("authenticationBehaviors").put("removeUnverifiedEmailClaim", false);
  }

  private static void addAll(ArrayNode array, JsonNode more) {
    more.forEach(array::add);
  }

  private static ObjectNode read(String name) {
    try (InputStream file = ShippedDirectories.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the JAR");
      }
      return (ObjectNode) JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
