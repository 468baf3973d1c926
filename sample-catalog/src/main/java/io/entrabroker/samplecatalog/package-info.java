/**
 * The sample catalog: stands in for OpenMetadata's sign-in in the quickstart and in tests.
 *
 * <p>Knows how to set one up and start it. Must not know how it works.
 */
@NullMarked
package io.entrabroker.samplecatalog;

import org.jspecify.annotations.NullMarked;
