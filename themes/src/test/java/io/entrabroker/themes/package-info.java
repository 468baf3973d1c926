/**
 * Tests of the theme without a server: its files, its texts, and the stock pages of every supported
 * Keycloak release rendered with it. Knows FreeMarker and the layout of theme JARs; must not know
 * how Keycloak's server works or what the provider does.
 */
@NullMarked
package io.entrabroker.themes;

import org.jspecify.annotations.NullMarked;
