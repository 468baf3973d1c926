package io.entrabroker.quickstart.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Catalog, realm and Microsoft's pages, as little of each as a sign-in needs. */
final class ASmallWorld implements AutoCloseable {
  private final HttpServer catalog = server();
  private final HttpServer realm = server();
  private final List<String> submitted = new ArrayList<>();
  private final List<String> cookiesAtStart = new ArrayList<>();
  private Map<String, String> request = Map.of();
  private String user = user("ada", "ada@example.org", "[{\"name\":\"DataConsumer\"}]");
  private String state = "";
  private String nonce = "";
  private boolean refuses;
  private boolean forbidsOtherOrigins;

  ASmallWorld() throws IOException {
    handle(catalog, "/api/v1/auth/login", this::confidential);
    handle(catalog, "/api/v1/users/loggedInUser", exchange -> reply(exchange, 200, user));
    handle(realm, "/r/protocol/openid-connect/auth", this::authorize);
    handle(realm, "/r/protocol/openid-connect/token", this::token);
    handle(realm, "/r/protocol/openid-connect/userinfo", exchange -> readable(exchange, "{}"));
    handle(realm, "/consent", this::consent);
    handle(realm, "/broker", this::broker);
    catalog.start();
    realm.start();
  }

  Site site() {
    return new Site(address(catalog), URI.create(address(realm) + "/r"));
  }

  List<String> submitted() {
    return submitted;
  }

  List<String> cookiesAtStart() {
    return cookiesAtStart;
  }

  void catalogKnows(String username, String email) {
    user = user(username, email, "[{\"name\":\"DataConsumer\"}]");
  }

  void catalogGivesNoRole() {
    user = user("ada", "ada@example.org", "[]");
  }

  private static String user(String username, String email, String roles) {
    return """
        {"name":"%s","email":"%s","roles":%s,"teams":[{"type":"team","name":"Analytics"}]}"""
        .formatted(username, email, roles);
  }

  void realmRefuses() {
    refuses = true;
  }

  void realmChangesState() {
    state = "changed";
  }

  void realmChangesNonce() {
    nonce = "changed";
  }

  void realmForbidsOtherOrigins() {
    forbidsOtherOrigins = true;
  }

  @Override
  public void close() {
    catalog.stop(0);
    realm.stop(0);
  }

  private void confidential(HttpExchange exchange) throws IOException {
    Map<String, String> asked = Query.ofQuery(exchange.getRequestURI());
    Map<String, String> sent = new HashMap<>(asked);
    sent.put("redirect_uri", asked.getOrDefault("redirectUri", ""));
    sent.put("response_type", "confidential");
    redirect(exchange, site().endpoint("auth") + "?" + Query.encode(sent));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    List<String> cookies = exchange.getRequestHeaders().get("Cookie");
    if (cookies != null) {
      cookiesAtStart.addAll(cookies);
    }
    request = Query.ofQuery(exchange.getRequestURI());
    exchange.getResponseHeaders().add("Set-Cookie", "session=1; Path=/");
    page(
        exchange,
        """
        <form method="post" action="/consent"><button name="user" value="7">Ada</button>
        <button name="user" value="8">Grace</button><input type="hidden" name="upstream" value="%s">
        </form>"""
            .formatted(request.get("kc_idp_hint")));
  }

  private void consent(HttpExchange exchange) throws IOException {
    remember(exchange);
    page(
        exchange,
        """
        <form method="post" action="/broker?code=secret-code">
        <button name="consent" value="no">No</button>
        <button name="consent" value="yes" id="accept">Yes</button></form>""");
  }

  private void broker(HttpExchange exchange) throws IOException {
    remember(exchange);
    if (refuses) {
      exchange.getResponseHeaders().add("Content-Type", "text/html");
      reply(exchange, 403, "<html><body>Not today</body></html>");
      return;
    }
    redirect(exchange, request.get("redirect_uri") + answer());
  }

  private String answer() {
    String sent = "&state=" + (state.isEmpty() ? request.get("state") : state);
    return switch (request.getOrDefault("response_type", "")) {
      case "code" -> "?code=secret-code" + sent;
      case "id_token" -> "#id_token=" + idToken() + sent;
      default -> "?id_token=" + idToken();
    };
  }

  private String idToken() {
    String sent = nonce.isEmpty() ? request.get("nonce") : nonce;
    String claims = "{\"nonce\":\"" + sent + "\"}";
    return "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(UTF_8)) + ".c2ln";
  }

  private void token(HttpExchange exchange) throws IOException {
    readable(exchange, "{\"id_token\":\"%s\",\"access_token\":\"a\"}".formatted(idToken()));
  }

  private void readable(HttpExchange exchange, String json) throws IOException {
    if (!forbidsOtherOrigins) {
      String origin = exchange.getRequestHeaders().getFirst("Origin");
      exchange.getResponseHeaders().add("Access-Control-Allow-Origin", origin);
    }
    reply(exchange, 200, json);
  }

  private void remember(HttpExchange exchange) throws IOException {
    submitted.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }

  private static void page(HttpExchange exchange, String body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/html");
    reply(exchange, 200, "<html><body>" + body + "</body></html>");
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().add("Location", location);
    reply(exchange, 302, "");
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void handle(HttpServer server, String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URI address(HttpServer server) {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }
}
