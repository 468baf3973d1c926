package io.entrabroker.samplecatalog.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A realm that signs everybody in at once, with a knob for every way it can go wrong. It keeps what
 * it was sent.
 */
final class TestIssuer implements AutoCloseable {
  static final String CLIENT = "openmetadata-web";
  static final String SECRET = "s3cret";
  static final RSAKey KEY = rsaKey("realm-rs");
  static final ECKey EC_KEY = ecKey("realm-es");

  final Map<String, Object> claims = new HashMap<>();
  final Map<String, String> answer = new HashMap<>();
  final List<String> paths = new ArrayList<>();
  Map<String, String> authorization = Map.of();
  Map<String, String> tokenRequest = Map.of();
  boolean down;
  boolean withRefreshToken = true;
  boolean refusesRefresh;
  private final Map<String, Map<String, String>> codes = new HashMap<>();
  private final Javalin server;

  TestIssuer() {
    claims.put("preferred_username", "ada.lovelace");
    claims.put("email", "ada.lovelace@contoso.example");
    claims.put("name", "Ada Lovelace");
    server = Javalin.create(this::configure).start("localhost", 0);
  }

  URI realm() {
    return URI.create("http://localhost:" + server.port() + "/realms/test");
  }

  @Override
  public void close() {
    server.stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    String realm = "/realms/test";
    config.routes.before(http -> paths.add(http.path()));
    config.routes.get(realm + "/.well-known/openid-configuration", this::discovery);
    config.routes.get(realm + "/protocol/openid-connect/certs", TestIssuer::keys);
    config.routes.get(realm + "/protocol/openid-connect/auth", this::authorize);
    config.routes.post(realm + "/protocol/openid-connect/token", this::token);
  }

  private void discovery(Context http) {
    if (down) {
      http.status(503);
      return;
    }
    String base = realm() + "/protocol/openid-connect";
    json(
        http,
        Map.of(
            "issuer",
            realm().toString(),
            "authorization_endpoint",
            base + "/auth",
            "token_endpoint",
            base + "/token",
            "jwks_uri",
            base + "/certs",
            "id_token_signing_alg_values_supported",
            List.of("RS256", "ES256"),
            "authorization_response_iss_parameter_supported",
            true,
            "response_types_supported",
            List.of("code", "id_token"),
            "subject_types_supported",
            List.of("public"),
            "token_endpoint_auth_methods_supported",
            List.of("client_secret_basic", "client_secret_post"),
            "code_challenge_methods_supported",
            List.of("S256")));
  }

  private static void keys(Context http) {
    json(http, new JWKSet(List.of(KEY, EC_KEY)).toJSONObject(true));
  }

  /** Answers with code, state and iss; what a test put into {@code answer} replaces them. */
  private void authorize(Context http) {
    authorization = flat(http.queryParamMap());
    String code = UUID.randomUUID().toString();
    codes.put(code, authorization);
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("code", code);
    parameters.put("state", authorization.getOrDefault("state", ""));
    parameters.put("iss", realm().toString());
    parameters.putAll(answer);
    String query =
        parameters.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> each.getKey() + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    http.redirect(authorization.get("redirect_uri") + "?" + query, HttpStatus.FOUND);
  }

  private void token(Context http) {
    tokenRequest = flat(http.formParamMap());
    boolean known =
        CLIENT.equals(tokenRequest.get("client_id"))
            && SECRET.equals(tokenRequest.get("client_secret"));
    if (known && "client_credentials".equals(tokenRequest.get("grant_type"))) {
      json(http, Map.of("access_token", "opaque", "token_type", "Bearer"));
      return;
    }
    boolean refresh = "refresh_token".equals(tokenRequest.get("grant_type"));
    Map<String, String> sent =
        refresh ? Map.of() : codes.remove(tokenRequest.getOrDefault("code", ""));
    if (!known || sent == null || (refresh && refusesRefresh)) {
      http.status(400);
      json(http, Map.of("error", known ? "invalid_grant" : "invalid_client"));
      return;
    }
    Map<String, Object> body = new HashMap<>();
    body.put("access_token", "opaque");
    body.put("token_type", "Bearer");
    body.put("expires_in", 300);
    body.put("id_token", refresh ? renewed() : idToken(sent.getOrDefault("nonce", "")));
    if (withRefreshToken) {
      body.put("refresh_token", "refresh-" + UUID.randomUUID());
    }
    json(http, body);
  }

  private String renewed() {
    return signed(KEY, claims().claim("renewed", true).build());
  }

  private String idToken(String nonce) {
    JWTClaimsSet.Builder builder = claims().claim("nonce", nonce);
    claims.forEach(builder::claim);
    return signed(KEY, builder.build());
  }

  /** The claims of the realm's person, good for five minutes. */
  JWTClaimsSet.Builder claims() {
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder()
            .issuer(realm().toString())
            .audience(CLIENT)
            .jwtID(UUID.randomUUID().toString())
            .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    claims.forEach(
        (name, value) -> {
          if (!"exp".equals(name)) {
            builder.claim(name, value);
          }
        });
    return builder;
  }

  static String signed(JWK key, JWTClaimsSet claims) {
    boolean rsa = key instanceof RSAKey;
    JWSHeader header =
        new JWSHeader.Builder(rsa ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .build();
    try {
      JWSSigner signer = rsa ? new RSASSASigner(key.toRSAKey()) : new ECDSASigner(key.toECKey());
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static RSAKey rsaKey(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ECKey ecKey(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void json(Context http, Map<String, Object> body) {
    http.json(body);
  }

  private static Map<String, String> flat(Map<String, List<String>> parameters) {
    return parameters.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().get(0)));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
