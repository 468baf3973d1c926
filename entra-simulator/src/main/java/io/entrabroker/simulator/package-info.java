/**
 * Entra ID without the internet: the embeddable server, its clock and its command line.
 *
 * <p>Assembles the parts; must not contain protocol rules, claims or pages.
 */
@NullMarked
package io.entrabroker.simulator;

import org.jspecify.annotations.NullMarked;
