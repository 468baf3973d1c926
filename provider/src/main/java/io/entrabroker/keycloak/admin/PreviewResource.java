package io.entrabroker.keycloak.admin;

import io.entrabroker.keycloak.idp.PreviewInvitation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Map;
import org.keycloak.events.admin.OperationType;

/** What somebody would be in the catalog. */
public final class PreviewResource {

  private final AdminCall call;

  PreviewResource(AdminCall call) {
    this.call = call;
  }

  /**
   * Makes a link that shows whoever opens it, and signs in at Microsoft, what they would be in the
   * catalog. Needs the permission to manage identity providers. The link is good for five minutes,
   * for one result, and in the browser that opens it first; what it shows, it shows there only.
   *
   * @param wanted {@code alias}: the identity provider's
   * @return 200 with {@code link} and {@code seconds}, for how long it is good; 400 with {@code
   *     errorMessage} if nobody could sign in with the provider
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response ask(Map<String, Object> wanted) {
    if (!call.permissions().realm().canManageIdentityProviders()) {
      return call.audit().denied(OperationType.ACTION);
    }
    String alias = wanted != null && wanted.get("alias") instanceof String text ? text : "";
    return new PreviewInvitation(call.session(), call.realm())
        .link(alias)
        .fold(this::answer, problem -> Audit.problem(Status.BAD_REQUEST, problem));
  }

  private Response answer(URI link) {
    call.audit().done(OperationType.ACTION);
    return Response.ok(Map.of("link", link.toString(), "seconds", PreviewInvitation.SECONDS))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
