package io.entrabroker.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.directory.DirectoryException;
import io.entrabroker.simulator.directory.GraphObject;
import io.entrabroker.simulator.directory.RegistrationChange;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * App registrations, as a script that keeps them as code reads and writes them.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/application-upsert">Upsert application</a>
 */
final class Applications {

  private static final Pattern BY_KEY =
      Pattern.compile("applications\\((uniqueName|appId)='([^']*)'\\)");
  private static final String OWNERS = "owners";
  private static final Set<String> NEVER_SHOWN = Set.of("federatedIdentityCredentials", OWNERS);
  private static final Duration LIFE_OF_A_SECRET = Duration.ofDays(730);

  private final Consumer<DirectoryChange> directory;
  private final Clock clock;

  Applications(Consumer<DirectoryChange> directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** Whether a first segment leads here. */
  static boolean isMeant(String segment) {
    return segment.equals("applications") || BY_KEY.matcher(segment).matches();
  }

  GraphAnswer answer(Caller caller, GraphRequest request) {
    Access.requireDirectory(caller);
    Access.toApplications(caller, request.method());
    Target target = Target.of(request.path());
    if (target.key().isEmpty()) {
      return request.isPost() ? created(caller, request, "") : list(caller, request);
    }
    Optional<Application> found = find(caller, target);
    if (target.rest().isEmpty()) {
      return whole(caller, request, target, found);
    }
    Application application = found.orElseThrow(() -> GraphException.notFound(target.key()));
    if (target.rest().equals(List.of("addPassword")) && request.isPost()) {
      return secretAdded(application, request);
    }
    if (FederatedCredentials.isMeant(target.rest().get(0))) {
      return new FederatedCredentials(application, this::change).answer(target.rest(), request);
    }
    if (target.rest().equals(List.of(OWNERS)) && request.method().equals("GET")) {
      return owners(caller, application, request);
    }
    throw GraphException.badRequest(
        "Resource not found for the segment '" + target.rest().get(0) + "'.");
  }

  /** Who may change the application and make credentials for it; whoever made it, to begin with. */
  private static GraphAnswer owners(Caller caller, Application application, GraphRequest request) {
    ListOptions options = ListOptions.of(request);
    List<GraphObject> owners = new ArrayList<>();
    for (JsonNode id : application.json().path(OWNERS)) {
      caller.tenant().object(id.asText()).ifPresent(owners::add);
    }
    return Page.of(options, "directoryObjects", owners, new ObjectViews(caller, options)::typed);
  }

  private GraphAnswer whole(
      Caller caller, GraphRequest request, Target target, Optional<Application> found) {
    if (request.method().equals("GET")) {
      return GraphJson.answer(view(found.orElseThrow(() -> GraphException.notFound(target.key()))));
    }
    if (!request.method().equals("PATCH")) {
      throw GraphException.badRequest("The simulator does not delete applications.");
    }
    boolean mayCreate = target.member().equals("uniqueName") && request.createsIfMissing();
    if (found.isEmpty() && mayCreate) {
      return created(caller, request, target.key());
    }
    Application application = found.orElseThrow(() -> GraphException.notFound(target.key()));
    change(RegistrationChange.update(application.appId(), writable(request)));
    return GraphAnswer.noContent();
  }

  private GraphAnswer created(Caller caller, GraphRequest request, String uniqueName) {
    ObjectNode application = writable(request);
    application.put("id", UUID.randomUUID().toString());
    application.put("appId", UUID.randomUUID().toString());
    application.put("createdDateTime", clock.instant().toString());
    application.putArray(OWNERS).add(caller.id());
    if (!uniqueName.isEmpty()) {
      application.put("uniqueName", uniqueName);
    }
    change(RegistrationChange.register(caller.tenant().id(), application));
    return GraphAnswer.json(201, application.without(OWNERS).toString());
  }

  private static GraphAnswer list(Caller caller, GraphRequest request) {
    return Page.of(
        ListOptions.of(request),
        "applications",
        caller.tenant().applications().stream().map(Applications::view).toList(),
        application -> application);
  }

  /** Secrets are made by their own function; the text is told in this answer and never again. */
  private GraphAnswer secretAdded(Application application, GraphRequest request) {
    JsonNode asked = GraphJson.body(request).path("passwordCredential");
    ObjectNode secret = GraphJson.object().put("keyId", UUID.randomUUID().toString());
    secret.put("displayName", asked.path("displayName").asText(""));
    secret.put("startDateTime", clock.instant().toString());
    secret.put(
        "endDateTime",
        asked.path("endDateTime").asText(clock.instant().plus(LIFE_OF_A_SECRET).toString()));
    secret.put("secretText", UUID.randomUUID() + "~" + UUID.randomUUID());
    secret.put("hint", secret.path("secretText").asText().substring(0, 3));
    ObjectNode more = GraphJson.object();
    more.putArray("passwordCredentials")
        .addAll(
            (com.fasterxml.jackson.databind.node.ArrayNode)
                application.json().withArray("/passwordCredentials"))
        .add(secret);
    change(RegistrationChange.update(application.appId(), more));
    return GraphJson.answer(secret);
  }

  private static ObjectNode writable(GraphRequest request) {
    ObjectNode body = GraphJson.body(request);
    for (String fixed : List.of("id", "appId", "federatedIdentityCredentials", OWNERS)) {
      if (body.has(fixed)) {
        throw GraphException.badRequest("Property '" + fixed + "' is read-only and cannot be set.");
      }
    }
    if (body.has("passwordCredentials")) {
      throw GraphException.badRequest("Use addPassword to add a password credential.");
    }
    return body;
  }

  private static ObjectNode view(Application application) {
    ObjectNode view = application.json().remove(NEVER_SHOWN);
    for (JsonNode secret : view.path("passwordCredentials")) {
      ((ObjectNode) secret).putNull("secretText");
    }
    return view;
  }

  private static Optional<Application> find(Caller caller, Target target) {
    return caller.tenant().applications().stream()
        .filter(one -> one.json().path(target.member()).asText().equalsIgnoreCase(target.key()))
        .findFirst();
  }

  private void change(DirectoryChange change) {
    try {
      directory.accept(change);
    } catch (DirectoryException refused) {
      throw GraphException.badRequest(
          String.valueOf(refused.getMessage()).lines().findFirst().orElse(""));
    }
  }

  /**
   * Which application a path means.
   *
   * @param member the property that tells it: {@code id}, {@code appId}, {@code uniqueName}
   * @param key the property's value; empty for all applications
   * @param rest the segments after it
   */
  private record Target(String member, String key, List<String> rest) {

    static Target of(List<String> path) {
      Matcher key = BY_KEY.matcher(path.get(0));
      if (key.matches()) {
        return new Target(key.group(1), key.group(2), path.subList(1, path.size()));
      }
      return path.size() == 1
          ? new Target("id", "", List.of())
          : new Target("id", path.get(1), path.subList(2, path.size()));
    }
  }
}
