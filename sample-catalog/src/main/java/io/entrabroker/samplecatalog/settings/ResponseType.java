package io.entrabroker.samplecatalog.settings;

import java.util.Arrays;

/** What the public client asks the realm for ({@code AUTHENTICATION_RESPONSE_TYPE}). */
public enum ResponseType {
  /** Implicit flow, OpenMetadata's default: the ID token arrives in the callback's fragment. */
  ID_TOKEN("id_token"),
  /** Authorization code flow with PKCE. */
  CODE("code");

  private final String value;

  ResponseType(String value) {
    this.value = value;
  }

  /** The value of the {@code response_type} parameter. */
  public String value() {
    return value;
  }

  /**
   * The response type with this parameter value.
   *
   * @throws IllegalArgumentException when it is neither {@code id_token} nor {@code code}
   */
  public static ResponseType of(String value) {
    return Arrays.stream(values())
        .filter(type -> type.value.equals(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("response type: write id_token or code"));
  }
}
