/**
 * What follows from the groups and app roles of a person: which teams to join and leave, which
 * catalog roles to grant and revoke, and whether to let the person in.
 *
 * <p>Knows groups by object id; must not know how Microsoft Graph is asked, nor Keycloak.
 */
@NullMarked
package io.entrabroker.groups;

import org.jspecify.annotations.NullMarked;
