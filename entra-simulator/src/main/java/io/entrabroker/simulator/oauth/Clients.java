package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.errors.Aadsts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Finds tenants by the first segment of a path, and applications by their client ids. */
public final class Clients {

  private static final Set<String> ALIASES = Set.of("common", "organizations", "consumers");
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private final Supplier<Directory> directory;

  /**
   * @param directory the directory as it is at the moment of asking
   */
  public Clients(Supplier<Directory> directory) {
    this.directory = directory;
  }

  /** Whether the segment is an alias for many tenants, in any case. */
  public static boolean isAlias(String segment) {
    return ALIASES.contains(segment.toLowerCase(Locale.ROOT));
  }

  /**
   * The tenant that a segment names by GUID or domain.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 90002 if there is none
   */
  public Tenant tenant(String segment) {
    return directory.get().tenant(segment).orElseThrow(() -> Aadsts.TENANT_UNKNOWN.thrown(segment));
  }

  /** The tenants that a segment means: all of them for an alias, none if it is unknown. */
  public List<Tenant> tenantsNamed(String segment) {
    Directory now = directory.get();
    return isAlias(segment) ? now.tenants() : now.tenant(segment).stream().toList();
  }

  /**
   * The client of a tenant or, through an alias, of the tenant that owns the application.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 90002, 700016, 700038, 50194, 7000112
   */
  Client find(String segment, String clientId) {
    Client client = isAlias(segment) ? throughAlias(clientId) : of(tenant(segment), clientId);
    if (!client.tenant().servicePrincipal(client.application()).enabled()) {
      throw Aadsts.APPLICATION_DISABLED.thrown(clientId);
    }
    return client;
  }

  private Client of(Tenant tenant, String clientId) {
    requireGuid(clientId);
    return tenant
        .application(clientId)
        .or(() -> foreign(tenant, clientId))
        .map(application -> new Client(tenant, application))
        .orElseThrow(() -> Aadsts.APPLICATION_UNKNOWN.thrown(clientId, tenant.displayName()));
  }

  /** An application of another tenant that people of this one may use. */
  private Optional<Application> foreign(Tenant tenant, String clientId) {
    Optional<Application> found =
        directory.get().tenants().stream()
            .flatMap(owner -> owner.application(clientId).stream())
            .findFirst();
    if (found.isPresent() && tenant.holdsPersonalAccounts() && !found.get().admits(tenant)) {
      throw Aadsts.NOT_FOR_PERSONAL_ACCOUNTS.thrown();
    }
    return found.filter(application -> application.admits(tenant));
  }

  private Client throughAlias(String clientId) {
    requireGuid(clientId);
    for (Tenant tenant : directory.get().tenants()) {
      for (Application application : tenant.application(clientId).stream().toList()) {
        if (application.singleTenant()) {
          throw Aadsts.SINGLE_TENANT_APPLICATION.thrown(clientId);
        }
        return new Client(tenant, application);
      }
    }
    throw Aadsts.APPLICATION_UNKNOWN.thrown(clientId, "Microsoft");
  }

  private static void requireGuid(String clientId) {
    if (!GUID.matcher(clientId).matches()) {
      throw Aadsts.APPLICATION_ID_MALFORMED.thrown(clientId);
    }
  }
}
