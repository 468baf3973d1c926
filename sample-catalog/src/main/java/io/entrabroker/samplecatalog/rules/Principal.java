package io.entrabroker.samplecatalog.rules;

/**
 * Who a token speaks for, in the catalog's terms.
 *
 * @param username lower-case name, the key of every look-up but one
 * @param email lower-case address
 */
public record Principal(String username, String email) {}
