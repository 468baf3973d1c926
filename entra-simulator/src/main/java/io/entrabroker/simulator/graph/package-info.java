/**
 * The part of Microsoft Graph that a sign-in uses: one's own profile, memberships, and who is
 * assigned to an application.
 *
 * <p>Decides who may read what and how lists are paged; must not know HTTP servers or JSON files.
 */
@NullMarked
package io.entrabroker.simulator.graph;

import org.jspecify.annotations.NullMarked;
