package io.entrabroker.samplecatalog.web;

import io.entrabroker.samplecatalog.rules.CatalogUser;
import io.entrabroker.samplecatalog.rules.Principal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The way the catalog's server hands a token to its page: up to 1.13 in the query. */
final class TokenRedirect {
  private TokenRedirect() {}

  /** {@code {target}?id_token=…&email=…&name=…}; a query of the target's own stays. */
  static String inQuery(URI target, String idToken, Principal principal) {
    String text = target.toString().split("#", 2)[0];
    String separator = target.getRawQuery() == null ? "?" : "&";
    return text + separator + parameters(idToken, principal.email(), principal.username());
  }

  /** {@code {target}#id_token=…&email=…&name=…}, since 2.0. */
  static String inFragment(URI target, String token, CatalogUser user) {
    return target.toString().split("#", 2)[0] + "#" + parameters(token, user.email(), user.name());
  }

  private static String parameters(String token, String email, String name) {
    return "id_token=" + encode(token) + "&email=" + encode(email) + "&name=" + encode(name);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
