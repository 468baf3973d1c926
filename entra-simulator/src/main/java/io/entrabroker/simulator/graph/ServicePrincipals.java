package io.entrabroker.simulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.directory.GraphObject;
import io.entrabroker.simulator.directory.RegistrationChange;
import io.entrabroker.simulator.directory.ServicePrincipal;
import io.entrabroker.simulator.directory.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An application in this tenant, and who is assigned to it.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/serviceprincipal-list-approleassignedto">List
 *     appRoleAssignments granted for a service principal</a>
 */
final class ServicePrincipals {

  private static final Pattern BY_APP_ID =
      Pattern.compile("servicePrincipals\\(appId='([^']*)'\\)");

  private final Consumer<DirectoryChange> directory;

  ServicePrincipals(Consumer<DirectoryChange> directory) {
    this.directory = directory;
  }

  /** Whether a first segment leads here. */
  static boolean isMeant(String segment) {
    return segment.equals("servicePrincipals") || BY_APP_ID.matcher(segment).matches();
  }

  GraphAnswer answer(Caller caller, GraphRequest request) {
    Access.requireDirectory(caller);
    return request.method().equals("PATCH") ? upserted(caller, request) : get(caller, request);
  }

  /** Made once for an application of this tenant; what is written into it is of no consequence. */
  private GraphAnswer upserted(Caller caller, GraphRequest request) {
    Access.toApplications(caller, request.method());
    Matcher key = BY_APP_ID.matcher(request.path().get(0));
    if (!key.matches() || request.path().size() > 1 || !request.createsIfMissing()) {
      throw GraphException.badRequest("The simulator makes service principals, and no more.");
    }
    String appId = key.group(1);
    if (caller.tenant().application(appId).isEmpty()) {
      throw GraphException.notFound(appId);
    }
    if (caller.tenant().servicePrincipal(appId).isPresent()) {
      return GraphAnswer.noContent();
    }
    directory.accept(RegistrationChange.servicePrincipal(appId));
    return GraphAnswer.json(201, GraphJson.object().put("appId", appId).toString());
  }

  private static GraphAnswer get(Caller caller, GraphRequest request) {
    Access.toServicePrincipals(caller);
    Matcher key = BY_APP_ID.matcher(request.path().get(0));
    boolean byAppId = key.matches();
    int used = byAppId ? 1 : 2;
    if (request.path().size() < used) {
      throw GraphException.badRequest("The simulator does not list service principals.");
    }
    String name = byAppId ? key.group(1) : request.path().get(1);
    ServicePrincipal principal =
        (byAppId ? ofAppId(caller.tenant(), name) : ofId(caller.tenant(), name))
            .orElseThrow(() -> GraphException.notFound(name));
    List<String> rest = request.path().subList(used, request.path().size());
    if (rest.isEmpty()) {
      return one(caller, principal, request);
    }
    if (rest.equals(List.of("appRoleAssignedTo"))) {
      return assignments(caller.tenant(), principal, request);
    }
    throw GraphException.badRequest("Resource not found for the segment '" + rest.get(0) + "'.");
  }

  private static GraphAnswer one(Caller caller, ServicePrincipal principal, GraphRequest request) {
    ObjectNode body =
        GraphJson.object().put("@odata.context", request.context("servicePrincipals/$entity"));
    return GraphJson.answer(
        body.setAll(new ObjectViews(caller, ListOptions.of(request)).plain(principal)));
  }

  private static GraphAnswer assignments(
      Tenant tenant, ServicePrincipal principal, GraphRequest request) {
    ListOptions options = ListOptions.of(request);
    String context = "servicePrincipals('" + principal.id() + "')/appRoleAssignedTo";
    return Page.of(
        options,
        context,
        principal.assignments(),
        assignment -> selected(assignment(tenant, principal, assignment), options));
  }

  private static ObjectNode assignment(
      Tenant tenant, ServicePrincipal principal, ObjectNode assignment) {
    String principalId = assignment.path("principalId").asText();
    String roleId = assignment.path("appRoleId").asText();
    Optional<GraphObject> assigned = tenant.object(principalId);
    ObjectNode view = GraphJson.object();
    view.put("id", assignment.path("id").asText(idOf(principalId, principal.id(), roleId)));
    view.putNull("deletedDateTime").put("appRoleId", roleId);
    view.put("createdDateTime", assignment.path("createdDateTime").asText("2026-01-01T00:00:00Z"));
    view.put("principalDisplayName", assigned.map(GraphObject::displayName).orElse(""));
    view.put("principalId", principalId);
    view.put("principalType", assignment.path("principalType").asText());
    view.put("resourceDisplayName", principal.displayName()).put("resourceId", principal.id());
    return view;
  }

  private static ObjectNode selected(ObjectNode whole, ListOptions options) {
    return options.select().map(names -> whole.deepCopy().retain(names)).orElse(whole);
  }

  private static String idOf(String... parts) {
    String seed = String.join("/", parts);
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Optional<ServicePrincipal> ofAppId(Tenant tenant, String appId) {
    // The admin centre makes one with each application; through Graph it is a step of its own.
    return tenant
        .application(appId)
        .filter(application -> !application.json().has("createdDateTime"))
        .map(tenant::servicePrincipal)
        .or(() -> tenant.servicePrincipal(appId));
  }

  private static Optional<ServicePrincipal> ofId(Tenant tenant, String objectId) {
    return tenant
        .object(objectId)
        .filter(ServicePrincipal.class::isInstance)
        .map(ServicePrincipal.class::cast);
  }
}
