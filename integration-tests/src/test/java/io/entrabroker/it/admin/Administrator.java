package io.entrabroker.it.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.RunningKeycloak;
import io.entrabroker.it.Stack;
import io.entrabroker.operations.keycloak.AdminApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An administrator with some of the roles over the realm, who asks by HTTP. */
final class Administrator implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String MASTERS_CLIENT = "openmetadata-realm";

  private final AdminApi admin;
  private final RunningKeycloak keycloak;
  private final String id;
  private final String token;

  private Administrator(Stack stack, String id, String token) {
    this.admin = stack.admin();
    this.keycloak = stack.keycloak();
    this.id = id;
    this.token = token;
  }

  /** A new one with these roles of the realm, {@code view-realm} for example, and no other. */
  static Administrator with(Stack stack, String... roles) {
    return over(MASTERS_CLIENT, stack, roles);
  }

  /** A new one with these roles of a client of the realm master, and no other. */
  static Administrator over(String mastersClient, Stack stack, String... roles) {
    String name = "admin-" + UUID.randomUUID();
    String password = UUID.randomUUID().toString();
    AdminApi admin = stack.admin();
    String id =
        admin
            .post(
                "/master/users",
                Map.of(
                    "username",
                    name,
                    "enabled",
                    true,
                    "firstName",
                    "A",
                    "lastName",
                    "B",
                    "email",
                    name + "@admins.example",
                    "credentials",
                    List.of(Map.of("type", "password", "value", password))))
            .createdId();
    String client =
        admin.get("/master/clients?clientId=" + mastersClient).get(0).get("id").asText();
    for (String role : roles) {
      JsonNode known = admin.get("/master/clients/" + client + "/roles/" + role);
      admin.post("/master/users/" + id + "/role-mappings/clients/" + client, List.of(known));
    }
    return new Administrator(stack, id, token(stack.keycloak(), name, password));
  }

  /** Asks for a path below {@code /admin/realms/openmetadata}. */
  HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  /** Sends JSON, or nothing where the text is empty, to a path below the realm. */
  HttpResponse<String> send(String method, String path, String json) {
    return send(
        HttpRequest.newBuilder(URI.create(base(keycloak) + "/admin/realms/openmetadata" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  /** The admin events of what this one did, or tried. */
  JsonNode events() {
    return admin.get("/openmetadata/admin-events?authUser=" + id);
  }

  @Override
  public void close() {
    admin.delete("/master/users/" + id);
  }

  /** Asks for an address without saying who asks. */
  static HttpResponse<String> anonymously(String address) {
    return anonymously("GET", address);
  }

  /** Sends nothing to an address without saying who sends. */
  static HttpResponse<String> anonymously(String method, String address) {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString("")));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String token(RunningKeycloak keycloak, String name, String password) {
    String form =
        "grant_type=password&client_id=admin-cli&username="
            + name
            + "&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(base(keycloak) + "/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    return Json.read(send(request).body()).get("access_token").asText();
  }

  private static String base(RunningKeycloak keycloak) {
    return keycloak.baseUri().toString().replaceAll("/$", "");
  }
}
