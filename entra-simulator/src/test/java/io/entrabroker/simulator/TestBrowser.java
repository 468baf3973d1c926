package io.entrabroker.simulator;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** Plays a browser: cookies, buttons of the simulator's pages, no scripts, follows no redirect. */
final class TestBrowser {

  private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  private final HttpClient client;

  TestBrowser(SSLContext trusted) {
    client =
        HttpClient.newBuilder()
            .sslContext(trusted)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  Page open(URI address) {
    return send(address, HttpRequest.newBuilder(address).GET());
  }

  Page post(URI address, Map<String, String> form, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(form)));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(address, request);
  }

  Page send(URI address, HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Page(address, response);
    } catch (IOException e) {
      throw new AssertionError("The simulator could not be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static Map<String, String> decode(String query) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      values.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
    }
    return values;
  }

  /** What the browser shows, or where it is sent. */
  final class Page {

    private final URI address;
    private final HttpResponse<String> response;

    private Page(URI address, HttpResponse<String> response) {
      this.address = address;
      this.response = response;
    }

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** Presses the button with this id, as a browser without scripts would. */
    Page press(String buttonId) {
      Matcher form = FORM.matcher(body());
      Matcher button =
          Pattern.compile(
                  "<button type=\"submit\" name=\"([^\"]+)\" value=\"([^\"]+)\" id=\""
                      + Pattern.quote(buttonId)
                      + "\"")
              .matcher(body());
      if (!form.find() || !button.find()) {
        throw new AssertionError("No button " + buttonId + " on: " + body());
      }
      Map<String, String> fields = hiddenFields();
      fields.put(button.group(1), button.group(2));
      return post(address.resolve(form.group(1)), fields);
    }

    /** The hidden fields of the page's form. */
    Map<String, String> hiddenFields() {
      Map<String, String> fields = new LinkedHashMap<>();
      Matcher hidden = HIDDEN.matcher(body());
      while (hidden.find()) {
        fields.put(hidden.group(1), unescape(hidden.group(2)));
      }
      return fields;
    }

    /** The address of the page's form. */
    String formAction() {
      Matcher form = FORM.matcher(body());
      return form.find() ? unescape(form.group(1)) : "";
    }

    /** Where the answer sends the browser. */
    URI location() {
      return URI.create(header("Location"));
    }

    Map<String, String> queryOfLocation() {
      return decode(location().getRawQuery());
    }

    /** The code that the browser carries to the application; empty if it carries none. */
    String code() {
      return header("Location").contains("?") ? queryOfLocation().getOrDefault("code", "") : "";
    }

    Map<String, String> fragmentOfLocation() {
      return decode(location().getRawFragment());
    }

    private static String unescape(String html) {
      return html.replace("&quot;", "\"")
          .replace("&#39;", "'")
          .replace("&lt;", "<")
          .replace("&gt;", ">")
          .replace("&amp;", "&");
    }
  }
}
