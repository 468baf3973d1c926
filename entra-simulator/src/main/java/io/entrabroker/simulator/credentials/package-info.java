/**
 * Client authentication: secrets, certificates and tokens of external issuers, as applications
 * present them at the token endpoint.
 *
 * <p>Knows registered credentials and fetches the keys of external issuers; must not know grants,
 * pages or HTTP servers.
 */
@NullMarked
package io.entrabroker.simulator.credentials;

import org.jspecify.annotations.NullMarked;
