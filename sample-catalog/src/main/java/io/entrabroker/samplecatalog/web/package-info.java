/**
 * The sample catalog on the wire: pages, OpenMetadata's endpoints, the sign-in through pac4j.
 *
 * <p>Knows HTTP, sessions and the realm's endpoints. Must not decide who a token speaks for or what
 * becomes of a user: it asks the rules.
 */
@NullMarked
package io.entrabroker.samplecatalog.web;

import org.jspecify.annotations.NullMarked;
