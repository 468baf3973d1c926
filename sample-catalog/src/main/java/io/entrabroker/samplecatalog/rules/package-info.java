/**
 * What the catalog makes of a bearer token and of the people who sign in: pure rules, one per
 * class.
 *
 * <p>Knows the order of OpenMetadata's checks, its status codes and its error texts. Must not know
 * HTTP, pac4j, the realm's address or the time of day: all of them arrive as parameters.
 */
@NullMarked
package io.entrabroker.samplecatalog.rules;

import org.jspecify.annotations.NullMarked;
