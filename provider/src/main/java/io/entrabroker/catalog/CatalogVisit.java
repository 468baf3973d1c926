package io.entrabroker.catalog;

/**
 * A sign-in and what it leaves behind.
 *
 * @param prediction what comes of it
 * @param after whom the catalog knows then; even a refused sign-in may have created somebody
 */
public record CatalogVisit(CatalogPrediction prediction, CatalogAccounts after) {}
