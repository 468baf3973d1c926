package io.entrabroker.user;

/**
 * A federated identity in Keycloak.
 *
 * @param alias the identity provider's alias
 * @param id the person's id there
 */
public record LinkId(String alias, String id) {}
