/**
 * The catalog's own configuration: which of its settings exist in which version, what this broker
 * needs them to be, and how they are written for each way of installing OpenMetadata.
 *
 * <p>Knows OpenMetadata's configuration. Must not know where the values come from.
 */
@NullMarked
package io.entrabroker.catalog.config;

import org.jspecify.annotations.NullMarked;
