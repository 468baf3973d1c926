package io.entrabroker.samplecatalog.openmetadata;

/** A configuration with which OpenMetadata does not start, or does not save. */
public final class ConfigurationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What was sent is no configuration at all. */
  public static ConfigurationException because(String reason) {
    return new ConfigurationException(reason);
  }

  ConfigurationException(String reason) {
    super(reason);
  }
}
