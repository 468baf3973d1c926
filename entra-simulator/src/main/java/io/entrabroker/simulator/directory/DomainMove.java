package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Locale;

/**
 * Takes a domain from the tenant that has it and gives it to another one.
 *
 * @param domain lower case
 * @param tenantId GUID, lower case
 */
record DomainMove(String domain, String tenantId) {

  static DomainMove of(String domain, String tenantId) {
    return new DomainMove(domain.toLowerCase(Locale.ROOT), tenantId.toLowerCase(Locale.ROOT));
  }

  ObjectNode applyTo(ObjectNode original) {
    ObjectNode root = withTenantList(original.deepCopy());
    ArrayNode tenants = root.withArray("tenants");
    ObjectNode newOwner = newOwner(tenants);
    tenants.forEach(tenant -> removeFrom(domains(tenant).elements()));
    domains(newOwner).addObject().put("name", domain).put("isDefault", true);
    return root;
  }

  private ObjectNode newOwner(ArrayNode tenants) {
    for (JsonNode tenant : tenants) {
      if (tenant.at("/organization/id").asText().equalsIgnoreCase(tenantId)) {
        return (ObjectNode) tenant;
      }
    }
    ObjectNode copy = oldOwner(tenants).deepCopy();
    copy.withObject("/organization").put("id", tenantId).putArray("verifiedDomains");
    tenants.add(copy);
    return copy;
  }

  private ObjectNode oldOwner(ArrayNode tenants) {
    for (JsonNode tenant : tenants) {
      for (JsonNode verified : domains(tenant)) {
        if (verified.path("name").asText().equalsIgnoreCase(domain)) {
          return (ObjectNode) tenant;
        }
      }
    }
    return (ObjectNode) tenants.get(0);
  }

  private void removeFrom(Iterator<JsonNode> domains) {
    while (domains.hasNext()) {
      if (domains.next().path("name").asText().equalsIgnoreCase(domain)) {
        domains.remove();
      }
    }
  }

  private static ArrayNode domains(JsonNode tenant) {
    return ((ObjectNode) tenant).withObject("/organization").withArray("verifiedDomains");
  }

  private static ObjectNode withTenantList(ObjectNode root) {
    if (root.has("tenants")) {
      return root;
    }
    ObjectNode wrapper = root.objectNode();
    wrapper.putArray("tenants").add(root);
    return wrapper;
  }
}
