package io.entrabroker.it;

import io.entrabroker.operations.keycloak.AdminAnswer;
import io.entrabroker.operations.keycloak.AdminApi;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The realm's identity providers, as the admin API knows them. */
public final class Upstreams {

  public static final String TENANT = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  public static final String WEB_APP = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001";
  public static final String SPA_APP = "b7a1c2d3-0002-4a4a-9b9b-c0ffee000002";
  public static final String IMPLICIT_APP = "b7a1c2d3-0003-4a4a-9b9b-c0ffee000003";

  private static final String INSTANCES = "/openmetadata/identity-provider/instances";

  private final AdminApi admin;
  private final String authority;
  private final String secret;

  /** The providers of any server; the stack's is {@link #of}. */
  public Upstreams(AdminApi admin, String authority, String secret) {
    this.admin = admin;
    this.authority = authority;
    this.secret = secret;
  }

  public static Upstreams of(Stack stack) {
    return new Upstreams(stack.admin(), stack.authority(), stack.webSecret());
  }

  /** Switches {@code entra} on and adds {@code entra-spa} and {@code entra-implicit}. */
  void configure() {
    put("entra", "entra", web());
    post("entra-spa", "entra", spa());
    post("entra-implicit", "entra", implicit());
  }

  /** The authority of another tenant at the simulator. */
  public String authorityOf(String tenant) {
    return authority.replace(TENANT, tenant);
  }

  /** A Web registration with its secret, code flow. */
  public Map<String, String> web() {
    return config("web", "code", WEB_APP, secret);
  }

  /** A single-page application, code flow. */
  public Map<String, String> spa() {
    return config("spa", "code", SPA_APP, "none");
  }

  /** The ID-token flow. */
  public Map<String, String> implicit() {
    return config("web", "id_token", IMPLICIT_APP, "none");
  }

  /** A configuration with some entries changed; {@code null} removes one. */
  public static Map<String, String> with(Map<String, String> config, String... more) {
    Map<String, String> changed = new HashMap<>(config);
    for (int i = 0; i < more.length; i += 2) {
      changed.put(more[i], more[i + 1]);
      changed.values().removeIf(value -> value == null);
    }
    return changed;
  }

  public AdminAnswer tryPost(String alias, String providerId, Map<String, String> config) {
    return admin.send("POST", INSTANCES, representation(alias, providerId, config));
  }

  public void post(String alias, String providerId, Map<String, String> config) {
    admin.post(INSTANCES, representation(alias, providerId, config));
  }

  /** Adds a provider as the console does: with Keycloak's default first login flow. */
  public void postWithDefaultFlow(String alias, String providerId, Map<String, String> config) {
    Map<String, Object> provider = representation(alias, providerId, config);
    provider.remove("firstBrokerLoginFlowAlias");
    admin.post(INSTANCES, provider);
  }

  /** Adds a provider with a first login flow; an empty text is Keycloak's own. */
  public void postWithFlow(
      String alias, String providerId, String flow, Map<String, String> config) {
    admin.post(INSTANCES, withFlow(representation(alias, providerId, config), flow));
  }

  /** Changes a provider, members of its representation, too. */
  public void change(
      String alias, String providerId, Map<String, Object> members, Map<String, String> config) {
    Map<String, Object> provider = representation(alias, providerId, config);
    provider.putAll(members);
    admin.put(INSTANCES + "/" + alias, provider);
  }

  private static Map<String, Object> withFlow(Map<String, Object> provider, String flow) {
    provider.remove("firstBrokerLoginFlowAlias");
    if (!flow.isEmpty()) {
      provider.put("firstBrokerLoginFlowAlias", flow);
    }
    return provider;
  }

  /** Adds a provider with the mappers that the realm's own has, which follow its sync mode. */
  public void postWithMappers(String alias, Map<String, String> config) {
    post(alias, "entra", config);
    for (String mapper : List.of("profile", "groups", "roles")) {
      addMapper(alias, "entra-" + mapper + "-mapper", "INHERIT");
    }
  }

  /** Adds a mapper with a sync mode: {@code IMPORT}, {@code FORCE} or {@code INHERIT}. */
  public void addMapper(String alias, String mapper, String syncMode) {
    admin.post(
        INSTANCES + "/" + alias + "/mappers",
        Map.of(
            "name", mapper,
            "identityProviderAlias", alias,
            "identityProviderMapper", mapper,
            "config", Map.of("syncMode", syncMode)));
  }

  /** Has Keycloak read the provider's keys again, as its REST interface offers. */
  public AdminAnswer reloadKeys(String alias) {
    return admin.send("GET", INSTANCES + "/" + alias + "/reload-keys");
  }

  public AdminAnswer tryPut(String alias, String providerId, Map<String, String> config) {
    return admin.send("PUT", INSTANCES + "/" + alias, representation(alias, providerId, config));
  }

  public void put(String alias, String providerId, Map<String, String> config) {
    admin.put(INSTANCES + "/" + alias, representation(alias, providerId, config));
  }

  public void delete(String alias) {
    admin.send("DELETE", INSTANCES + "/" + alias);
  }

  /** The configuration as the admin API shows it. */
  public Map<String, String> stored(String alias) {
    Map<String, String> config = new LinkedHashMap<>();
    admin
        .get(INSTANCES + "/" + alias)
        .get("config")
        .properties()
        .forEach(entry -> config.put(entry.getKey(), entry.getValue().asText()));
    return config;
  }

  private Map<String, String> config(
      String registration, String flow, String clientId, String secret) {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("authority", authority);
    config.put("clientId", clientId);
    config.put("clientSecret", secret);
    config.put("registration", registration);
    config.put("flow", flow);
    config.put("mailDomains", "contoso.example");
    config.put("syncMode", "FORCE");
    return config;
  }

  private static Map<String, Object> representation(
      String alias, String providerId, Map<String, String> config) {
    Map<String, Object> provider = new LinkedHashMap<>();
    provider.put("alias", alias);
    provider.put("displayName", "Microsoft Entra ID");
    provider.put("providerId", providerId);
    provider.put("enabled", true);
    provider.put("trustEmail", false);
    provider.put("storeToken", false);
    provider.put("firstBrokerLoginFlowAlias", "entra first sign-in");
    provider.put("config", config);
    return provider;
  }
}
