package io.entrabroker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A catalog and a Keycloak that answer what a test says, for what no healthy ones answer. */
abstract class PretendedServers {

  static final String CONFIG = "/api/v1/system/security/config";
  private static final String SETTINGS =
      "{'authenticationConfiguration':{'provider':'custom-oidc','clientType':'confidential',"
          + "'authority':'REALM','providerName':'NAME','oidcConfiguration':{'id':'openmetadata-web',"
          + "'secret':'SECRET','discoveryUri':'REALM/d','callbackUrl':'HERE/callback',"
          + "'serverUrl':'HERE','responseType':'code','scope':'openid'}},"
          + "'authorizerConfiguration':{'adminPrincipals':['ada']}}";

  final Map<String, String> answers = new ConcurrentHashMap<>();

  /** Where a path sends browsers. */
  final Map<String, String> redirects = new ConcurrentHashMap<>();

  /** What happens before a path is answered. */
  final Map<String, Runnable> before = new ConcurrentHashMap<>();

  final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  /** Statuses of writing, one after the other; then 200. */
  final Deque<Integer> writes = new ArrayDeque<>();

  final List<String> written = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  HttpServer server;

  /** Whether the catalog shows what was written to it, as a healthy one does. */
  volatile boolean isStoring;

  /** Variables besides the credentials. */
  final Map<String, String> variables = new HashMap<>();

  String here = "";

  @TempDir Path folder;

  @BeforeEach
  void bothAnswer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
    here = "http://localhost:" + server.getAddress().getPort();
    answers.put("/realms/master/protocol/openid-connect/token", "{'access_token':'t'}");
    answers.put(
        "/admin/realms/openmetadata/openmetadata/catalog-config/settings-json",
        settings("Microsoft", "s3cret"));
    answers.put("/admin/realms/openmetadata/identity-provider/instances", "[]");
    answers.put("/admin/realms/openmetadata/client-scopes", "[]");
    answers.put("/api/v1/system/version", "{'version':'1.13.1'}");
    answers.put(CONFIG, settings("Old", "*********"));
    answers.put("/api/v1/system/security/validate", "{'status':'success'}");
    answers.put("/api/v1/teams", "{'data':[]}");
    answers.put("/api/v1/roles", "{'data':[{'name':'DataConsumer'}]}");
    answers.put("/api/v1/system/config/auth", "{'provider':'custom-oidc','providerName':'Old'}");
  }

  final String settings(String name, String secret) {
    return SETTINGS
        .replace("NAME", name)
        .replace("REALM", here + "/realms/openmetadata")
        .replace("HERE", here)
        .replace("SECRET", secret);
  }

  @AfterEach
  void end() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean isWrite = exchange.getRequestMethod().equals("PUT");
    int status = 200;
    if (isWrite) {
      written.add(body);
      status = writes.isEmpty() ? 200 : writes.remove();
    }
    String path = exchange.getRequestURI().getPath();
    requests.add(path);
    before.getOrDefault(path, () -> {}).run();
    if (isWrite && status == 200 && isStoring) {
      answers.put(CONFIG, masked(body));
    }
    if (redirects.containsKey(path)) {
      exchange.getResponseHeaders().add("Location", redirects.get(path));
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
      return;
    }
    byte[] answer =
        answers.getOrDefault(path, "").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        answer.length == 0 ? 404 : status, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static String masked(String settings) {
    try {
      return new ObjectMapper()
          .readTree(settings)
          .toString()
          .replaceAll("\"secret\":\"[^\"]*\"", "\"secret\":\"*********\"");
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  final Map<String, String> environment(String token) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("KEYCLOAK_ADMIN_USERNAME", "ada");
    environment.put("KEYCLOAK_ADMIN_PASSWORD", "p");
    environment.put("OPENMETADATA_TOKEN", token);
    return environment;
  }

  final Terminal apply(String... options) {
    return run("opaque", "--apply=" + here, options);
  }

  final Terminal run(String token, String mode, String... options) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "catalog-config",
                "--keycloak=" + here,
                mode,
                "--rollback-file=" + folder.resolve("rollback")));
    args.addAll(List.of(options));
    Terminal terminal = Terminal.run(environment(token), args.toArray(String[]::new));
    assertThat(terminal.out() + terminal.err()).doesNotContain("s3cret");
    return terminal;
  }
}
