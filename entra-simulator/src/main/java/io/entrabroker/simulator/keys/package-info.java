/**
 * Key material: the published signing keys and the certificate authority for https.
 *
 * <p>Must not know tenants, claims or HTTP.
 */
@NullMarked
package io.entrabroker.simulator.keys;

import org.jspecify.annotations.NullMarked;
