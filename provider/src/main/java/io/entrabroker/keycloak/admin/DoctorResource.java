package io.entrabroker.keycloak.admin;

import io.entrabroker.doctor.Check;
import io.entrabroker.doctor.Diagnosis;
import io.entrabroker.keycloak.doctor.Doctor;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.events.admin.OperationType;

/** What is wrong with the set-up. */
public final class DoctorResource {

  private final AdminCall call;

  DoctorResource(AdminCall call) {
    this.call = call;
  }

  /**
   * Looks over the set-up, without changing it. Needs the permission to view the realm, its
   * identity providers, its users and the catalog's clients.
   *
   * @return 200 with {@code checked}, the number of checks, and {@code findings}, the worst first:
   *     {@code id}, {@code severity}, {@code found}, {@code detail}, {@code remedy}, {@code link}
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response look() {
    if (!call.mayViewSetUp() || !call.permissions().users().canView()) {
      return call.audit().denied(OperationType.ACTION);
    }
    List<Map<String, String>> findings =
        new Doctor(call.session(), call.realm(), call.permissions().adminAuth())
            .look().diagnoses().stream().map(Diagnosis::members).toList();
    return Response.ok(Map.of("checked", Check.ofTheServer(), "findings", findings))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
