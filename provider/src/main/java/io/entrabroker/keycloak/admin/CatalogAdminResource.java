package io.entrabroker.keycloak.admin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Commands about the people whom the catalog knows. */
public final class CatalogAdminResource {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissionEvaluator permissions;
  private final AdminEventBuilder event;

  CatalogAdminResource(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissionEvaluator permissions,
      AdminEventBuilder event) {
    this.session = session;
    this.realm = realm;
    this.permissions = permissions;
    this.event = event.resource(ResourceType.USER);
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
    UserModel user = session.users().getUserById(realm, userId);
    if (user == null) {
      // Whoever may not look for users does not learn which ids there are.
      permissions.users().requireQuery();
      throw new NotFoundException("User not found");
    }
    permissions.users().requireManage(user);
    Optional<CatalogIdentityChange.Problem> problem =
        new CatalogIdentityChange(session, realm)
            .apply(user, text(wanted, UserModel.EMAIL), text(wanted, UserModel.USERNAME));
    if (problem.isPresent()) {
      throw ErrorResponse.error(problem.get().text(), problem.get().status());
    }
    // Without a representation: it would carry the address.
    event.operation(OperationType.UPDATE).resourcePath(session.getContext().getUri()).success();
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
    permissions.users().requireManage();
    Optional<CatalogIdentityChange.Problem> problem =
        new CatalogIdentityChange(session, realm)
            .giveName(
                text(wanted, UserModel.USERNAME),
                text(wanted, "tenantId") + ":" + text(wanted, "objectId"));
    if (problem.isPresent()) {
      throw ErrorResponse.error(problem.get().text(), problem.get().status());
    }
    event.operation(OperationType.ACTION).resourcePath(session.getContext().getUri()).success();
    return Response.noContent().build();
  }

  private static String text(Map<String, Object> wanted, String member) {
    return wanted != null && wanted.get(member) instanceof String text ? text : "";
  }
}
