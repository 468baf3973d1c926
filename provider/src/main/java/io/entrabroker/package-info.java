/**
 * What every part of the core shares: the answer of a parser.
 *
 * <p>Must not know anything of Entra ID, OpenMetadata or Keycloak.
 */
@NullMarked
package io.entrabroker;

import org.jspecify.annotations.NullMarked;
