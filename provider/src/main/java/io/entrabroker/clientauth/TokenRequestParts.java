package io.entrabroker.clientauth;

import java.util.Map;

/**
 * What a registration adds to a request to the token endpoint.
 *
 * @param form form parameters by name
 * @param headers HTTP headers by name
 */
public record TokenRequestParts(Map<String, String> form, Map<String, String> headers) {
  public TokenRequestParts {
    form = Map.copyOf(form);
    headers = Map.copyOf(headers);
  }

  /** Shows names only: the values may be credentials. */
  @Override
  public String toString() {
    return "TokenRequestParts[form=" + form.keySet() + ", headers=" + headers.keySet() + "]";
  }
}
