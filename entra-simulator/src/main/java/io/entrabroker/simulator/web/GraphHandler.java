package io.entrabroker.simulator.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.oauth.Clients;
import io.entrabroker.simulator.tokens.GraphTokens;
import io.javalin.http.Context;
import java.text.ParseException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The part of Microsoft Graph that a sign-in uses: the person's own profile, and UserInfo. */
final class GraphHandler {

  /** What Graph answers when the request selects nothing. */
  private static final List<String> DEFAULT_PROPERTIES =
      List.of(
          "businessPhones",
          "displayName",
          "givenName",
          "jobTitle",
          "mail",
          "mobilePhone",
          "officeLocation",
          "preferredLanguage",
          "surname",
          "userPrincipalName",
          "id");

  private static final Set<String> PROFILE_SCOPES =
      Set.of("User.Read", "User.ReadBasic.All", "User.Read.All", "User.ReadWrite");

  private final GraphTokens tokens;
  private final Clients clients;
  private final LoginHosts loginHosts;
  private final Clock clock;

  GraphHandler(GraphTokens tokens, Clients clients, LoginHosts loginHosts, Clock clock) {
    this.tokens = tokens;
    this.clients = clients;
    this.loginHosts = loginHosts;
    this.clock = clock;
  }

  /** {@code GET /v1.0/me}. */
  void me(Context ctx) {
    Optional<JWTClaimsSet> token = token(ctx);
    Optional<User> user = token.flatMap(this::user);
    if (token.isEmpty() || user.isEmpty()) {
      fail(ctx, 401, "InvalidAuthenticationToken", "Access token validation failure.");
    } else if (words(token.get(), "scp").stream().noneMatch(PROFILE_SCOPES::contains)) {
      String message = "Insufficient privileges to complete the operation.";
      fail(ctx, 403, "Authorization_RequestDenied", message);
    } else {
      Json.write(ctx, profile(ctx, user.get()));
    }
  }

  /** {@code /oidc/userinfo}: the same subject as in the ID token, and little else. */
  void userInfo(Context ctx) {
    Optional<JWTClaimsSet> token = token(ctx);
    Optional<User> user = token.flatMap(this::user);
    if (token.isEmpty() || user.isEmpty()) {
      fail(ctx, 401, "InvalidAuthenticationToken", "Access token validation failure.");
      return;
    }
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", subject(token.get()));
    claims.put("name", user.get().displayName());
    user.get().surname().ifPresent(name -> claims.put("family_name", name));
    user.get().givenName().ifPresent(name -> claims.put("given_name", name));
    claims.put("picture", loginHosts.asked(ctx).url() + "/v1.0/me/photo/$value");
    user.get().mail().ifPresent(mail -> claims.put("email", mail));
    Json.write(ctx, claims);
  }

  private Map<String, Object> profile(Context ctx, User user) {
    List<String> selected =
        Requests.query(ctx)
            .first("$select")
            .map(list -> List.of(list.split(",", -1)))
            .orElse(DEFAULT_PROPERTIES);
    String context = loginHosts.asked(ctx).url() + "/v1.0/$metadata#users/$entity";
    ObjectNode json = user.json();
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("@odata.context", context);
    for (String property : selected) {
      JsonNode value = json.path(property.trim());
      profile.put(property.trim(), value.isMissingNode() ? missing(json, property) : value);
    }
    return profile;
  }

  private static JsonNode missing(ObjectNode json, String property) {
    return property.equals("businessPhones") ? json.arrayNode() : json.nullNode();
  }

  private Optional<JWTClaimsSet> token(Context ctx) {
    return Optional.ofNullable(ctx.header("Authorization"))
        .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
        .flatMap(header -> tokens.verified(header.substring(7).trim()));
  }

  private Optional<User> user(JWTClaimsSet token) {
    return clients.tenantsNamed(text(token, "tid")).stream()
        .flatMap(tenant -> tenant.user(text(token, "oid")).stream())
        .filter(User::enabled)
        .findFirst();
  }

  private static String subject(JWTClaimsSet token) {
    return token.getClaim("xms_st") instanceof Map<?, ?> nested
        ? String.valueOf(nested.get("sub"))
        : token.getSubject();
  }

  private static List<String> words(JWTClaimsSet token, String claim) {
    return List.of(text(token, claim).split(" ", -1));
  }

  private static String text(JWTClaimsSet token, String claim) {
    try {
      return Optional.ofNullable(token.getStringClaim(claim)).orElse("");
    } catch (ParseException notText) {
      return "";
    }
  }

  private void fail(Context ctx, int status, String code, String message) {
    Map<String, Object> inner = new LinkedHashMap<>();
    String id = UUID.randomUUID().toString();
    inner.put("date", clock.instant().toString());
    inner.put("request-id", id);
    inner.put("client-request-id", id);
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message);
    error.put("innerError", inner);
    ctx.status(status);
    Json.write(ctx, Map.of("error", error));
  }
}
