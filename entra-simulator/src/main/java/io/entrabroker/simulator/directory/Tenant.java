package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One Entra directory: an {@code organization} with its people, groups and applications. */
public final class Tenant {

  /** The tenant of personal accounts. */
  public static final String PERSONAL_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";

  private final JsonNode organization;
  private final List<String> domains;
  private final VerifiedDomains verifiedDomains;
  private final List<User> users;
  private final Map<String, GraphObject> objects = new HashMap<>();
  private final Memberships memberships;
  private final Registrations registrations;

  Tenant(ObjectNode json, VerifiedDomains verifiedDomains) {
    this.verifiedDomains = verifiedDomains;
    organization = json.path("organization");
    domains = domains(json);
    users = each(json, "users", User::new);
    List<Group> groups = new ArrayList<>(each(json, "groups", Group::new));
    stream(json.path("groupSeries"))
        .map(GroupSeries::read)
        .flatMap(series -> series.groups(json))
        .forEach(groups::add);
    List<DirectoryRole> roles = each(json, "directoryRoles", DirectoryRole::new);
    memberships = new Memberships(users, groups, roles);
    registrations =
        new Registrations(
            id(json),
            each(json, "applications", Application::new),
            each(json, "servicePrincipals", ServicePrincipal::new),
            ConsentGrants.read(json.path("oauth2PermissionGrants")));
    Stream.of(users, groups, roles, registrations.servicePrincipals())
        .flatMap(List::stream)
        .forEach(object -> objects.putIfAbsent(key(object.id()), object));
  }

  /** The tenant's GUID, lower case. */
  public String id() {
    return key(organization.path("id").asText());
  }

  /** Whether this is the tenant of personal accounts, which have no directory. */
  public boolean holdsPersonalAccounts() {
    return id().equals(PERSONAL_ACCOUNTS);
  }

  /** The cloud that the tenant belongs to; the public one unless the file says otherwise. */
  public Cloud cloud() {
    return Cloud.named(organization.path("cloud").asText()).orElse(Cloud.PUBLIC);
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
    return object(objectId).filter(User.class::isInstance).map(User.class::cast);
  }

  /** The person whom a sign-in name or mail address means. */
  public Optional<User> userNamed(String name) {
    return users.stream().filter(user -> user.isNamed(name)).findFirst();
  }

  /** The person, group, directory role or service principal with this object id. */
  public Optional<GraphObject> object(String objectId) {
    return Optional.ofNullable(objects.get(key(objectId)));
  }

  /** What {@code xms_edov} says of the person; empty if the person has no mail address. */
  public Optional<Boolean> verifiesMailOf(User user) {
    return verifiedDomains.vouchFor(user, id());
  }

  /** Whether a mail address is in a domain that this tenant verified. */
  public boolean ownsDomainOf(String address) {
    return verifiedDomains.owns(id(), address);
  }

  public List<Group> directGroupsOf(User user) {
    return memberships.directGroupsOf(user);
  }

  /** The groups of the person, nested ones included. */
  public List<Group> allGroupsOf(User user) {
    return memberships.allGroupsOf(user);
  }

  public List<DirectoryRole> directRolesOf(User user) {
    return memberships.directRolesOf(user);
  }

  /** The directory roles of the person, those of groups included. */
  public List<DirectoryRole> allRolesOf(User user) {
    return memberships.allRolesOf(user);
  }

  public List<Application> applications() {
    return registrations.applications();
  }

  public Optional<Application> application(String appId) {
    return registrations.application(appId);
  }

  /** The application that a resource name (App ID URI or client id) means. */
  public Optional<Application> resource(String name) {
    return registrations.resource(name);
  }

  /**
   * The application's service principal; one that the file leaves out is made up, as the admin
   * centre does on registration, with an object id that depends on tenant and client id only.
   */
  public ServicePrincipal servicePrincipal(Application application) {
    return registrations.servicePrincipal(application);
  }

  /** The service principal that the file has for a client id. */
  public Optional<ServicePrincipal> servicePrincipal(String appId) {
    return registrations.servicePrincipal(appId);
  }

  /**
   * The delegated permissions of a resource that the file says were consented to.
   *
   * @param resourceAppId client id of the resource, Graph's or an application's
   */
  public Set<String> consentedScopes(Application client, User user, String resourceAppId) {
    return registrations.consentedScopes(client, user, resourceAppId);
  }

  /** The application permissions of Microsoft Graph that were granted to the client. */
  public List<String> graphRolesOf(Application client) {
    return registrations.graphRolesOf(client);
  }

  static String id(JsonNode json) {
    return key(json.at("/organization/id").asText());
  }

  static List<String> domains(JsonNode json) {
    return stream(json.at("/organization/verifiedDomains"))
        .map(domain -> key(domain.path("name").asText()))
        .toList();
  }

  private static String key(String objectId) {
    return objectId.toLowerCase(Locale.ROOT);
  }

  private static <T> List<T> each(JsonNode json, String member, Function<ObjectNode, T> view) {
    return stream(json.path(member)).map(ObjectNode.class::cast).map(view).toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
