package io.entrabroker.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.GraphPermission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code deploy/entra/apply} with a stand-in for the Azure CLI, which sends what the script asks of
 * Graph to the simulator's.
 */
final class ApplyScript {

  /** What az does of it: two questions about itself, and requests with errors in its own words. */
  private static final String AZURE_CLI =
      """
      #!/usr/bin/env bash
      echo "$*" >>"$AZ_FOLDER/calls"
      case "$1 $2" in
        'cloud show')
          echo '{"name": "AzureCloud", "endpoints": {"activeDirectory": "https://login.microsoftonline.com",'
          echo '"microsoftGraphResourceId": "'"$AZ_GRAPH"'/"}}'
          exit 0 ;;
        'account show')
          [ -n "$AZ_TENANT" ] || { echo "ERROR: Please run 'az login' to setup account." >&2; exit 1; }
          echo '{"tenantId": "'"$AZ_TENANT"'", "user": {"name": "'"$AZ_NAME"'", "type": "'"$AZ_TYPE"'"}}'
          exit 0 ;;
      esac
      shift
      arguments=(-s -o "$AZ_FOLDER/body" -w '%{http_code}' -H "Authorization: Bearer $AZ_TOKEN")
      query='' output=json
      while [ $# -gt 0 ]; do
        case $1 in
          --method) arguments+=(-X "$2"); shift ;;
          --url) url=$2; shift ;;
          --body) arguments+=(--data-binary "$2"); shift ;;
          --query) query=$2; shift ;;
          --output) output=$2; shift ;;
          --headers)
            while [ $# -gt 1 ] && [[ $2 == *=* ]]; do arguments+=(-H "${2%%=*}: ${2#*=}"); shift; done ;;
          *) echo "ERROR: unrecognized arguments: $1" >&2; exit 2 ;;
        esac
        shift
      done
      if [ -e "$AZ_FOLDER/forgets" ] && [[ $url == *servicePrincipals* ]] && [[ ${arguments[*]} == *PATCH* ]]; then
        rm "$AZ_FOLDER/forgets"
        echo 'ERROR: Not Found({"error":{"code":"Request_ResourceNotFound","message":"not yet"}})' >&2
        exit 1
      fi
      : >"$AZ_FOLDER/body"
      status=$(curl -g "${arguments[@]}" "$url")
      if [ "$status" -ge 400 ]; then
        reason='Bad Request'
        [ "$status" != 404 ] || reason='Not Found'
        [ "$status" != 403 ] || reason=Forbidden
        echo "ERROR: $reason($(cat "$AZ_FOLDER/body"))" >&2
        exit 1
      fi
      [ ! -s "$AZ_FOLDER/body" ] || if [ "$output" = tsv ]; then jq -r ".$query" "$AZ_FOLDER/body"; else cat "$AZ_FOLDER/body"; fi
      """;

  private final RunningSimulator simulator;
  private final Path folder;
  private String tenant = Contoso.TENANT;
  private Optional<String> person = Optional.empty();

  ApplyScript(RunningSimulator simulator, Path folder) throws IOException {
    this.simulator = simulator;
    this.folder = folder;
    tool("az", AZURE_CLI);
    tool("sleep", "#!/bin/sh\necho slept >>\"$AZ_FOLDER/calls\"\n");
    simulator
        .entra()
        .change(ApplicationChange.grant(Contoso.WEB, GraphPermission.APPLICATION_READ_WRITE_ALL));
  }

  /** Nobody is signed in to the Azure CLI. */
  void signOut() {
    tenant = "";
  }

  /** A person is signed in to the Azure CLI instead of an application. */
  void signIn(String userButton) {
    simulator
        .entra()
        .change(ApplicationChange.consent(Contoso.WEB, "Application.ReadWrite.All", "User.Read"));
    person = Optional.of(userButton);
  }

  /** A service principal is not known where the next request arrives. */
  void forgetOnce() throws IOException {
    Files.createFile(folder.resolve("forgets"));
  }

  /** What the script asked of the Azure CLI, a line each. */
  List<String> calls() throws IOException {
    Path calls = folder.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("../deploy/entra/apply"));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.environment().putAll(environment());
    int code = builder.start().waitFor();
    return new Outcome(code, Files.readString(output, UTF_8));
  }

  private Map<String, String> environment() {
    return Map.of(
        "PATH", folder + ":" + System.getenv("PATH"),
        "AZ_FOLDER", folder.toString(),
        "AZ_GRAPH", simulator.entra().httpUri().toString(),
        "AZ_TENANT", tenant,
        "AZ_TYPE", person.isPresent() ? "user" : "servicePrincipal",
        "AZ_NAME", person.orElse(Contoso.WEB),
        "AZ_TOKEN", token());
  }

  private String token() {
    String scope = "https://graph.microsoft.com/";
    Form application = Form.clientCredentials().with("scope", scope + ".default");
    Form web = Form.web().with("scope", "openid " + scope + "Application.ReadWrite.All User.Read");
    return person
        .map(user -> simulator.signInThroughWeb(web, user))
        .orElseGet(() -> simulator.redeem(application))
        .text("access_token");
  }

  private void tool(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** How it ended, and what it said. */
  record Outcome(int code, String output) {}
}
