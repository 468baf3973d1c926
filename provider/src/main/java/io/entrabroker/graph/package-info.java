/**
 * How Microsoft Graph is asked for a person's groups: which calls, in which order, how many pages,
 * and what its failures mean.
 *
 * <p>Must not know how a request is sent, nor what follows from a membership.
 */
@NullMarked
package io.entrabroker.graph;

import org.jspecify.annotations.NullMarked;
