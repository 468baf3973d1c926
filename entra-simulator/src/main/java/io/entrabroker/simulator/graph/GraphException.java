package io.entrabroker.simulator.graph;

/** Graph refuses a request. */
final class GraphException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  GraphException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static GraphException badRequest(String message) {
    return new GraphException(400, "Request_BadRequest", message);
  }

  static GraphException unsupportedQuery(String message) {
    return new GraphException(400, "Request_UnsupportedQuery", message);
  }

  static GraphException denied() {
    return new GraphException(
        403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
  }

  static GraphException unauthenticated(String message) {
    return new GraphException(401, "InvalidAuthenticationToken", message);
  }

  static GraphException notFound(String id) {
    return new GraphException(
        404,
        "Request_ResourceNotFound",
        "Resource '%s' does not exist or one of its queried reference-property objects are not"
                .formatted(id)
            + " present.");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
