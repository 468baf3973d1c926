/**
 * How one sample catalog is set up: which realm, which of its clients, what is sent along.
 *
 * <p>Knows OpenMetadata's defaults. Must not know how any of it is used.
 */
@NullMarked
package io.entrabroker.samplecatalog.settings;

import org.jspecify.annotations.NullMarked;
