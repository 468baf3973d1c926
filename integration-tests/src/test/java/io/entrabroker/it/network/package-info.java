/**
 * What stands between Keycloak and Microsoft on real networks: load balancers with certificates of
 * all kinds, and a company's proxy. Knows bytes and TLS; must not know what a sign-in is.
 */
@NullMarked
package io.entrabroker.it.network;

import org.jspecify.annotations.NullMarked;
