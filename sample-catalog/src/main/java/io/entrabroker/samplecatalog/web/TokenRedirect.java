package io.entrabroker.samplecatalog.web;

import io.entrabroker.samplecatalog.rules.Principal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The way the catalog's server hands an ID token to its page up to 1.13: in the query. */
final class TokenRedirect {
  private TokenRedirect() {}

  /** {@code {target}?id_token=…&email=…&name=…}; a query of the target's own stays. */
  static String to(URI target, String idToken, Principal principal) {
    String text = target.toString().split("#", 2)[0];
    String separator = target.getRawQuery() == null ? "?" : "&";
    return text
        + separator
        + "id_token="
        + encode(idToken)
        + "&email="
        + encode(principal.email())
        + "&name="
        + encode(principal.username());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
