package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One Entra directory: an {@code organization} with its people, groups and applications. */
public final class Tenant {

  private final JsonNode organization;
  private final List<String> domains;
  private final List<User> users;
  private final Memberships memberships;
  private final List<Application> applications;
  private final List<ServicePrincipal> servicePrincipals;
  private final ConsentGrants consentGrants;

  Tenant(ObjectNode json) {
    organization = json.path("organization");
    domains =
        stream(organization.path("verifiedDomains"))
            .map(domain -> domain.path("name").asText().toLowerCase(Locale.ROOT))
            .toList();
    users = each(json, "users", User::new);
    memberships = new Memberships(each(json, "groups", Group::new));
    applications = each(json, "applications", Application::new);
    servicePrincipals = each(json, "servicePrincipals", ServicePrincipal::new);
    consentGrants = ConsentGrants.read(json.path("oauth2PermissionGrants"));
  }

  /** The tenant's GUID, lower case. */
  public String id() {
    return organization.path("id").asText().toLowerCase(Locale.ROOT);
  }

  public String displayName() {
    return organization.path("displayName").asText(id());
  }

  /** The verified domains, lower case; each is a valid authority segment. */
  public List<String> domains() {
    return domains;
  }

  /** Whether the segment of an authority means this tenant: its GUID or a domain, in any case. */
  public boolean isNamed(String segment) {
    String name = segment.toLowerCase(Locale.ROOT);
    return id().equals(name) || domains.contains(name);
  }

  /** All people, in the order of the file. */
  public List<User> users() {
    return users;
  }

  public Optional<User> user(String objectId) {
    return users.stream().filter(user -> user.id().equals(objectId)).findFirst();
  }

  /** The person whom a sign-in name or mail address means. */
  public Optional<User> userNamed(String name) {
    return users.stream().filter(user -> user.isNamed(name)).findFirst();
  }

  public List<Group> directGroupsOf(User user) {
    return memberships.directGroupsOf(user);
  }

  /** The groups of the person, nested ones included. */
  public List<Group> allGroupsOf(User user) {
    return memberships.allGroupsOf(user);
  }

  public List<Application> applications() {
    return applications;
  }

  public Optional<Application> application(String appId) {
    return applications.stream().filter(app -> app.appId().equalsIgnoreCase(appId)).findFirst();
  }

  /** The application that a resource name (App ID URI or client id) means. */
  public Optional<Application> resource(String name) {
    return applications.stream().filter(app -> app.isResource(name)).findFirst();
  }

  /**
   * The application's service principal; one that the file leaves out is made up, as the admin
   * centre does on registration, with an object id that depends on tenant and client id only.
   */
  public ServicePrincipal servicePrincipal(Application application) {
    return servicePrincipals.stream()
        .filter(principal -> principal.appId().equals(application.appId()))
        .findFirst()
        .orElseGet(() -> implied(application));
  }

  /** The permissions that were consented to in the file. */
  public ConsentGrants consentGrants() {
    return consentGrants;
  }

  private ServicePrincipal implied(Application application) {
    String seed = id() + "/" + application.appId();
    ObjectNode json = application.json().objectNode();
    json.put("id", UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString());
    json.put("appId", application.appId()).put("displayName", application.displayName());
    return new ServicePrincipal(json);
  }

  private static <T> List<T> each(JsonNode json, String member, Function<ObjectNode, T> view) {
    return stream(json.path(member)).map(ObjectNode.class::cast).map(view).toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
