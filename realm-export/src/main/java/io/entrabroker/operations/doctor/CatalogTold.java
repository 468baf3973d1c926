package io.entrabroker.operations.doctor;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a catalog tells of its sign-in. A missing node stands for what it does not tell.
 *
 * @param authentication {@code authenticationConfiguration}: what everybody may know ({@code GET
 *     /api/v1/system/config/auth}), or all of it for an administrator
 * @param authorizer {@code authorizerConfiguration}, which only administrators may know
 * @param keys {@code GET /api/v1/system/config/jwks}
 * @param signInRequest the address to which it sends people who sign in; empty if it is not known
 * @param isWhole whether it told an administrator everything: what is absent then has
 *     OpenMetadata's default, and is not just kept back
 */
public record CatalogTold(
    JsonNode authentication,
    JsonNode authorizer,
    JsonNode keys,
    String signInRequest,
    boolean isWhole) {

  boolean isConfidential() {
    return authentication.path("clientType").asText().equals("confidential");
  }
}
