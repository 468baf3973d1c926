package io.entrabroker.samplecatalog.rules;

/** By what the catalog looks a person up. */
public enum FoundBy {
  NAME,
  EMAIL
}
