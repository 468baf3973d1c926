/**
 * HTTP: routes, headers, cookies, CORS and the pages that people see.
 *
 * <p>Translates between requests and the protocol; must not decide protocol rules.
 */
@NullMarked
package io.entrabroker.simulator.web;

import org.jspecify.annotations.NullMarked;
