package io.entrabroker.samplecatalog.web;

import io.entrabroker.samplecatalog.rules.CatalogUsers;
import io.entrabroker.samplecatalog.rules.TokenRules;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What every part of the site shares.
 *
 * @param rules what is demanded of tokens
 * @param users the people
 * @param address the catalog's own address, known once it listens
 * @param clock the time
 */
record CatalogCore(TokenRules rules, CatalogUsers users, Supplier<URI> address, Clock clock) {}
