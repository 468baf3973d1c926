package io.entrabroker.it;

import io.entrabroker.it.leaks.Recording;
import io.entrabroker.operations.Commands;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run of a command of {@code bin/}, as the server's administrator.
 *
 * @param code its exit code
 * @param out everything it wrote
 */
public record CommandRun(int code, String out) {

  /**
   * Runs one and waits for its end.
   *
   * @param environment variables besides those that say who the administrator is, or in their place
   * @param command its name: {@code doctor}
   */
  public static CommandRun of(
      RunningKeycloak keycloak,
      Map<String, String> environment,
      String command,
      String... options) {
    Map<String, String> variables = new HashMap<>();
    variables.put("KEYCLOAK_ADMIN_USERNAME", keycloak.adminUser());
    variables.put("KEYCLOAK_ADMIN_PASSWORD", keycloak.adminPassword());
    variables.put("NO_COLOR", "1");
    variables.putAll(environment);
    List<String> arguments = new ArrayList<>(List.of(command, "--keycloak=" + keycloak.baseUri()));
    arguments.addAll(List.of(options));
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    int code = Commands.run(variables, writer, writer, arguments.toArray(String[]::new));
    Recording.ofThisRun().output(out.toString());
    return new CommandRun(code, out.toString());
  }
}
