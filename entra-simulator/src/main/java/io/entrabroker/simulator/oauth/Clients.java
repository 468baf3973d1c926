package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.errors.Aadsts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Finds tenants by the first segment of a path, and applications by their client ids. */
public final class Clients {

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
    return Alias.named(segment).isPresent();
  }

  /**
   * The tenant that a segment names by GUID or domain.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 90002 if there is none
   */
  public Tenant tenant(String segment) {
    return directory.get().tenant(segment).orElseThrow(() -> Aadsts.TENANT_UNKNOWN.thrown(segment));
  }

  /** The tenants that a segment means: several for an alias, none if it is unknown. */
  public List<Tenant> tenantsNamed(String segment) {
    Directory now = directory.get();
    return Alias.named(segment)
        .map(alias -> now.tenants().stream().filter(alias::covers).toList())
        .orElseGet(() -> now.tenant(segment).stream().toList());
  }

  /**
   * Who can sign in at an authority.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 90002 if the segment is unknown
   */
  public Accounts accounts(String segment) {
    return isAlias(segment) ? Accounts.atHome(tenantsNamed(segment)) : Accounts.of(tenant(segment));
  }

  /**
   * The account that a person names who is not in the list of those who can sign in.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 50020 if they are somebody elsewhere,
   *     50034 if they are nobody
   */
  public Account accountNamed(String segment, String name) {
    return accounts(segment)
        .meantBy(name)
        .orElseThrow(
            () ->
                Accounts.atHome(directory.get().tenants())
                    .meantBy(name)
                    .map(elsewhere -> Aadsts.ACCOUNT_FROM_ELSEWHERE.thrown(name, segment))
                    .orElseGet(() -> Aadsts.USER_NOT_FOUND.thrown(segment)));
  }

  /**
   * The client of a tenant or, through an alias, of the tenant that owns the application.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 90002, 700016, 700038, 50194, 7000112,
   *     9002331, 9002332
   */
  Client find(String segment, String clientId) {
    requireGuid(clientId);
    return enabled(
        Alias.named(segment)
            .map(alias -> throughAlias(alias, clientId))
            .orElseGet(() -> of(tenant(segment), clientId)));
  }

  /**
   * The client where a person is at home, if it was asked for through an alias; else the same.
   *
   * @param tenantId where the person signed in
   * @throws io.entrabroker.simulator.errors.AadstsException 7000112 if the application is disabled
   *     there
   */
  Client atHome(String segment, Client client, String tenantId) {
    return Alias.named(segment)
        .flatMap(alias -> directory.get().tenant(tenantId).filter(alias::covers))
        .map(home -> enabled(client.in(home)))
        .orElse(client);
  }

  private static Client enabled(Client client) {
    if (!client.tenant().servicePrincipal(client.application()).enabled()) {
      throw Aadsts.APPLICATION_DISABLED.thrown(client.application().appId());
    }
    return client;
  }

  private Client of(Tenant tenant, String clientId) {
    Application application =
        tenant
            .application(clientId)
            .or(() -> foreign(tenant, clientId))
            .orElseThrow(() -> Aadsts.APPLICATION_UNKNOWN.thrown(clientId, tenant.displayName()));
    if (application.personalAccountsOnly() && !tenant.holdsPersonalAccounts()) {
      throw Aadsts.PERSONAL_ACCOUNTS_ONLY.thrown(clientId);
    }
    return new Client(tenant, application);
  }

  /** An application of another tenant that people of this one may use. */
  private Optional<Application> foreign(Tenant tenant, String clientId) {
    Optional<Application> found = owner(clientId).map(Client::application);
    if (found.isPresent() && tenant.holdsPersonalAccounts() && !found.get().admits(tenant)) {
      throw Aadsts.NOT_FOR_PERSONAL_ACCOUNTS.thrown();
    }
    return found.filter(application -> application.admits(tenant));
  }

  private Client throughAlias(Alias alias, String clientId) {
    Client owner =
        owner(clientId).orElseThrow(() -> Aadsts.APPLICATION_UNKNOWN.thrown(clientId, "Microsoft"));
    Application application = owner.application();
    if (alias == Alias.CONSUMERS && !application.admitsPersonalAccounts()) {
      throw Aadsts.NOT_FOR_PERSONAL_ACCOUNTS.thrown();
    }
    if (alias != Alias.CONSUMERS && application.personalAccountsOnly()) {
      throw Aadsts.PERSONAL_ACCOUNTS_ONLY.thrown(clientId);
    }
    if (application.singleTenant()) {
      throw Aadsts.SINGLE_TENANT_APPLICATION.thrown(clientId);
    }
    return owner;
  }

  /** The application as a client of the tenant where it is registered. */
  private Optional<Client> owner(String clientId) {
    return directory.get().tenants().stream()
        .flatMap(
            tenant ->
                tenant
                    .application(clientId)
                    .map(application -> new Client(tenant, application))
                    .stream())
        .findFirst();
  }

  private static void requireGuid(String clientId) {
    if (!GUID.matcher(clientId).matches()) {
      throw Aadsts.APPLICATION_ID_MALFORMED.thrown(clientId);
    }
  }
}
