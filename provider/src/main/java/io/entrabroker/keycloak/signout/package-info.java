/**
 * The pages on which a person signs out everywhere: of every application here, and at Microsoft.
 *
 * <p>Knows Keycloak's sessions and pages; where Microsoft's sign-out is, the identity provider
 * knows.
 */
package io.entrabroker.keycloak.signout;
