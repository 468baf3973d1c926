/**
 * The numbered errors of Entra ID: code, OAuth error, HTTP status, wording and the shape of the
 * report.
 *
 * <p>Knows nothing of requests, tenants or pages; whoever throws an error decides where it is
 * shown.
 */
@NullMarked
package io.entrabroker.simulator.errors;

import org.jspecify.annotations.NullMarked;
