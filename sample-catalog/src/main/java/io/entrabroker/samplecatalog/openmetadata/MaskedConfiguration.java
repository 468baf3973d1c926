package io.entrabroker.samplecatalog.openmetadata;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A configuration as OpenMetadata shows it to an administrator: the secret is not in it. */
public final class MaskedConfiguration {
  /** What stands in a secret's place. */
  public static final String MASK = "*********";

  private MaskedConfiguration() {}

  /** The configuration with asterisks in the secret's place, if it has one. */
  public static ObjectNode of(ObjectNode body) {
    ObjectNode masked = body.deepCopy();
    if (masked.at("/authenticationConfiguration/oidcConfiguration") instanceof ObjectNode oidc
        && !oidc.path("secret").asText().isEmpty()) {
      oidc.put("secret", MASK);
    }
    return masked;
  }
}
