package io.entrabroker.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.TrialTest;
import io.entrabroker.it.Upstreams;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.simulator.faults.Endpoint;
import io.entrabroker.simulator.faults.Exchange;
import io.entrabroker.simulator.faults.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The doctor finds what is wrong with a real realm, and does not find it where it is mended. */
@CleanLog
class DoctorIT extends TrialTest {

  private static final String REALM = "/openmetadata";
  private static final String SOME_GROUP = "97009590-0000-4000-8000-0000000000d0 = Curators";
  private static final String[] VIEWER = {
    "view-realm", "view-identity-providers", "view-clients", "view-users"
  };

  @AfterEach
  void mendMicrosoft() {
    stack.simulator().faults().clear();
  }

  /** Something that goes wrong, and how to mend it. */
  private interface Drift extends Supplier<Runnable> {}

  @TestFactory
  Stream<DynamicTest> aFaultIsFoundUntilItIsMended() {
    return faults().entrySet().stream()
        .map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> isFoundUntilMended(fault)));
  }

  private void isFoundUntilMended(Map.Entry<String, Drift> fault) {
    upstreams.delete(TRIAL);
    String code = fault.getKey().substring(0, "ENTRA0000".length());
    Set<String> before = findings();
    Runnable mend = fault.getValue().get();
    try {
      assertThat(findings())
          .filteredOn(finding -> !before.contains(finding))
          .anySatisfy(finding -> assertThat(finding).startsWith(code));
    } finally {
      mend.run();
    }
    assertThat(findings()).isEqualTo(before);
  }

  private Map<String, Drift> faults() {
    Map<String, Drift> faults = new LinkedHashMap<>();
    ofTheProvider(faults);
    ofMappers(faults);
    ofMicrosoft(faults);
    ofTheRealm(faults);
    ofTheClient(faults);
    ofUsers(faults);
    return faults;
  }

  private void ofTheProvider(Map<String, Drift> faults) {
    faults.put("ENTRA6002 disabled", provider(p -> p.put("enabled", false)));
    faults.put("ENTRA6004 Keycloak's own first login flow", () -> trial(upstreams::web, ""));
    faults.put("ENTRA6005 only for linking", provider(p -> p.put("linkOnly", true)));
    faults.put("ENTRA6006 a token file that went away", this::lostTokenFile);
    faults.put(
        "ENTRA6007 a mapper missing",
        () -> {
          upstreams.post(TRIAL, "entra", upstreams.web());
          return () -> upstreams.delete(TRIAL);
        });
    faults.put(
        "ENTRA6008 names stay",
        provider(p -> ((ObjectNode) p.get("config")).put("syncMode", "IMPORT")));
    faults.put(
        "ENTRA6009 no mail domain",
        provider(p -> ((ObjectNode) p.get("config")).remove("mailDomains")));
    faults.put(
        "ENTRA6010 another identity provider",
        () -> {
          upstreams.postWithFlow(
              "elsewhere-too",
              "oidc",
              "",
              Map.of(
                  "clientId", "x",
                  "clientSecret", "y",
                  "authorizationUrl", "https://login.example/a",
                  "tokenUrl", "https://login.example/t"));
          return () -> upstreams.delete("elsewhere-too");
        });
  }

  private void ofMappers(Map<String, Drift> faults) {
    faults.put("ENTRA6013 in an organization", this::inAnOrganisation);
    faults.put("ENTRA6014 hidden", provider(p -> p.put("hideOnLogin", true)));
    faults.put("ENTRA6015 a frozen mapper", () -> mapper("entra-roles-mapper", "IMPORT", Map.of()));
    faults.put(
        "ENTRA6016 a mapper that writes usernames",
        () -> mapper("oidc-username-idp-mapper", "FORCE", Map.of("template", "${CLAIM.upn}")));
    faults.put(
        "ENTRA6016 a mapper that writes the address in the catalog",
        () ->
            mapper(
                "oidc-user-attribute-idp-mapper",
                "FORCE",
                Map.of("claim", "upn", "user.attribute", "catalog_email")));
    faults.put(
        "ENTRA6017 no gate",
        () -> trial(() -> Upstreams.with(upstreams.web(), "accessGate", "everyone")));
  }

  private Runnable inAnOrganisation() {
    AdminApi admin = stack.admin();
    Runnable off = realmWith(r -> r.put("organizationsEnabled", true)).get();
    String id =
        admin
            .post(
                REALM + "/organizations",
                Map.of("name", "contoso", "domains", List.of(Map.of("name", "contoso.example"))))
            .createdId();
    admin.post(REALM + "/organizations/" + id + "/identity-providers", "entra");
    return () -> {
      admin.delete(REALM + "/organizations/" + id);
      off.run();
    };
  }

  private Runnable mapper(String type, String syncMode, Map<String, String> config) {
    Map<String, String> all = new LinkedHashMap<>(config);
    all.put("syncMode", syncMode);
    String path = REALM + "/identity-provider/instances/entra/mappers";
    String id =
        stack
            .admin()
            .post(
                path,
                Map.of(
                    "name",
                    "of the doctor's test",
                    "identityProviderAlias",
                    "entra",
                    "identityProviderMapper",
                    type,
                    "config",
                    all))
            .createdId();
    return () -> stack.admin().delete(path + "/" + id);
  }

  private void ofMicrosoft(Map<String, Drift> faults) {
    faults.put("ENTRA6101 no metadata", microsoft(Endpoint.DISCOVERY, Fault.connectionClosed()));
    faults.put(
        "ENTRA6102 no such tenant",
        () ->
            trial(
                () ->
                    Upstreams.with(
                        upstreams.web(),
                        "authority",
                        upstreams.authorityOf("99999999-0000-4000-8000-000000000000"))));
    faults.put("ENTRA6104 no keys", microsoft(Endpoint.KEYS, Fault.status(500)));
    faults.put("ENTRA6104 nonsense for keys", microsoft(Endpoint.KEYS, Fault.page()));
    faults.put(
        "ENTRA6106 no such application",
        () ->
            trial(
                () ->
                    Upstreams.with(
                        upstreams.web(), "clientId", "b7a1c2d3-9999-4a4a-9b9b-c0ffee000009")));
    faults.put(
        "ENTRA6107 the secret's id instead of its value",
        () ->
            trial(() -> Upstreams.with(upstreams.web(), "clientSecret", "not~the~secret~at~all")));
    faults.put(
        "ENTRA6105 a clock that is ten minutes behind", microsoft(Endpoint.DISCOVERY, late()));
    faults.put(
        "ENTRA6111 a redirect URI that nobody registered",
        () -> {
          upstreams.postWithMappers("doctors-own", upstreams.web());
          return () -> upstreams.delete("doctors-own");
        });
    faults.put(
        "ENTRA6112 registered as a single-page application",
        () -> trial(() -> Upstreams.with(upstreams.web(), "clientId", Upstreams.SPA_APP)));
    faults.put(
        "ENTRA6113 no ID tokens without a code",
        () -> trial(() -> Upstreams.with(upstreams.implicit(), "clientId", Upstreams.WEB_APP)));
    faults.put(
        "ENTRA6116 groups that decide something",
        () -> trial(() -> Upstreams.with(upstreams.web(), "groupBindings", SOME_GROUP)));
    faults.put("ENTRA6109 no token endpoint", microsoft(Endpoint.TOKEN, Fault.connectionClosed()));
  }

  private void ofTheRealm(Map<String, Drift> faults) {
    faults.put(
        "ENTRA6202 RS256 for all", realmWith(r -> r.put("defaultSignatureAlgorithm", "RS256")));
    faults.put("ENTRA6207 registration", realmWith(r -> r.put("registrationAllowed", true)));
    faults.put("ENTRA6208 editable names", realmWith(r -> r.put("editUsernameAllowed", true)));
    faults.put(
        "ENTRA6209 duplicate addresses", realmWith(r -> r.put("duplicateEmailsAllowed", true)));
    faults.put("ENTRA6210 password by mail", realmWith(r -> r.put("resetPasswordAllowed", true)));
    faults.put("ENTRA6211 update profile", () -> action("UPDATE_PROFILE"));
    faults.put(
        "ENTRA6212 no brute force detection", realmWith(r -> r.put("bruteForceProtected", false)));
    faults.put(
        "ENTRA6213 names in the log",
        realmWith(r -> ((ArrayNode) r.get("eventsListeners")).add("jboss-logging")));
    faults.put("ENTRA6214 long sessions", realmWith(r -> r.put("ssoSessionMaxLifespan", 604_800)));
    faults.put(
        "ENTRA6215 no frame for the catalog",
        realmWith(
            r ->
                ((ObjectNode) r.get("browserSecurityHeaders"))
                    .put("contentSecurityPolicy", "frame-ancestors 'self'")));
    faults.put("ENTRA6217 no TLS", realmWith(r -> r.put("sslRequired", "none")));
    faults.put(
        "ENTRA6218 addresses for names",
        realmWith(r -> r.put("registrationEmailAsUsername", true)));
    faults.put("ENTRA6219 single use", realmWith(r -> r.put("revokeRefreshToken", true)));
    faults.put("ENTRA6220 no events", realmWith(r -> r.put("eventsEnabled", false)));
    faults.put(
        "ENTRA6206 a profile that users write",
        () -> {
          JsonNode before = stack.admin().get(REALM + "/users/profile");
          ObjectNode open = before.deepCopy();
          open.get("attributes")
              .forEach(
                  attribute -> {
                    if (attribute.get("name").asText().equals("entra_oid")) {
                      ((ArrayNode) attribute.at("/permissions/edit")).add("user");
                    }
                  });
          stack.admin().put(REALM + "/users/profile", open);
          return () -> stack.admin().put(REALM + "/users/profile", before);
        });
  }

  private void ofTheClient(Map<String, Drift> faults) {
    faults.put(
        "ENTRA6305 another algorithm",
        web(c -> attribute(c, "id.token.signed.response.alg", "ES256")));
    faults.put(
        "ENTRA6306 a placeholder for a secret",
        web(c -> c.put("secret", "${OPENMETADATA_CLIENT_SECRET}")));
    faults.put("ENTRA6307 a short secret", web(c -> c.put("secret", "letmein")));
    faults.put(
        "ENTRA6308 no callback",
        web(c -> c.putArray("redirectUris").add(stack.catalogUrl() + "/cb")));
    faults.put(
        "ENTRA6309 no silent callback",
        spa(c -> c.putArray("redirectUris").add(stack.catalogUrl() + "/callback")));
    faults.put(
        "ENTRA6310 a wildcard",
        web(c -> ((ArrayNode) c.get("redirectUris")).add(stack.catalogUrl() + "/*")));
    faults.put(
        "ENTRA6310 somebody else's site",
        web(c -> ((ArrayNode) c.get("redirectUris")).add("https://elsewhere.example/callback")));
    faults.put("ENTRA6311 no standard flow", web(c -> c.put("standardFlowEnabled", false)));
    faults.put("ENTRA6312 no implicit flow", spa(c -> c.put("implicitFlowEnabled", false)));
    faults.put("ENTRA6313 passwords", web(c -> c.put("directAccessGrantsEnabled", true)));
    faults.put("ENTRA6314 consent", web(c -> c.put("consentRequired", true)));
    faults.put("ENTRA6315 no service account", web(c -> c.put("serviceAccountsEnabled", false)));
    faults.put(
        "ENTRA6316 no refresh tokens", web(c -> attribute(c, "use.refresh.tokens", "false")));
    faults.put(
        "ENTRA6317 PKCE demanded", web(c -> attribute(c, "pkce.code.challenge.method", "S256")));
    faults.put("ENTRA6318 no catalog scope", withoutScope("openmetadata"));
    faults.put("ENTRA6319 no e-mail scope", withoutScope("email"));
    faults.put("ENTRA6320 a scope with other roles", withScope("roles"));
    faults.put("ENTRA6322 short tokens", web(c -> attribute(c, "access.token.lifespan", "60")));
    faults.put("ENTRA6323 long tokens", web(c -> attribute(c, "access.token.lifespan", "86400")));
    faults.put("ENTRA6324 no web origin", spa(c -> c.putArray("webOrigins")));
    faults.put("ENTRA6325 no way back", spa(c -> attribute(c, "post.logout.redirect.uris", "")));
    faults.put(
        "ENTRA6323 long tokens without a code",
        realmWith(r -> r.put("accessTokenLifespanForImplicitFlow", 86_400)));
    faults.put(
        "ENTRA6328 encrypted tokens",
        web(c -> attribute(c, "id.token.encrypted.response.alg", "RSA-OAEP")));
    faults.put(
        "ENTRA6329 no issuer in answers",
        web(c -> attribute(c, "exclude.issuer.from.auth.response", "true")));
    faults.put(
        "ENTRA6330 another authenticator",
        web(c -> c.put("clientAuthenticatorType", "client-jwt")));
    faults.put(
        "ENTRA6331 bound tokens", web(c -> attribute(c, "dpop.bound.access.tokens", "true")));
    faults.put(
        "ENTRA6332 pushed requests",
        web(c -> attribute(c, "require.pushed.authorization.requests", "true")));
    faults.put(
        "ENTRA6333 short sessions", web(c -> attribute(c, "client.session.idle.timeout", "600")));
    faults.put("ENTRA6326 another trusted client", anotherTrustedClient());
    faults.put("ENTRA6327 no address of the catalog", web(c -> c.put("rootUrl", "")));
  }

  private void ofUsers(Map<String, Drift> faults) {
    faults.put("ENTRA6401 a bot's name", () -> users(user("ingestion-bot", "", "")));
    faults.put("ENTRA6401 the name of an application's bot", () -> users(user("my-bot", "", "")));
    faults.put(
        "ENTRA6401 a bot's name in the catalog only",
        () -> users(user("doctors-a", "lineage-bot", "a@contoso.example")));
    faults.put("ENTRA6402 a test's user", () -> users(user("demo", "", "")));
    faults.put(
        "ENTRA6405 one name for two",
        () ->
            users(
                user("doctors-a", "doctors-c", "a@contoso.example"),
                user("doctors-b", "doctors-c", "b@contoso.example")));
    faults.put(
        "ENTRA6405 one address for two",
        () ->
            users(
                user("doctors-a", "doctors-a", "c@contoso.example"),
                user("doctors-b", "doctors-b", "c@contoso.example")));
    faults.put(
        "ENTRA6406 a borrowed name",
        () ->
            users(user("doctors-c", "", ""), user("doctors-b", "doctors-c", "b@contoso.example")));
  }

  private static Map<String, Object> user(String name, String inTheCatalog, String address) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("catalog_username", List.of(inTheCatalog));
    attributes.put("catalog_email", List.of(address));
    return inTheCatalog.isEmpty()
        ? Map.of("username", name, "enabled", true)
        : Map.of("username", name, "enabled", true, "attributes", attributes);
  }

  @SafeVarargs
  private Runnable users(Map<String, Object>... users) {
    List<String> ids = Stream.of(users).map(realm::createUser).toList();
    return () -> ids.forEach(id -> stack.admin().delete(REALM + "/users/" + id));
  }

  @Test
  void namesAreReservedAsTheProviderSaysAndTheirOwnersMayHaveThem() {
    Map<String, Object> owner =
        Map.of(
            "username",
            "admin",
            "enabled",
            true,
            "attributes",
            Map.of(
                "entra_tid",
                List.of(Upstreams.TENANT),
                "entra_oid",
                List.of("0a0a0a0a-0000-4000-8000-00000000d0c1")));
    Runnable forget = users(owner);
    try {
      assertThat(findings()).contains("ENTRA6401 admin");
      Runnable mend =
          provider(
                  p ->
                      ((ObjectNode) p.get("config"))
                          .put(
                              "nameOwners",
                              "admin = "
                                  + Upstreams.TENANT
                                  + ":0a0a0a0a-0000-4000-8000-00000000d0c1"))
              .get();
      try {
        assertThat(findings()).doesNotContain("ENTRA6401 admin");
      } finally {
        mend.run();
      }
    } finally {
      forget.run();
    }
  }

  @Test
  void whatIsWrongIsToldWorstFirstWithARemedy() {
    Runnable mend = provider(p -> p.put("enabled", false)).get();
    try (Administrator viewer = Administrator.with(stack, VIEWER)) {
      JsonNode findings = Json.read(viewer.get("/openmetadata/doctor").body()).get("findings");

      assertThat(findings.get(0).get("id").asText()).isEqualTo("ENTRA6002");
      assertThat(findings.get(0).get("severity").asText()).isEqualTo("error");
      assertThat(findings.get(0).get("detail").asText()).isEqualTo("entra");
      assertThat(findings)
          .allSatisfy(finding -> assertThat(finding.get("remedy").asText()).endsWith("."));
      assertThat(
              StreamSupport.stream(findings.spliterator(), false)
                  .map(
                      finding ->
                          List.of("error", "warning", "note")
                              .indexOf(finding.get("severity").asText())))
          .isSorted();
    } finally {
      mend.run();
    }
  }

  @Test
  void nothingOfASecretIsTold() {
    Runnable mend = web(c -> c.put("secret", "letmein-7f3a")).get();
    try (Administrator viewer = Administrator.with(stack, VIEWER)) {
      assertThat(viewer.get("/openmetadata/doctor").body())
          .contains("ENTRA6307")
          .doesNotContain("letmein-7f3a", stack.webSecret());
    } finally {
      mend.run();
    }
  }

  @Test
  void addressesMayBeWrittenInAnyWayThatKeycloakUnderstands() {
    Set<String> before = findings();
    Runnable mend =
        spa(c -> {
              c.putArray("redirectUris").add("/callback").add("/silent-callback").add("/signin");
              attribute(c, "post.logout.redirect.uris", "+");
            })
            .get();
    Runnable mendFrames =
        realmWith(
                r ->
                    ((ObjectNode) r.get("browserSecurityHeaders"))
                        .put(
                            "contentSecurityPolicy",
                            "frame-ancestors 'self' " + stack.catalogUrl() + "/"))
            .get();
    try {
      assertThat(findings()).isEqualTo(before);
    } finally {
      mend.run();
      mendFrames.run();
    }
  }

  @Test
  void whoeverAdministersOneRealmIsNotToldOfTheServersAdministrators() {
    assertThat(findings()).contains("ENTRA6404 ");
    try (Administrator viewer = Administrator.with(stack, VIEWER)) {
      assertThat(viewer.get("/openmetadata/doctor").body())
          .contains("findings")
          .doesNotContain("ENTRA6403", "ENTRA6404");
    }
  }

  private Set<String> findings() {
    JsonNode findings = stack.admin().get(REALM + "/openmetadata/doctor").get("findings");
    return StreamSupport.stream(findings.spliterator(), false)
        .map(finding -> finding.get("id").asText() + " " + finding.get("detail").asText())
        .collect(Collectors.toSet());
  }

  private Runnable trial(Supplier<Map<String, String>> config) {
    upstreams.postWithMappers(TRIAL, config.get());
    return () -> upstreams.delete(TRIAL);
  }

  private Runnable trial(Supplier<Map<String, String>> config, String flow) {
    upstreams.postWithFlow(TRIAL, "entra", flow, config.get());
    return () -> upstreams.delete(TRIAL);
  }

  private Runnable lostTokenFile() {
    Path file = stack.credentialFolder().resolve("doctor/token");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "e30.e30.e30");
      upstreams.postWithMappers(
          TRIAL,
          Upstreams.with(
              upstreams.web(),
              "credential",
              "token-file",
              "tokenFile",
              file.toString(),
              "clientSecret",
              "none"));
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return () -> upstreams.delete(TRIAL);
  }

  private static Fault late() {
    return exchange -> {
      Exchange.Answer genuine = exchange.genuine();
      Map<String, String> headers = new LinkedHashMap<>(genuine.headers());
      headers.put(
          "Date",
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(10)));
      exchange.send(new Exchange.Answer(genuine.status(), headers, genuine.body()));
    };
  }

  private Drift microsoft(Endpoint endpoint, Fault fault) {
    return () -> {
      stack.simulator().faults().at(endpoint).always(fault);
      return () -> stack.simulator().faults().clear();
    };
  }

  private Drift realmWith(Consumer<ObjectNode> change) {
    return changed(REALM, change);
  }

  private Drift provider(Consumer<ObjectNode> change) {
    return changed(REALM + "/identity-provider/instances/entra", change);
  }

  private Drift web(Consumer<ObjectNode> change) {
    return () -> changed(REALM + "/clients/" + id("openmetadata-web"), change).get();
  }

  private Drift spa(Consumer<ObjectNode> change) {
    return () -> changed(REALM + "/clients/" + id("openmetadata-spa"), change).get();
  }

  private Drift changed(String path, Consumer<ObjectNode> change) {
    return () -> {
      JsonNode before = stack.admin().get(path);
      ObjectNode after = before.deepCopy();
      change.accept(after);
      stack.admin().put(path, after);
      return () -> stack.admin().put(path, withoutNewAttributes(before, after));
    };
  }

  // What is not mentioned stays: an attribute goes away by an empty text.
  private static JsonNode withoutNewAttributes(JsonNode before, JsonNode after) {
    ObjectNode mended = before.deepCopy();
    if (mended.get("attributes") instanceof ObjectNode attributes) {
      after
          .get("attributes")
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!attributes.has(name)) {
                  attributes.put(name, "");
                }
              });
    }
    return mended;
  }

  private static void attribute(ObjectNode client, String name, String value) {
    ((ObjectNode) client.get("attributes")).put(name, value);
  }

  private Runnable action(String alias) {
    return changed(REALM + "/authentication/required-actions/" + alias, a -> a.put("enabled", true))
        .get();
  }

  private Drift withoutScope(String name) {
    return () -> {
      String path = scopePath(name);
      stack.admin().delete(path);
      return () -> stack.admin().put(path, Map.of());
    };
  }

  private Drift withScope(String name) {
    return () -> {
      String path = scopePath(name);
      stack.admin().put(path, Map.of());
      return () -> stack.admin().delete(path);
    };
  }

  private String scopePath(String name) {
    JsonNode scopes = stack.admin().get(REALM + "/client-scopes");
    String scope =
        StreamSupport.stream(scopes.spliterator(), false)
            .filter(candidate -> candidate.get("name").asText().equals(name))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asText();
    return REALM + "/clients/" + id("openmetadata-web") + "/default-client-scopes/" + scope;
  }

  private Drift anotherTrustedClient() {
    return () -> {
      String id =
          stack
              .admin()
              .post(
                  REALM + "/clients",
                  Map.of(
                      "clientId",
                      "reports",
                      "enabled",
                      true,
                      "attributes",
                      Map.of("id.token.signed.response.alg", "RS256")))
              .createdId();
      return () -> stack.admin().delete(REALM + "/clients/" + id);
    };
  }

  private String id(String clientId) {
    return stack.admin().get(REALM + "/clients?clientId=" + clientId).get(0).get("id").asText();
  }
}
