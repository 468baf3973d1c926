/**
 * Staying current while a session lives: when the next refresh is due, what Entra's answer means
 * for the session, and how the refresh token is sealed meanwhile.
 *
 * <p>Must not know Keycloak, nor how a request is sent.
 */
@NullMarked
package io.entrabroker.refresh;

import org.jspecify.annotations.NullMarked;
