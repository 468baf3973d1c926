package io.entrabroker.keycloak.admin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorResponse;

/** What administrators can ask for, about the catalog and the people whom it knows. */
public final class CatalogAdminResource {

  private final AdminCall call;

  CatalogAdminResource(AdminCall call) {
    this.call = call;
  }

  /**
   * Gives somebody another address, and if asked for another username, in the catalog. Needs the
   * permission to manage the user. The same has to be changed in the catalog.
   *
   * @param userId the id of the user
   * @param wanted {@code email}, and optionally {@code username}
   * @return 204; 400 with {@code errorMessage} for what cannot be; 409 for what somebody else has
   */
  @PUT
  @Path("users/{id}/address")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response address(@PathParam("id") String userId, Map<String, Object> wanted) {
    UserModel user = call.session().users().getUserById(call.realm(), userId);
    if (user == null) {
      // Whoever may not look for users does not learn which ids there are.
      return call.permissions().users().canQuery()
          ? call.audit().notFound()
          : call.audit().denied(OperationType.UPDATE);
    }
    if (!call.permissions().users().canManage(user)) {
      return call.audit().denied(OperationType.UPDATE);
    }
    Optional<CatalogIdentityChange.Problem> problem =
        new CatalogIdentityChange(call.session(), call.realm())
            .apply(user, text(wanted, UserModel.EMAIL), text(wanted, UserModel.USERNAME));
    if (problem.isPresent()) {
      throw ErrorResponse.error(problem.get().text(), problem.get().status());
    }
    call.audit().done(OperationType.UPDATE);
    return Response.noContent().build();
  }

  /**
   * Gives a name in the catalog to an Entra account, whoever had it before: for somebody whose
   * account in Entra is a new one, or whose name a stranger took. Needs the permission to manage
   * users. A name that a user goes by has to be changed there first. The name stands in the body:
   * addresses are written into logs and events.
   *
   * @param wanted {@code username}, and its owner's {@code tenantId} and {@code objectId}
   * @return 204; 400 with {@code errorMessage} for what cannot be; 409 if a user goes by the name
   */
  @PUT
  @Path("names")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response name(Map<String, Object> wanted) {
    if (!call.permissions().users().canManage()) {
      return call.audit().denied(OperationType.ACTION);
    }
    Optional<CatalogIdentityChange.Problem> problem =
        new CatalogIdentityChange(call.session(), call.realm())
            .giveName(
                text(wanted, UserModel.USERNAME),
                text(wanted, "tenantId") + ":" + text(wanted, "objectId"));
    if (problem.isPresent()) {
      throw ErrorResponse.error(problem.get().text(), problem.get().status());
    }
    call.audit().done(OperationType.ACTION);
    return Response.noContent().build();
  }

  /** The catalog's configuration. */
  @Path("catalog-config")
  public CatalogConfigResource configuration() {
    return new CatalogConfigResource(call);
  }

  /** What is wrong with the set-up. */
  @Path("doctor")
  public DoctorResource doctor() {
    return new DoctorResource(call);
  }

  /** What somebody would be in the catalog. */
  @Path("preview")
  public PreviewResource preview() {
    return new PreviewResource(call);
  }

  private static String text(Map<String, Object> wanted, String member) {
    return wanted != null && wanted.get(member) instanceof String text ? text : "";
  }
}
