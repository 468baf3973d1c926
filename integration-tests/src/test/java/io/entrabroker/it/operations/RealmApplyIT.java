package io.entrabroker.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.CommandRun;
import io.entrabroker.it.Json;
import io.entrabroker.it.Person;
import io.entrabroker.it.RecordedKeycloak;
import io.entrabroker.it.RunningKeycloak;
import io.entrabroker.it.Stack;
import io.entrabroker.it.TestDirectory;
import io.entrabroker.it.Upstreams;
import io.entrabroker.it.leaks.Recording;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.quickstart.keycloak.KeycloakDistribution;
import io.entrabroker.quickstart.keycloak.KeycloakSetup;
import io.entrabroker.quickstart.keycloak.KeycloakTemplate;
import io.entrabroker.quickstart.keycloak.KeycloakTemplates;
import io.entrabroker.quickstart.keycloak.StartOptions;
import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.simulator.EntraSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code bin/realm-apply} on a Keycloak of its own. */
class RealmApplyIT {
  private static final Path ROOT = Stack.ROOT.normalize();
  private static final Path WORK = ROOT.resolve("integration-tests/target");
  private static final Path FILE = ROOT.resolve("realm-export/openmetadata-realm.json");
  private static final Pattern DEFAULTED = Pattern.compile("\\$\\{[A-Z_]+:([^}]*)}");

  private static final String WEB_SECRET = UUID.randomUUID().toString();
  private static final String CATALOG_SECRET = UUID.randomUUID().toString();
  private static final String ENTRA = "/identity-provider/instances/entra";
  private static final String FLOW = "/authentication/flows/entra%20first%20sign-in/executions";
  private static final int NOTHING_TO_DO = 0;
  private static final int SOMETHING_TO_DO = 3;

  private static EntraSimulator simulator;
  private static KeycloakTemplate template;
  private static RunningKeycloak keycloak;

  @BeforeAll
  static void start() {
    simulator =
        EntraSimulator.builder()
            .directory(TestDirectory.with(WEB_SECRET))
            .watchedBy(Recording.ofThisRun().upstream())
            .httpPort(0)
            .httpsPort(0)
            .start();
    KeycloakSetup setup =
        KeycloakSetup.of(KeycloakDistribution.find(ROOT))
            .withJars(
                ROOT.resolve("provider/target/openmetadata-entra-provider.jar"),
                ROOT.resolve("themes/target/openmetadata-entra-themes.jar"),
                WORK.resolve("unguarded-provider-for-tests.jar"))
            .withRealm(FILE);
    template = new KeycloakTemplates(WORK.resolve("keycloak-templates")).prepare(setup);
    keycloak =
        RecordedKeycloak.started(
            template,
            StartOptions.forTests()
                .withServerOptions(
                    "--spi-identity_provider--entra--login-hosts="
                        + simulator.httpUri().getAuthority()),
            WORK.resolve("keycloak"));
  }

  @AfterAll
  static void end() {
    keycloak.close();
    simulator.close();
  }

  /** Keycloak adds defaults of its own to whatever it imports: none of them is a difference. */
  @Test
  void aFreshlyImportedRealmNeedsNothing() {
    try (RunningKeycloak fresh =
        RecordedKeycloak.started(template, StartOptions.forTests(), WORK.resolve("keycloak"))) {
      CommandRun ended = run(fresh, "openmetadata", Map.of());

      assertThat(ended)
          .isEqualTo(
              new CommandRun(NOTHING_TO_DO, "The realm openmetadata needs no change." + newLine()));
      assertThat(changes(fresh.admin(), "openmetadata")).isEmpty();
    }
  }

  @Test
  void aRealmThatWasChangedByHandBecomesWhatItWasAndEverythingElseStays() {
    AdminApi admin = keycloak.admin();
    try (SampleCatalog catalog = catalog()) {
      String url = catalog.url().toString().replaceAll("/$", "");
      assertThat(run("openmetadata", site(url), "--apply").code()).isZero();
      assertThat(run("openmetadata", site(url)).code()).isZero();
      assertSignsIn(url);
      Map<String, JsonNode> foreign = foreignThings(admin);
      drift(admin);
      List<String> before = leaves(admin);
      int eventsBefore = changes(admin, "openmetadata").size();
      Map<String, String> onlyTheAddress = Map.of("OPENMETADATA_URL", url);

      CommandRun dry = run("openmetadata", onlyTheAddress, "--dry-run");

      assertThat(dry.code()).as(dry.out()).isEqualTo(SOMETHING_TO_DO);
      assertThat(dry.out()).contains(EXPECTED).contains(LEFT_ALONE);
      assertThat(changes(admin, "openmetadata")).hasSize(eventsBefore);
      assertThat(leaves(admin)).isEqualTo(before);

      CommandRun applied = run("openmetadata", onlyTheAddress, "--apply");

      assertThat(applied.code()).as(applied.out()).isZero();
      CommandRun second = run("openmetadata", onlyTheAddress);
      assertThat(second.code()).as(second.out()).isEqualTo(NOTHING_TO_DO);
      assertThat(second.out()).doesNotContain("differs");
      foreign.forEach((path, thing) -> assertThat(admin.get(path)).as(path).isEqualTo(thing));
      assertThat(requirements(admin))
          .containsExactly("entra-create-user=REQUIRED", "idp-review-profile=DISABLED");
      assertSignsIn(url);
    }
  }

  private static final String[] EXPECTED = {
    "The realm: ",
    "registrationAllowed is true, becomes false",
    "eventsListeners is [jboss-logging], becomes []",
    "xRobotsTag is \"all\", becomes \"none\"",
    "Required action UPDATE_PASSWORD: enabled is true, becomes false.",
    "User profile: attribute catalog_email is",
    "New clients: client scope offline_access is default, becomes optional.",
    "Client scope openmetadata: mapper OpenMetadata user is missing, is added.",
    "Client openmetadata-web: directAccessGrantsEnabled is true, becomes false; redirectUris gains",
    "Client openmetadata-web: client scope email is optional, becomes default.",
    "Client openmetadata-web: client scope openmetadata is missing, becomes default.",
    "Role default-roles-openmetadata lacks role account/view-profile, gets it.",
    "Client account-console: role account/view-groups is not in its reach, is added.",
    "Flow entra first sign-in: step entra-create-user is DISABLED, becomes REQUIRED.",
    "Flow entra first sign-in: step idp-review-profile is REQUIRED, becomes DISABLED.",
    "Identity provider entra: firstBrokerLoginFlowAlias is \"first broker login\", becomes",
    "Identity provider entra: mapper groups is missing, is added."
  };

  private static final String[] LEFT_ALONE = {
    "Client openmetadata-web: redirectUris has https://other.example/cb, too. It stays.",
    "Identity provider entra: it has mapper city, too. It stays.",
    "User profile: it has city, too. It stays."
  };

  @Test
  void aRealmOfAnEarlierReleaseGetsWhatHasComeSinceAndKeepsItsConfiguration() throws IOException {
    AdminApi admin = keycloak.admin();
    admin.post("", earlier());

    CommandRun dry = run("earlier", Map.of());
    CommandRun applied = run("earlier", Map.of(), "--apply");

    assertThat(dry.code()).as(dry.out()).isEqualTo(SOMETHING_TO_DO);
    assertThat(applied.code()).as(applied.out()).isZero();
    assertThat(applied.out())
        .contains("Client scope openmetadata is missing, is added.")
        .contains("Client openmetadata-spa is missing, is added.")
        .contains("Client openmetadata-web: mapper its own audience is missing, is added.")
        .contains("Flow entra first sign-in is missing, is added.")
        .contains("Identity provider entra: mapper roles is missing, is added.")
        .contains("attribute entra_roles is added");
    assertThat(run("earlier", Map.of()).code()).isEqualTo(NOTHING_TO_DO);
    JsonNode config = admin.get("/earlier" + ENTRA).path("config");
    assertThat(config.path("authority").asText()).isEqualTo(Upstreams.TENANT);
    assertThat(config.path("clientId").asText()).isEqualTo(Upstreams.WEB_APP);
    assertThat(config.path("clientSecret").asText()).isNotEmpty();
    JsonNode web = client(admin, "earlier", "openmetadata-web");
    assertThat(web.path("enabled").asBoolean()).isTrue();
    assertThat(web.path("secret").asText()).isEqualTo(CATALOG_SECRET);
    assertThat(web.path("rootUrl").asText()).isEqualTo("https://catalog.contoso.example");
    assertThat(client(admin, "earlier", "openmetadata-spa").path("enabled").asBoolean()).isFalse();
  }

  @Test
  void aRealmThatKnowsNothingOfTheFileBecomesLikeIt() {
    AdminApi admin = keycloak.admin();
    admin.post("", Map.of("realm", "Bare", "enabled", true));

    CommandRun applied = run("Bare", site("https://catalog.contoso.example"), "--apply");

    assertThat(applied.code()).as(applied.out()).isZero();
    assertThat(run("Bare", site("https://catalog.contoso.example")).code()).isZero();
    assertThat(client(admin, "Bare", "openmetadata-web").path("secret").asText())
        .isEqualTo(CATALOG_SECRET);
    assertThat(admin.get("/Bare" + ENTRA).path("enabled").asBoolean()).isTrue();
  }

  @Test
  void aProviderOfAnotherKindIsRefusedBeforeAnythingIsChanged() {
    AdminApi admin = keycloak.admin();
    admin.post("", Map.of("realm", "taken", "enabled", true));
    provider(admin, "taken", "entra");

    CommandRun applied = run("taken", site("https://catalog.contoso.example"), "--apply");

    assertThat(applied.code()).isEqualTo(1);
    assertThat(applied.out()).contains("is of the kind oidc");
    assertThat(admin.get("/taken/clients?clientId=openmetadata-web")).isEmpty();
    assertThat(admin.get("/taken" + ENTRA).path("providerId").asText()).isEqualTo("oidc");
  }

  @Test
  void whereThereIsNoRealmTheImportIsNamed() {
    CommandRun ended = run("nowhere", Map.of());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).contains("Keycloak has no realm nowhere").contains("README.md");
  }

  private static Map<String, String> site(String catalogUrl) {
    return Map.of(
        "OPENMETADATA_URL",
        catalogUrl,
        "OPENMETADATA_CONFIDENTIAL_ENABLED",
        "true",
        "OPENMETADATA_CLIENT_SECRET",
        CATALOG_SECRET,
        "ENTRA_ENABLED",
        "true",
        "ENTRA_AUTHORITY",
        simulator.httpUri().toString().replaceAll("/$", "") + "/" + Upstreams.TENANT,
        "ENTRA_CLIENT_ID",
        Upstreams.WEB_APP,
        "ENTRA_CLIENT_SECRET",
        WEB_SECRET,
        "ENTRA_MAIL_DOMAINS",
        "contoso.example");
  }

  private static SampleCatalog catalog() {
    return SampleCatalog.builder()
        .realm(keycloak.realmUri())
        .confidentialClient("openmetadata-web", CATALOG_SECRET)
        .publicClient("openmetadata-spa")
        .upstreams("entra")
        .prompt("")
        .maxAge("")
        .start();
  }

  private static void assertSignsIn(String catalogUrl) {
    try (Person ada = Person.at(catalogUrl)) {
      JsonNode claims =
          Json.claims(Person.parameter(ada.signsIn("entra", "ada.lovelace"), "id_token"));

      assertThat(claims.path("preferred_username").asText()).isEqualTo("ada.lovelace");
      assertThat(claims.path("email").asText()).isEqualTo("ada.lovelace@contoso.example");
    }
  }

  /** What a site has made itself, by its address. */
  private static Map<String, JsonNode> foreignThings(AdminApi admin) {
    String user =
        admin
            .post(
                "/openmetadata/users",
                Map.of("username", "eva", "email", "eva@contoso.example", "enabled", true))
            .createdId();
    String group = admin.post("/openmetadata/groups", Map.of("name", "Finance")).createdId();
    String client =
        admin
            .post(
                "/openmetadata/clients",
                Map.of(
                    "clientId",
                    "other-app",
                    "directAccessGrantsEnabled",
                    true,
                    "redirectUris",
                    List.of("https://other.example/*")))
            .createdId();
    provider(admin, "openmetadata", "elsewhere");
    admin.post(
        "/openmetadata/authentication/flows/browser/copy",
        Map.of("newName", "browser of the site"));
    Map<String, JsonNode> foreign = new HashMap<>();
    for (String path :
        new String[] {
          "/users/" + user,
          "/groups/" + group,
          "/clients/" + client,
          "/identity-provider/instances/elsewhere",
          "/authentication/flows/browser%20of%20the%20site/executions",
          "/users?username=ada.lovelace"
        }) {
      foreign.put("/openmetadata" + path, admin.get("/openmetadata" + path));
    }
    return foreign;
  }

  private static void provider(AdminApi admin, String realm, String alias) {
    admin.post(
        "/" + realm + "/identity-provider/instances",
        Map.of(
            "alias",
            alias,
            "providerId",
            "oidc",
            "enabled",
            true,
            "config",
            Map.of(
                "clientId", "x",
                "clientSecret", "y",
                "authorizationUrl", "https://login.example/authorize",
                "tokenUrl", "https://login.example/token")));
  }

  private static void drift(AdminApi admin) {
    driftSettings(admin);
    driftScopes(admin);
    driftFlow(admin);
    ObjectNode provider = (ObjectNode) admin.get("/openmetadata" + ENTRA);
    admin.put(
        "/openmetadata" + ENTRA, provider.put("firstBrokerLoginFlowAlias", "first broker login"));
    JsonNode mappers = admin.get("/openmetadata" + ENTRA + "/mappers");
    admin.delete("/openmetadata" + ENTRA + "/mappers/" + idOf(mappers, "groups"));
    admin.post(
        "/openmetadata" + ENTRA + "/mappers",
        Map.of(
            "name", "city",
            "identityProviderAlias", "entra",
            "identityProviderMapper", "hardcoded-attribute-idp-mapper",
            "config", Map.of("attribute", "city", "attribute.value", "Paris")));
  }

  private static void driftSettings(AdminApi admin) {
    ObjectNode realm = (ObjectNode) admin.get("/openmetadata");
    realm.put("registrationAllowed", true).withArray("eventsListeners").add("jboss-logging");
    ((ObjectNode) realm.get("browserSecurityHeaders")).put("xRobotsTag", "all");
    admin.put("/openmetadata", realm);
    String action = "/openmetadata/authentication/required-actions/UPDATE_PASSWORD";
    admin.put(action, ((ObjectNode) admin.get(action)).put("enabled", true));
    ObjectNode profile = (ObjectNode) admin.get("/openmetadata/users/profile");
    for (JsonNode attribute : profile.path("attributes")) {
      if (attribute.path("name").asText().equals("catalog_email")) {
        ((ArrayNode) attribute.path("permissions").path("edit")).add("user");
      }
    }
    profile.withArray("attributes").addObject().put("name", "city");
    admin.put("/openmetadata/users/profile", profile);
  }

  private static void driftScopes(AdminApi admin) {
    JsonNode scopes = admin.get("/openmetadata/client-scopes");
    String ours = idOf(scopes, "openmetadata");
    JsonNode mapper =
        admin.get("/openmetadata/client-scopes/" + ours + "/protocol-mappers/models").get(0);
    admin.delete(
        "/openmetadata/client-scopes/"
            + ours
            + "/protocol-mappers/models/"
            + mapper.get("id").asText());
    String offline = idOf(scopes, "offline_access");
    admin.delete("/openmetadata/default-optional-client-scopes/" + offline);
    admin.send("PUT", "/openmetadata/default-default-client-scopes/" + offline);
    ObjectNode web = (ObjectNode) client(admin, "openmetadata", "openmetadata-web");
    String path = "/openmetadata/clients/" + web.get("id").asText();
    web.put("directAccessGrantsEnabled", true);
    web.putArray("redirectUris").add("https://other.example/cb");
    admin.put(path, web);
    String email = idOf(scopes, "email");
    admin.delete(path + "/default-client-scopes/" + ours);
    admin.delete(path + "/default-client-scopes/" + email);
    admin.send("PUT", path + "/optional-client-scopes/" + email);
    driftRoles(admin);
  }

  private static void driftRoles(AdminApi admin) {
    String account = client(admin, "openmetadata", "account").get("id").asText();
    String console = client(admin, "openmetadata", "account-console").get("id").asText();
    String roles = "/openmetadata/clients/" + account + "/roles/";
    admin.send(
        "DELETE",
        "/openmetadata/roles/default-roles-openmetadata/composites",
        List.of(admin.get(roles + "view-profile")));
    admin.send(
        "DELETE",
        "/openmetadata/clients/" + console + "/scope-mappings/clients/" + account,
        List.of(admin.get(roles + "view-groups")));
  }

  private static void driftFlow(AdminApi admin) {
    ObjectNode step = (ObjectNode) admin.get("/openmetadata" + FLOW).get(0);
    admin.put("/openmetadata" + FLOW, step.put("requirement", "DISABLED"));
    admin.post("/openmetadata" + FLOW + "/execution", Map.of("provider", "idp-review-profile"));
    ObjectNode foreign = (ObjectNode) admin.get("/openmetadata" + FLOW).get(1);
    admin.put("/openmetadata" + FLOW, foreign.put("requirement", "REQUIRED"));
  }

  private static List<String> requirements(AdminApi admin) {
    List<String> all = new ArrayList<>();
    admin
        .get("/openmetadata" + FLOW)
        .forEach(
            step ->
                all.add(step.get("providerId").asText() + "=" + step.get("requirement").asText()));
    return all;
  }

  /** The file without what is new, as a site has it that once imported it with its variables. */
  private static ObjectNode earlier() throws IOException {
    String text =
        Files.readString(FILE)
            .replace("${OPENMETADATA_URL:http://localhost:8585}", "https://catalog.contoso.example")
            .replace("${OPENMETADATA_CONFIDENTIAL_ENABLED:false}", "true")
            .replace("${OPENMETADATA_CLIENT_SECRET}", CATALOG_SECRET)
            .replace("${ENTRA_AUTHORITY:}", Upstreams.TENANT)
            .replace("${ENTRA_CLIENT_ID:}", Upstreams.WEB_APP)
            .replace("${ENTRA_CLIENT_SECRET:}", WEB_SECRET)
            .replace("/realms/openmetadata/", "/realms/earlier/")
            .replace("/admin/openmetadata/", "/admin/earlier/")
            .replace("default-roles-openmetadata", "default-roles-earlier")
            .replace("\\\"name\\\":\\\"entra_roles\\\"", "\\\"name\\\":\\\"entra_titles\\\"");
    ObjectNode realm =
        (ObjectNode)
            Json.read(
                DEFAULTED
                    .matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(found.group(1))));
    realm.put("realm", "earlier").remove("authenticationFlows");
    remove(realm.withArray("clientScopes"), "name", "openmetadata");
    remove(realm.withArray("clients"), "clientId", "openmetadata-spa");
    remove(realm.withArray("identityProviderMappers"), "name", "roles");
    ((ObjectNode) realm.at("/identityProviders/0"))
        .put("firstBrokerLoginFlowAlias", "first broker login");
    for (JsonNode client : realm.path("clients")) {
      if (client.path("clientId").asText().equals("openmetadata-web")) {
        ((ObjectNode) client).remove("protocolMappers");
        ArrayNode scopes = (ArrayNode) client.path("defaultClientScopes");
        scopes.removeIf(scope -> scope.asText().equals("openmetadata"));
      }
    }
    return realm;
  }

  private static void remove(ArrayNode list, String member, String text) {
    int before = list.size();
    list.removeIf(element -> element.path(member).asText().equals(text));
    assertThat(list).hasSize(before - 1);
  }

  private static JsonNode client(AdminApi admin, String realm, String clientId) {
    return admin.get("/" + realm + "/clients?clientId=" + clientId).path(0);
  }

  private static String idOf(JsonNode things, String name) {
    for (JsonNode thing : things) {
      if (thing.path("name").asText().equals(name)) {
        return thing.get("id").asText();
      }
    }
    throw new AssertionError("No " + name);
  }

  /** What administrators have changed so far. */
  private static JsonNode changes(AdminApi admin, String realm) {
    return admin.get("/" + realm + "/admin-events?max=1000");
  }

  /** Every value of the realm, in an order of its own: Keycloak's differs from time to time. */
  private static List<String> leaves(AdminApi admin) {
    List<String> all = new ArrayList<>();
    collect(
        "",
        admin
            .post(
                "/openmetadata/partial-export?exportClients=true&exportGroupsAndRoles=true",
                Map.of())
            .body(),
        all);
    all.sort(null);
    return all;
  }

  private static void collect(String path, JsonNode node, List<String> into) {
    if (node.isValueNode()) {
      into.add(path + "=" + node.asText());
    }
    node.properties().forEach(e -> collect(path + "/" + e.getKey(), e.getValue(), into));
    if (node.isArray()) {
      node.forEach(element -> collect(path, element, into));
    }
  }

  private static CommandRun run(String realm, Map<String, String> environment, String... options) {
    return run(keycloak, realm, environment, options);
  }

  /** Runs the command, and looks whether it tells a secret. */
  private static CommandRun run(
      RunningKeycloak server, String realm, Map<String, String> environment, String... options) {
    CommandRun run =
        CommandRun.of(
            server,
            environment,
            "realm-apply",
            Stream.concat(Stream.of("--realm=" + realm), Stream.of(options))
                .toArray(String[]::new));
    assertThat(run.out()).doesNotContain(WEB_SECRET, CATALOG_SECRET, server.adminPassword());
    return run;
  }

  private static String newLine() {
    return System.lineSeparator();
  }
}
