/**
 * Measurements that compare two things in one run and print ratios.
 *
 * <p>Knows the harness that starts Keycloak; must not be needed by any test.
 */
@NullMarked
package io.entrabroker.benchmarks;

import org.jspecify.annotations.NullMarked;
