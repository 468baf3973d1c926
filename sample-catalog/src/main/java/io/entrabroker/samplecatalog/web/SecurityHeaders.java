package io.entrabroker.samplecatalog.web;

import io.javalin.http.Context;
import java.net.URI;

/**
 * Headers that keep the pages to themselves: no script, style or font from elsewhere, no request to
 * anybody but the realm, and no address (which may carry a token) in a Referer.
 */
final class SecurityHeaders {
  private final String policy;

  SecurityHeaders(URI realm) {
    String origin = realm.getScheme() + "://" + realm.getRawAuthority();
    // The realm is fetched from (discovery, keys, tokens) and framed (silent renewal).
    this.policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self' "
            + origin
            + "; frame-src 'self' "
            + origin
            + "; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
  }

  void addTo(Context http) {
    http.header("Content-Security-Policy", policy)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store");
  }
}
