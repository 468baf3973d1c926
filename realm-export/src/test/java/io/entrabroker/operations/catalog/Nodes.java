package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON that tests write with single quotes. */
final class Nodes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Nodes() {}

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Settings with these members of {@code authenticationConfiguration}. */
  static SecuritySettings authentication(String members) {
    return SecuritySettings.of(
        json(
            "{'authenticationConfiguration':{"
                + members
                + "},'authorizerConfiguration':{'principalDomain':'contoso.com'}}"));
  }

  /** Settings with these members of {@code authorizerConfiguration}. */
  static SecuritySettings authorizer(String members) {
    return SecuritySettings.of(
        json("{'authenticationConfiguration':{},'authorizerConfiguration':{" + members + "}}"));
  }
}
