/**
 * Tenants, people, groups and app registrations, read from JSON in Microsoft Graph's own shapes.
 *
 * <p>Must not know protocols, tokens, HTTP or the time.
 */
@NullMarked
package io.entrabroker.simulator.directory;

import org.jspecify.annotations.NullMarked;
