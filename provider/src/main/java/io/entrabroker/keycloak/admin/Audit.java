package io.entrabroker.keycloak.admin;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * Admin events: who did what, and who tried to. Without representations, which would carry people's
 * data or a secret.
 */
final class Audit {

  /** The type of resource in events: none of Keycloak's own is a catalog. */
  static final String RESOURCE = "OPENMETADATA";

  private static final String FORBIDDEN = "forbidden";

  private final KeycloakSession session;
  private final AdminEventBuilder event;

  Audit(KeycloakSession session, AdminEventBuilder event) {
    this.session = session;
    this.event = event.resource(RESOURCE);
  }

  /** Writes that something was done. */
  void done(OperationType operation) {
    write(operation);
  }

  /**
   * Writes that something was tried without the permission for it.
   *
   * @return 403. No exception: Keycloak would take the event back with everything else
   */
  Response denied(OperationType operation) {
    event.getEvent().setError(FORBIDDEN);
    write(operation);
    return problem(Status.FORBIDDEN, "You are not allowed to do this.");
  }

  /** 404, which says no more than that. */
  Response notFound() {
    return problem(Status.NOT_FOUND, "There is nothing of this name.");
  }

  /** An answer with a sentence about what is wrong. */
  static Response problem(Status status, String sentence) {
    ErrorRepresentation body = new ErrorRepresentation();
    body.setErrorMessage(sentence);
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
  }

  private void write(OperationType operation) {
    event.operation(operation).resourcePath(session.getContext().getUri()).success();
  }
}
