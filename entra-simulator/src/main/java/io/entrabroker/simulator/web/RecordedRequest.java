package io.entrabroker.simulator.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that reached the authorization endpoint, the token endpoint, the logout endpoint or
 * Microsoft Graph, kept for tests.
 *
 * @param method GET or POST
 * @param path from the first slash, without query
 * @param headers by lower-case name
 * @param query parameters of the query
 * @param form parameters of the form
 * @param body the text of a body that is no form; empty if there is none
 */
public record RecordedRequest(
    String method,
    String path,
    Map<String, String> headers,
    Map<String, String> query,
    Map<String, String> form,
    String body) {

  public RecordedRequest {
    headers = Map.copyOf(headers);
    query = Map.copyOf(query);
    form = Map.copyOf(form);
  }

  public boolean toTokenEndpoint() {
    return path.endsWith("/token");
  }

  public boolean toAuthorizeEndpoint() {
    return path.endsWith("/authorize");
  }

  public boolean toGraph() {
    return path.startsWith("/v1.0/");
  }

  /** A header, by its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** A parameter of the form or, failing that, of the query. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(form.getOrDefault(name, query.get(name)));
  }

  /** Names only: the values may be secrets. */
  @Override
  public String toString() {
    return method + " " + path + " query=" + query.keySet() + " form=" + form.keySet();
  }
}
