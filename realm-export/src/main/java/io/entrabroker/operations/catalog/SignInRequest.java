package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The request with which a catalog sends people to the realm. */
public record SignInRequest(URI address) {
  private static final String SCOPE = "openid email profile";
  private static final String AUTHORIZATION = "/protocol/openid-connect/auth";

  /**
   * What the page of a public catalog asks for.
   *
   * @param told {@code GET /api/v1/system/config/auth}
   * @throws CatalogProblem if it tells no address
   */
  public static SignInRequest ofPage(JsonNode told) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", told.path("clientId").asText());
    query.put("redirect_uri", told.path("callbackUrl").asText());
    query.put("response_type", told.path("responseType").asText("id_token"));
    query.put("scope", SCOPE);
    query.put("state", "catalog-config");
    query.put("nonce", "catalog-config");
    return new SignInRequest(
        Texts.address(
            "The catalog tells browsers to sign in at",
            told.path("authority").asText()
                + AUTHORIZATION
                + "?"
                + query.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + Texts.encoded(entry.getValue()))
                    .collect(Collectors.joining("&"))));
  }

  /**
   * Where a catalog sends browsers.
   *
   * @param location its {@code Location} header
   * @throws CatalogProblem if it is no address
   */
  static SignInRequest of(String location) {
    return new SignInRequest(Texts.address("The catalog's sign-in leads to", location));
  }

  /** What is not as these settings want it; empty if nothing. */
  public List<String> problems(SecuritySettings wanted) {
    List<String> problems = new ArrayList<>();
    String endpoint = address.toString().replaceAll("\\?.*", "");
    compare("address", wanted.authentication("authority") + AUTHORIZATION, endpoint, problems);
    Map<String, String> query =
        Texts.query(address.getRawQuery() == null ? "" : address.getRawQuery());
    boolean isConfidential = wanted.isConfidential();
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put(
        "client_id", isConfidential ? wanted.oidc("id") : wanted.authentication("clientId"));
    expected.put(
        "redirect_uri",
        isConfidential ? wanted.oidc("callbackUrl") : wanted.authentication("callbackUrl"));
    expected.put(
        "response_type",
        isConfidential ? wanted.oidc("responseType") : wanted.authentication("responseType"));
    if (wanted.oidc("disablePkce").equals("false")) {
      expected.put("code_challenge_method", "S256");
    }
    expected.forEach((name, value) -> compare(name, value, query.getOrDefault(name, ""), problems));
    String scope = isConfidential ? wanted.oidc("scope") : SCOPE;
    if (!words(query.getOrDefault("scope", "")).containsAll(words(scope))) {
      problems.add("scope is '" + query.getOrDefault("scope", "") + "', not '" + scope + "'");
    }
    return problems;
  }

  /**
   * What is sent along against these settings, which hurts nobody but sends people to Microsoft
   * more often: OpenMetadata 1.6 was seen to send it whatever is configured.
   */
  public List<String> surprises(SecuritySettings wanted) {
    List<String> surprises = new ArrayList<>();
    Map<String, String> query =
        Texts.query(address.getRawQuery() == null ? "" : address.getRawQuery());
    if (wanted.isConfidential()) {
      compare("prompt", wanted.oidc("prompt"), query.getOrDefault("prompt", ""), surprises);
      compare("max_age", wanted.oidc("maxAge"), query.getOrDefault("max_age", ""), surprises);
    }
    return surprises;
  }

  private static void compare(String what, String wanted, String is, List<String> problems) {
    if (!wanted.equals(is)) {
      problems.add(what + " is '" + is + "', not '" + wanted + "'");
    }
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
