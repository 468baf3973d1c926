package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Everything that the simulator knows about tenants: immutable, read from one JSON file.
 *
 * <p>The file is one tenant ({@code organization}, {@code users}, {@code groups}, {@code
 * applications}, {@code servicePrincipals}, {@code oauth2PermissionGrants}, {@code directoryRoles},
 * {@code groupSeries}), or several under {@code tenants}. Objects have the shapes of Microsoft
 * Graph v1.0.
 */
public final class Directory {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode json;
  private final List<Tenant> tenants;

  private Directory(ObjectNode json) {
    this.json = json;
    List<JsonNode> roots = new ArrayList<>();
    if (json.has("tenants")) {
      json.path("tenants").forEach(roots::add);
    } else {
      roots.add(json);
    }
    List<String> problems =
        roots.stream().flatMap(root -> DirectoryCheck.problemsOf(root).stream()).toList();
    if (!problems.isEmpty()) {
      throw new DirectoryException(problems);
    }
    VerifiedDomains domains =
        new VerifiedDomains(
            roots.stream().collect(Collectors.toMap(Tenant::id, Tenant::domains, (a, b) -> a)));
    tenants = roots.stream().map(root -> new Tenant((ObjectNode) root, domains)).toList();
  }

  /** The tenant Contoso, with the people and app registrations that the quickstart uses. */
  public static Directory contoso() {
    return new Directory(ShippedDirectories.contoso());
  }

  /**
   * Contoso, the first tenant, with many more people: every kind of guest, addresses and names that
   * cause trouble, groups up to 11,001; besides it the tenant Fabrikam and the tenant of personal
   * accounts, whose people may sign in to the same applications.
   */
  public static Directory contosoAndOthers() {
    return new Directory(ShippedDirectories.contosoAndOthers());
  }

  /**
   * Reads a directory file.
   *
   * @throws DirectoryException if the file cannot be read or has a problem
   */
  public static Directory read(Path file) {
    return parse(text("directory file", file));
  }

  /**
   * Reads a directory from JSON text.
   *
   * @throws DirectoryException naming every problem at once
   */
  public static Directory parse(String text) {
    try {
      if (JSON.readTree(text) instanceof ObjectNode object) {
        return new Directory(object);
      }
      throw new DirectoryException(List.of("The directory must be a JSON object."));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new DirectoryException("The directory is not JSON; look at line " + line + ".", e);
    }
  }

  /**
   * A directory that differs from this one.
   *
   * @param change is given a copy of the JSON and changes it in place
   * @throws DirectoryException if the changed JSON has a problem
   */
  public Directory edited(Consumer<ObjectNode> change) {
    ObjectNode copy = json.deepCopy();
    change.accept(copy);
    return new Directory(copy);
  }

  /**
   * A directory whose first tenant has one more application.
   *
   * @param text a Graph {@code application}, for example a file of {@code deploy/entra} filled in;
   *     client id and object id are made up if it has none
   * @throws DirectoryException if Graph would refuse it
   */
  public Directory registering(String text) {
    return with(RegistrationChange.register(tenants.get(0).id(), RegistrationFile.parse(text)));
  }

  /** The same with the text of a file. */
  public Directory registering(Path file) {
    return registering(text("registration", file));
  }

  /** A directory that differs from this one in these ways, applied in this order. */
  public Directory with(DirectoryChange... changes) {
    return edited(root -> Arrays.stream(changes).forEach(change -> change.applyTo(root)));
  }

  /**
   * A directory in which a person is in many more security groups.
   *
   * @param who object id, user principal name or mail address
   * @param count how many; ids and names are those of {@link GroupSeries#of}
   */
  public Directory withGroupsFor(String who, int count) {
    return with(GroupChange.addSeries(GroupSeries.of(who, count)));
  }

  /**
   * A directory in which the domain belongs to another tenant, as after a sale of the domain.
   *
   * @param domain a domain that may or may not be verified in a tenant by now
   * @param tenantId GUID of the new owner; a tenant that is not known yet is made as a copy of the
   *     old owner, with the same people and applications
   */
  public Directory withDomainMoved(String domain, String tenantId) {
    return new Directory(DomainMove.of(domain, tenantId).applyTo(json));
  }

  public List<Tenant> tenants() {
    return tenants;
  }

  /** The tenant that the first path segment of an authority means: GUID or verified domain. */
  public Optional<Tenant> tenant(String segment) {
    return tenants.stream().filter(tenant -> tenant.isNamed(segment)).findFirst();
  }

  private static String text(String what, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new DirectoryException("The " + what + " " + file + " cannot be read.", e);
    }
  }
}
