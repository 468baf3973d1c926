/**
 * Finds out what a realm, its clients and its users are like, for the doctor.
 *
 * <p>Translates Keycloak's models; decides nothing, and changes nothing.
 */
@NullMarked
package io.entrabroker.keycloak.doctor;

import org.jspecify.annotations.NullMarked;
