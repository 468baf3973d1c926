package io.entrabroker.simulator.graph;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request to Microsoft Graph.
 *
 * @param method GET, POST or PATCH
 * @param path the decoded segments after the version, for example {@code me}, {@code memberOf}
 * @param query decoded parameters by name, for example {@code $select}
 * @param headers by lower-case name; may hold a token
 * @param body the text of the body, empty if there is none
 * @param host scheme, host and port that were asked, for links in the answer
 */
public record GraphRequest(
    String method,
    List<String> path,
    Map<String, String> query,
    Map<String, String> headers,
    String body,
    String host) {

  private static final String BEARER = "bearer ";

  public GraphRequest {
    path = List.copyOf(path);
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  boolean isPost() {
    return method.equals("POST");
  }

  /** Whether a PATCH may create what is not there: the header {@code Prefer}. */
  boolean createsIfMissing() {
    return "create-if-missing".equalsIgnoreCase(headers.get("prefer"));
  }

  Optional<String> bearerToken() {
    return Optional.ofNullable(headers.get("authorization"))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()).trim());
  }

  /** Whether the header {@code ConsistencyLevel: eventual} is there. */
  boolean eventuallyConsistent() {
    return "eventual".equalsIgnoreCase(headers.get("consistencylevel"));
  }

  /** The address of a path of version 1.0. */
  String address(String pathAndQuery) {
    return host + "/v1.0/" + pathAndQuery;
  }

  /** The member {@code @odata.context} of an answer. */
  String context(String fragment) {
    return address("$metadata#" + fragment);
  }

  /** Never shows headers or body: they may be secrets. */
  @Override
  public String toString() {
    return method + " /v1.0/" + String.join("/", path) + " query=" + query.keySet();
  }
}
