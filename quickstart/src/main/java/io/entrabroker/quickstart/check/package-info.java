/**
 * Whole sign-ins over HTTP, as a browser and the catalog's page would do them, without scripts.
 * Knows the pages it walks through and OpenMetadata's requests. Must not start or stop anything.
 */
@NullMarked
package io.entrabroker.quickstart.check;

import org.jspecify.annotations.NullMarked;
