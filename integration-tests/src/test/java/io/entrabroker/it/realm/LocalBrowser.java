package io.entrabroker.it.realm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;

/**
 * The browser of {@link LocalUser} (HtmlUnit, scripts off). Follows redirects only until they leave
 * for the application, so that no application has to answer.
 */
final class LocalBrowser implements AutoCloseable {
  private static final int REDIRECTS_AT_MOST = 20;

  /** RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final WebClient browser = new WebClient();
  private final RealmEndpoints realm;

  LocalBrowser(RealmEndpoints realm) {
    this.realm = realm;
    browser.getOptions().setJavaScriptEnabled(false);
    browser.getOptions().setCssEnabled(false);
    browser.getOptions().setRedirectEnabled(false);
    browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    browser.getOptions().setPrintContentOnFailingStatusCode(false);
  }

  /** Signs in with the password and redeems the code. */
  RealmEndpoints.Answer tokens(Application application) {
    return realm.token(
        application.asks(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                parameter(signsIn(application, Map.of()), "code"),
                "redirect_uri",
                application.redirectUri(),
                "code_verifier",
                VERIFIER)));
  }

  /**
   * Signs in with the password if asked for it.
   *
   * @param more further parameters of the authorization request
   * @return the address of the application to which the browser is sent
   * @throws AssertionError if Keycloak shows any page but that for the password
   */
  String signsIn(Application application, Map<String, String> more) {
    Page end = goesTo(application, more);
    String address = target(end);
    if (!address.startsWith(application.redirectUri())) {
      throw new AssertionError("Not sent back, but: " + end.getWebResponse().getContentAsString());
    }
    return address;
  }

  /** As {@link #signsIn}, but stays at any page that Keycloak shows after the password. */
  Page goesTo(Application application, Map<String, String> more) {
    Page page = followed(opens(request(application, more)), application);
    return page instanceof HtmlPage html && html.getElementById("kc-form-login") != null
        ? followed(givesThePassword(html), application)
        : page;
  }

  /** The address of an authorization request. */
  String request(Application application, Map<String, String> more) {
    Map<String, String> request = new TreeMap<>();
    request.put("client_id", application.clientId());
    request.put("redirect_uri", application.redirectUri());
    request.put("response_type", "code");
    request.put("scope", "openid email profile");
    request.put("nonce", "a-nonce");
    request.put("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    request.putAll(more);
    return realm.realm() + "/protocol/openid-connect/auth?" + RealmEndpoints.encoded(request);
  }

  Page opens(String address) {
    return load(address, HttpMethod.GET, "");
  }

  /** Posts a form, whatever Keycloak showed. */
  Page posts(String address, Map<String, String> fields) {
    return load(address, HttpMethod.POST, RealmEndpoints.encoded(fields));
  }

  /** Where the form of this id is sent. */
  static String actionOf(Page page, String form) {
    if (page instanceof HtmlPage html && html.getElementById(form) instanceof HtmlForm found) {
      return found.getActionAttribute();
    }
    throw new AssertionError(
        "No form " + form + " in " + page.getWebResponse().getContentAsString());
  }

  /** A parameter of the query or the fragment. */
  static String parameter(String address, String name) {
    int start = address.indexOf(address.contains("#") ? '#' : '?') + 1;
    for (String pair : address.substring(start).split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    throw new AssertionError("No " + name + " in " + address);
  }

  @Override
  public void close() {
    browser.close();
  }

  private Page givesThePassword(HtmlPage page) {
    return posts(
        actionOf(page, "kc-form-login"),
        Map.of("username", LocalUser.NAME, "password", LocalUser.PASSWORD));
  }

  private Page followed(Page start, Application application) {
    Page page = start;
    for (int i = 0; i < REDIRECTS_AT_MOST && !target(page).isEmpty(); i++) {
      if (target(page).startsWith(application.redirectUri())) {
        return page;
      }
      page = opens(target(page));
    }
    return page;
  }

  /** Where a redirect leads; empty for a page. */
  private static String target(Page page) {
    String location = page.getWebResponse().getResponseHeaderValue("Location");
    return location == null
        ? ""
        : URI.create(page.getUrl().toString()).resolve(location).toString();
  }

  private Page load(String address, HttpMethod method, String body) {
    try {
      WebRequest request = new WebRequest(URI.create(address).toURL(), method);
      if (method == HttpMethod.POST) {
        request.setRequestBody(body);
      }
      return browser.getPage(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
