package io.entrabroker.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bin/preview}: makes a link that shows what somebody would be in the catalog. */
@Command(
    name = "preview",
    description = "Makes a link that shows what somebody would be in the catalog.",
    footer = {
      "",
      "Credentials come from the environment: KEYCLOAK_ADMIN_USERNAME and KEYCLOAK_ADMIN_PASSWORD of"
          + " an administrator, or KEYCLOAK_ADMIN_CLIENT_ID and KEYCLOAK_ADMIN_CLIENT_SECRET of a"
          + " service account, who may manage the realm's identity providers.",
      "",
      "Open the link, or give it to the person, and sign in at Microsoft: the page shows what a"
          + " sign-in would have come to. Nobody is signed in. The link belongs to the browser that"
          + " opens it first. Standard output holds the link and nothing else.",
      "",
      "Exit code: 0 with a link, 1 without."
    },
    sortOptions = false)
final class PreviewCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private KeycloakOptions keycloak = new KeycloakOptions();
  @Mixin private TransportOptions transport = new TransportOptions();

  @Option(
      names = "--alias",
      paramLabel = "ALIAS",
      defaultValue = "entra",
      description = "The identity provider (${DEFAULT-VALUE}).")
  private String alias = "entra";

  @Option(names = "--help", usageHelp = true, description = "This text.")
  private boolean help;

  PreviewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    JsonNode preview =
        keycloak
            .admin(surroundings.environment(), transport)
            .post(
                "/" + ExportOptions.encoded(keycloak.realm()) + "/openmetadata/preview",
                Map.of("alias", alias))
            .body();
    PrintWriter out = surroundings.out();
    out.println(preview.path("link").asText());
    out.flush();
    PrintWriter err = surroundings.err();
    err.println(
        "Open it within "
            + preview.path("seconds").asInt() / 60
            + " minutes. It is good for one result, in the browser that opens it first.");
    err.flush();
    return 0;
  }
}
