package io.entrabroker.simulator.oauth;

import java.util.Arrays;
import java.util.Optional;

/** How an answer travels from the authorization endpoint to the application. */
public enum ResponseMode {
  QUERY("query"),
  FRAGMENT("fragment"),
  FORM_POST("form_post");

  private final String value;

  ResponseMode(String value) {
    this.value = value;
  }

  static Optional<ResponseMode> parse(String text) {
    return Arrays.stream(values()).filter(mode -> mode.value.equals(text)).findFirst();
  }
}
