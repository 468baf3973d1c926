package io.entrabroker.catalog.config;

import com.fasterxml.jackson.databind.node.TextNode;

/**
 * How an ingestion workflow reaches the catalog. Since OpenMetadata 1.0 its bots have tokens of the
 * catalog's own, so nothing of the realm is in it.
 */
final class IngestionYaml {

  private static final String SERVER = "workflowConfig.openMetadataServerConfig.";

  private IngestionYaml() {}

  static String write(CatalogSettings settings) {
    YamlTree tree =
        new YamlTree()
            .put(SERVER + "hostPort", TextNode.valueOf(settings.place().url() + "/api"), "")
            .put(
                SERVER + "authProvider",
                TextNode.valueOf("openmetadata"),
                "Whatever people sign in with: the catalog makes the tokens of its bots itself.")
            .put(
                SERVER + "securityConfig.jwtToken",
                TextNode.valueOf("PUT-THE-BOT-TOKEN-HERE"),
                "Settings > Bots > ingestion-bot. It is a secret that lives as long as you chose"
                    + " there.");
    return Comment.of(
            "OpenMetadata " + settings.release() + ": add this to each workflow's file.", "")
        + tree.text();
  }
}
