/**
 * OpenMetadata's own configuration as its server reads it: from a container's variables, from
 * {@code openmetadata.yaml}, from values of the Helm chart, or from the body of its Settings API.
 *
 * <p>Knows which member and which variable there is in which release, and what holds where one is
 * left out. Must not know the broker's writers of such files: it was written apart from them.
 */
@NullMarked
package io.entrabroker.samplecatalog.openmetadata;

import org.jspecify.annotations.NullMarked;
