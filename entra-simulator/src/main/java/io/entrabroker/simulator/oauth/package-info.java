/**
 * The protocol: authorization requests, codes, grants, client authentication and the rules per
 * platform.
 *
 * <p>Decides and throws numbered errors; must not know HTTP servers, pages or JSON files.
 */
@NullMarked
package io.entrabroker.simulator.oauth;

import org.jspecify.annotations.NullMarked;
