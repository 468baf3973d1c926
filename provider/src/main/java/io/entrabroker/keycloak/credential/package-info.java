/**
 * What a Web registration proves itself with: keys of the realm, key files and token files of the
 * server, the vault.
 *
 * <p>Reads, checks and signs; which of them is used, and what an assertion says, is decided in the
 * core. Shows nothing of what it reads.
 */
package io.entrabroker.keycloak.credential;
