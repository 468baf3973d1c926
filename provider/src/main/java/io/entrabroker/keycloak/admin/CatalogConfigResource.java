package io.entrabroker.keycloak.admin;

import io.entrabroker.catalog.config.CatalogExport;
import io.entrabroker.catalog.config.CatalogRequest;
import io.entrabroker.catalog.config.CatalogSettings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Objects;
import org.keycloak.events.admin.OperationType;

/** The catalog's configuration, as the catalog reads it. */
public final class CatalogConfigResource {

  private final AdminCall call;

  CatalogConfigResource(AdminCall call) {
    this.call = call;
  }

  /**
   * Writes the configuration. Needs the permission to view the realm, its identity providers and
   * the catalog's clients; for the client's secret, the permission to manage that client.
   *
   * <p>Takes {@code flow}, {@code release}, {@code url}, {@code principal-domain} and {@code
   * admins} as {@link CatalogRequest} says, and {@code secret=include}.
   *
   * @param format a {@link CatalogExport#text()}
   * @return 200 with the file; 400 with {@code errorMessage} for what cannot be written
   */
  @GET
  @Path("{format}")
  public Response write(@PathParam("format") String format) {
    boolean withSecret = "include".equals(parameter("secret"));
    if (!call.mayViewSetUp()
        || (withSecret
            && !call.catalog().clients().allMatch(call.permissions().clients()::canManage))) {
      return call.audit().denied(OperationType.ACTION);
    }
    CatalogRequest request =
        new CatalogRequest(
            parameter("flow"),
            parameter("release"),
            parameter("url"),
            parameter("principal-domain"),
            parameter("admins"));
    return CatalogExport.parse(format)
        .fold(
            known ->
                request
                    .read(withSecret ? call.catalog().factsWithSecrets() : call.catalog().facts())
                    .fold(
                        settings -> answer(known, settings, withSecret),
                        problem -> Audit.problem(Status.BAD_REQUEST, problem)),
            problem -> Audit.problem(Status.NOT_FOUND, problem));
  }

  private Response answer(CatalogExport format, CatalogSettings settings, boolean withSecret) {
    if (!format.fits(settings.release())) {
      return Audit.problem(
          Status.BAD_REQUEST,
          "OpenMetadata "
              + settings.release()
              + " cannot be configured this way: it is possible since"
              + " 1.10.");
    }
    if (withSecret) {
      call.audit().done(OperationType.ACTION);
    }
    return Response.ok(
            format.write(settings), MediaType.valueOf(format.mediaType()).withCharset("UTF-8"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + format.fileName() + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private String parameter(String name) {
    MultivaluedMap<String, String> query =
        call.session().getContext().getUri().getQueryParameters();
    return Objects.requireNonNullElse(query.getFirst(name), "");
  }
}
