package io.entrabroker.quickstart.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.operations.keycloak.AdminAnswer;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.quickstart.keycloak.KeycloakServer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Writes identity providers into the running realm. The realm file ships {@value #SHIPPED}; others
 * are copies of it and of its mappers, so that everything which is not about the app registration
 * stays the file's.
 */
public final class Brokers {
  /** The alias that the realm file brings. */
  public static final String SHIPPED = "entra";

  private static final String INSTANCES =
      "/" + KeycloakServer.REALM + "/identity-provider/instances";

  private static final String MAPPERS = "/mappers";
  private static final String FIVE_GROUPS = "acceptFiveGroups";

  private final AdminApi admin;

  public Brokers(AdminApi admin) {
    this.admin = admin;
  }

  /**
   * Makes the realm have these, enabled, as they are described; doing so again changes nothing.
   *
   * @throws io.entrabroker.operations.keycloak.KeycloakProblem with the provider's own words if it
   *     refuses a setting
   */
  public void set(List<Broker> brokers) {
    brokers.forEach(this::set);
  }

  private void set(Broker broker) {
    AdminAnswer present = admin.send("GET", path(broker.alias()));
    if (present.isSuccess()) {
      admin.put(path(broker.alias()), described((ObjectNode) present.body(), broker));
      return;
    }
    ObjectNode copy = (ObjectNode) admin.get(path(SHIPPED));
    copy.remove("internalId");
    admin.post(INSTANCES, described(copy, broker));
    copyMappers(broker.alias());
  }

  private void copyMappers(String alias) {
    Set<String> present = names(admin.get(path(alias) + MAPPERS));
    for (JsonNode mapper : admin.get(path(SHIPPED) + MAPPERS)) {
      if (!present.contains(mapper.path("name").asText())) {
        ObjectNode copy = mapper.deepCopy();
        copy.remove("id");
        copy.put("identityProviderAlias", alias);
        admin.post(path(alias) + MAPPERS, copy);
      }
    }
  }

  private static Set<String> names(JsonNode mappers) {
    return StreamSupport.stream(mappers.spliterator(), false)
        .map(mapper -> mapper.path("name").asText())
        .collect(Collectors.toSet());
  }

  private static ObjectNode described(ObjectNode provider, Broker broker) {
    provider.put("alias", broker.alias());
    provider.put("displayName", broker.displayName());
    provider.put("enabled", true);
    ObjectNode config = provider.withObject("/config");
    config.put("authority", broker.authority());
    config.put("clientId", broker.clientId());
    describe(config, broker.registration());
    broker.policy().settings().forEach(config::put);
    acceptTheFlowsLimit(config, broker);
    return provider;
  }

  private static void describe(ObjectNode config, Broker.Registration registration) {
    // What another registration left behind must not stay: a secret is refused for the SPA
    // platform.
    config.remove("clientSecret");
    config.put("registration", "web");
    config.put("flow", "code");
    if (registration instanceof Broker.Registration.Web web) {
      config.put("clientSecret", web.clientSecret());
    } else if (registration instanceof Broker.Registration.SinglePage) {
      config.put("registration", "spa");
    } else if (registration instanceof Broker.Registration.Implicit) {
      config.put("flow", "id_token");
    }
  }

  // The provider wants to be told that five groups are enough: the people here have fewer.
  private static void acceptTheFlowsLimit(ObjectNode config, Broker broker) {
    config.remove(FIVE_GROUPS);
    if (broker.registration() instanceof Broker.Registration.Implicit
        && broker.policy().needsGroups()) {
      config.put(FIVE_GROUPS, "true");
    }
  }

  private static String path(String alias) {
    return INSTANCES + "/" + alias;
  }
}
