package io.entrabroker.samplecatalog.settings;

import java.util.Map;

/**
 * What the confidential client adds to its authorization request.
 *
 * @param prompt {@code OIDC_PROMPT_TYPE}; empty: not sent
 * @param maxAge {@code OIDC_MAX_AGE} in seconds; empty: not sent
 * @param custom {@code OIDC_CUSTOM_PARAMS}, sent with every request
 * @param pkce whether a code challenge is sent
 */
public record RequestParameters(
    String prompt, String maxAge, Map<String, String> custom, Pkce pkce) {

  /**
   * @throws IllegalArgumentException when {@code maxAge} is neither empty nor a whole number
   */
  public RequestParameters {
    if (!maxAge.matches("[0-9]*")) {
      throw new IllegalArgumentException("max_age: write seconds, or nothing to leave it out");
    }
    custom = Map.copyOf(custom);
  }

  /** What OpenMetadata 1.8 to 1.13 sends when nobody sets anything: consent and max_age=0. */
  public static RequestParameters openMetadataDefaults() {
    return new RequestParameters("consent", "0", Map.of(), Pkce.DISABLED);
  }

  public RequestParameters withPrompt(String value) {
    return new RequestParameters(value, maxAge, custom, pkce);
  }

  public RequestParameters withMaxAge(String value) {
    return new RequestParameters(prompt, value, custom, pkce);
  }

  public RequestParameters withCustom(Map<String, String> values) {
    return new RequestParameters(prompt, maxAge, values, pkce);
  }

  public RequestParameters withPkce(Pkce value) {
    return new RequestParameters(prompt, maxAge, custom, value);
  }
}
