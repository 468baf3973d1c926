package io.entrabroker.it.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.Stack;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What can be wrong with the realm, the catalog's clients and people. */
final class RealmFaults {

  private final Stack stack;
  private final Drifts drifts;

  RealmFaults(Stack stack, Drifts drifts) {
    this.stack = stack;
    this.drifts = drifts;
  }

  /** By code and what is wrong. */
  Map<String, Drift> all() {
    Map<String, Drift> faults = new LinkedHashMap<>();
    ofTheRealm(faults);
    ofTheClient(faults);
    ofUsers(faults);
    return faults;
  }

  private void ofTheRealm(Map<String, Drift> faults) {
    faults.put(
        "ENTRA6202 RS256 for all",
        drifts.realmWith(r -> r.put("defaultSignatureAlgorithm", "RS256")));
    faults.put("ENTRA6207 registration", drifts.realmWith(r -> r.put("registrationAllowed", true)));
    faults.put(
        "ENTRA6208 editable names", drifts.realmWith(r -> r.put("editUsernameAllowed", true)));
    faults.put(
        "ENTRA6209 duplicate addresses",
        drifts.realmWith(r -> r.put("duplicateEmailsAllowed", true)));
    faults.put(
        "ENTRA6210 password by mail", drifts.realmWith(r -> r.put("resetPasswordAllowed", true)));
    faults.put("ENTRA6211 update profile", () -> action("UPDATE_PROFILE"));
    faults.put(
        "ENTRA6212 no brute force detection",
        drifts.realmWith(r -> r.put("bruteForceProtected", false)));
    faults.put(
        "ENTRA6213 names in the log",
        drifts.realmWith(r -> ((ArrayNode) r.get("eventsListeners")).add("jboss-logging")));
    faults.put(
        "ENTRA6214 long sessions", drifts.realmWith(r -> r.put("ssoSessionMaxLifespan", 604_800)));
    faults.put(
        "ENTRA6215 no frame for the catalog",
        drifts.realmWith(
            r ->
                ((ObjectNode) r.get("browserSecurityHeaders"))
                    .put("contentSecurityPolicy", "frame-ancestors 'self'")));
    faults.put("ENTRA6217 no TLS", drifts.realmWith(r -> r.put("sslRequired", "none")));
    faults.put(
        "ENTRA6218 addresses for names",
        drifts.realmWith(r -> r.put("registrationEmailAsUsername", true)));
    faults.put("ENTRA6219 single use", drifts.realmWith(r -> r.put("revokeRefreshToken", true)));
    faults.put("ENTRA6220 no events", drifts.realmWith(r -> r.put("eventsEnabled", false)));
    faults.put(
        "ENTRA6206 a profile that users write",
        () -> {
          JsonNode before = stack.admin().get(Drifts.REALM + "/users/profile");
          ObjectNode open = before.deepCopy();
          open.get("attributes")
              .forEach(
                  attribute -> {
                    if (attribute.get("name").asText().equals("entra_oid")) {
                      ((ArrayNode) attribute.at("/permissions/edit")).add("user");
                    }
                  });
          stack.admin().put(Drifts.REALM + "/users/profile", open);
          return () -> stack.admin().put(Drifts.REALM + "/users/profile", before);
        });
  }

  private void ofTheClient(Map<String, Drift> faults) {
    faults.put(
        "ENTRA6305 another algorithm",
        drifts.web(c -> Drifts.attribute(c, "id.token.signed.response.alg", "ES256")));
    faults.put(
        "ENTRA6306 a placeholder for a secret",
        drifts.web(c -> c.put("secret", "${OPENMETADATA_CLIENT_SECRET}")));
    faults.put("ENTRA6307 a short secret", drifts.web(c -> c.put("secret", "letmein")));
    faults.put(
        "ENTRA6308 no callback",
        drifts.web(c -> c.putArray("redirectUris").add(stack.catalogUrl() + "/cb")));
    faults.put(
        "ENTRA6309 no silent callback",
        drifts.spa(c -> c.putArray("redirectUris").add(stack.catalogUrl() + "/callback")));
    faults.put(
        "ENTRA6310 a wildcard",
        drifts.web(c -> ((ArrayNode) c.get("redirectUris")).add(stack.catalogUrl() + "/*")));
    faults.put(
        "ENTRA6310 somebody else's site",
        drifts.web(
            c -> ((ArrayNode) c.get("redirectUris")).add("https://elsewhere.example/callback")));
    faults.put("ENTRA6311 no standard flow", drifts.web(c -> c.put("standardFlowEnabled", false)));
    faults.put("ENTRA6312 no implicit flow", drifts.spa(c -> c.put("implicitFlowEnabled", false)));
    faults.put("ENTRA6313 passwords", drifts.web(c -> c.put("directAccessGrantsEnabled", true)));
    faults.put("ENTRA6314 consent", drifts.web(c -> c.put("consentRequired", true)));
    faults.put(
        "ENTRA6315 no service account", drifts.web(c -> c.put("serviceAccountsEnabled", false)));
    faults.put(
        "ENTRA6316 no refresh tokens",
        drifts.web(c -> Drifts.attribute(c, "use.refresh.tokens", "false")));
    faults.put(
        "ENTRA6317 PKCE demanded",
        drifts.web(c -> Drifts.attribute(c, "pkce.code.challenge.method", "S256")));
    faults.put("ENTRA6318 no catalog scope", withoutScope("openmetadata"));
    faults.put("ENTRA6319 no e-mail scope", withoutScope("email"));
    faults.put("ENTRA6320 a scope with other roles", withScope("roles"));
    faults.put(
        "ENTRA6322 short tokens",
        drifts.web(c -> Drifts.attribute(c, "access.token.lifespan", "60")));
    faults.put(
        "ENTRA6323 long tokens",
        drifts.web(c -> Drifts.attribute(c, "access.token.lifespan", "86400")));
    faults.put("ENTRA6324 no web origin", drifts.spa(c -> c.putArray("webOrigins")));
    faults.put(
        "ENTRA6325 no way back",
        drifts.spa(c -> Drifts.attribute(c, "post.logout.redirect.uris", "")));
    faults.put(
        "ENTRA6323 long tokens without a code",
        drifts.realmWith(r -> r.put("accessTokenLifespanForImplicitFlow", 86_400)));
    faults.put(
        "ENTRA6328 encrypted tokens",
        drifts.web(c -> Drifts.attribute(c, "id.token.encrypted.response.alg", "RSA-OAEP")));
    faults.put(
        "ENTRA6329 no issuer in answers",
        drifts.web(c -> Drifts.attribute(c, "exclude.issuer.from.auth.response", "true")));
    faults.put(
        "ENTRA6330 another authenticator",
        drifts.web(c -> c.put("clientAuthenticatorType", "client-jwt")));
    faults.put(
        "ENTRA6331 bound tokens",
        drifts.web(c -> Drifts.attribute(c, "dpop.bound.access.tokens", "true")));
    faults.put(
        "ENTRA6332 pushed requests",
        drifts.web(c -> Drifts.attribute(c, "require.pushed.authorization.requests", "true")));
    faults.put(
        "ENTRA6333 short sessions",
        drifts.web(c -> Drifts.attribute(c, "client.session.idle.timeout", "600")));
    faults.put(
        "ENTRA6334 signed user info",
        drifts.web(c -> Drifts.attribute(c, "user.info.response.signature.alg", "RS256")));
    faults.put(
        "ENTRA6326 another trusted client", anotherTrustedClient("id.token.signed.response.alg"));
    faults.put(
        "ENTRA6326 another client whose user info is trusted",
        anotherTrustedClient("user.info.response.signature.alg"));
    faults.put("ENTRA6327 no address of the catalog", drifts.web(c -> c.put("rootUrl", "")));
  }

  private void ofUsers(Map<String, Drift> faults) {
    faults.put("ENTRA6401 a bot's name", () -> drifts.users(Drifts.user("ingestion-bot", "", "")));
    faults.put(
        "ENTRA6401 the name of an application's bot",
        () -> drifts.users(Drifts.user("my-bot", "", "")));
    faults.put(
        "ENTRA6401 a bot's name in the catalog only",
        () -> drifts.users(Drifts.user("doctors-a", "lineage-bot", "a@contoso.example")));
    faults.put("ENTRA6402 a test's user", () -> drifts.users(Drifts.user("demo", "", "")));
    faults.put(
        "ENTRA6405 one name for two",
        () ->
            drifts.users(
                Drifts.user("doctors-a", "doctors-c", "a@contoso.example"),
                Drifts.user("doctors-b", "doctors-c", "b@contoso.example")));
    faults.put(
        "ENTRA6405 one address for two",
        () ->
            drifts.users(
                Drifts.user("doctors-a", "doctors-a", "c@contoso.example"),
                Drifts.user("doctors-b", "doctors-b", "c@contoso.example")));
    faults.put(
        "ENTRA6406 a borrowed name",
        () ->
            drifts.users(
                Drifts.user("doctors-c", "", ""),
                Drifts.user("doctors-b", "doctors-c", "b@contoso.example")));
  }

  private Runnable action(String alias) {
    return drifts
        .changed(
            Drifts.REALM + "/authentication/required-actions/" + alias, a -> a.put("enabled", true))
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
    JsonNode scopes = stack.admin().get(Drifts.REALM + "/client-scopes");
    String scope =
        StreamSupport.stream(scopes.spliterator(), false)
            .filter(candidate -> candidate.get("name").asText().equals(name))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asText();
    return Drifts.REALM
        + "/clients/"
        + drifts.id("openmetadata-web")
        + "/default-client-scopes/"
        + scope;
  }

  private Drift anotherTrustedClient(String attribute) {
    return () -> {
      String id =
          stack
              .admin()
              .post(
                  Drifts.REALM + "/clients",
                  Map.of(
                      "clientId",
                      "reports",
                      "enabled",
                      true,
                      "attributes",
                      Map.of(attribute, "RS256")))
              .createdId();
      return () -> stack.admin().delete(Drifts.REALM + "/clients/" + id);
    };
  }
}
