package io.entrabroker.samplecatalog.settings;

/**
 * The catalog's confidential client in the realm.
 *
 * @param id client id
 * @param secret client secret
 */
public record ConfidentialRegistration(String id, String secret) {

  /** A catalog without a confidential client. */
  public static final ConfidentialRegistration NONE = new ConfidentialRegistration("", "");

  /** Whether there is one. */
  public boolean isPresent() {
    return !id.isEmpty();
  }

  @Override
  public String toString() {
    return "ConfidentialRegistration[id=" + id + ", secret=***]";
  }
}
