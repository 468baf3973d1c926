package io.entrabroker.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters of a request; each test changes only what it is about. */
final class Form {

  /** From RFC 7636, appendix B. */
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final Map<String, String> values;

  private Form(Map<String, String> values) {
    this.values = values;
  }

  static Form of(String... pairs) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return new Form(values);
  }

  /** A sound authorization request of the Web application. */
  static Form web() {
    return of(
        "client_id", Contoso.WEB,
        "response_type", "code",
        "redirect_uri", Contoso.WEB_REDIRECT,
        "scope", "openid profile email",
        "state", "state-1",
        "nonce", "nonce-1");
  }

  /** A sound authorization request of the single-page application. */
  static Form spa() {
    return web()
        .with("client_id", Contoso.SPA)
        .with("redirect_uri", Contoso.SPA_REDIRECT)
        .with("code_challenge", CHALLENGE)
        .with("code_challenge_method", "S256");
  }

  /** A sound authorization request of the application that takes ID tokens directly. */
  static Form implicit() {
    return web()
        .with("client_id", Contoso.IMPLICIT)
        .with("redirect_uri", Contoso.IMPLICIT_REDIRECT)
        .with("response_type", "id_token");
  }

  /** A sound token request of the Web application. */
  static Form webCode(String code) {
    return of(
        "client_id", Contoso.WEB,
        "client_secret", Contoso.WEB_SECRET,
        "grant_type", "authorization_code",
        "code", code,
        "redirect_uri", Contoso.WEB_REDIRECT);
  }

  /** A token request of the single-page application, sound if an Origin goes with it. */
  static Form spaCode(String code) {
    return of(
        "client_id",
        Contoso.SPA,
        "grant_type",
        "authorization_code",
        "code",
        code,
        "redirect_uri",
        Contoso.SPA_REDIRECT,
        "code_verifier",
        VERIFIER);
  }

  /** A sound token request with which the Web application gets a token for itself. */
  static Form clientCredentials() {
    return of(
        "client_id",
        Contoso.WEB,
        "client_secret",
        Contoso.WEB_SECRET,
        "grant_type",
        "client_credentials",
        "scope",
        "api://" + Contoso.API + "/.default");
  }

  Form with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Form(more);
  }

  Form without(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(values);
    fewer.remove(name);
    return new Form(fewer);
  }

  Map<String, String> values() {
    return values;
  }

  String encoded() {
    return TestBrowser.encode(values);
  }
}
