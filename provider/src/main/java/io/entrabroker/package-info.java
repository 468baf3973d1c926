/**
 * What every part of the core shares: the answers of parsers and of questions.
 *
 * <p>Must not know anything of Entra ID, OpenMetadata or Keycloak.
 */
@NullMarked
package io.entrabroker;

import org.jspecify.annotations.NullMarked;
