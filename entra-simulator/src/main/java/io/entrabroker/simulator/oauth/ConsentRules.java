package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.GraphPermission;
import io.entrabroker.simulator.directory.RequiredAccess;
import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.errors.AadstsException;
import io.entrabroker.simulator.session.Consents;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an application may ask for, what of it was consented to, and so what a token lists.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/permissions-consent-overview">
 *     Permissions and consent</a>
 */
final class ConsentRules {

  private final Consents consents;

  ConsentRules(Consents consents) {
    this.consents = consents;
  }

  /** What is asked for and nobody consented to yet; OpenID scopes count with Graph's. */
  Set<String> missing(Client client, User user, Scopes scopes) {
    Set<String> missing = new LinkedHashSet<>();
    if (!scopes.openid().isEmpty() && granted(client, user, Scopes.GRAPH).isEmpty()) {
      missing.addAll(scopes.openid());
    }
    for (Scopes.Permission permission : scopes.permissions()) {
      Set<String> granted = granted(client, user, permission.resource());
      wanted(client, permission, granted).stream()
          .filter(name -> !granted.contains(name))
          .forEach(missing::add);
    }
    return missing;
  }

  /**
   * Refuses to hand out a token that nobody consented to.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 65001 with {@code consent_required}
   */
  void require(Client client, User user, Scopes scopes) {
    if (!missing(client, user, scopes).isEmpty()) {
      throw new AadstsException(
          Aadsts.CONSENT_MISSING
              .with(client.application().appId())
              .and("suberror", "consent_required"));
    }
  }

  /** Whether an administrator has to consent, so that asking the person would be of no use. */
  boolean onlyAdministratorCanGive(Set<String> missing) {
    return missing.stream().anyMatch(GraphPermission::needsAdministrator);
  }

  /** The person accepts everything that is asked for. */
  void give(Client client, User user, Scopes scopes) {
    if (!scopes.openid().isEmpty()) {
      give(client, user, Scopes.GRAPH, scopes.openid());
    }
    for (Scopes.Permission permission : scopes.permissions()) {
      Set<String> granted = granted(client, user, permission.resource());
      give(client, user, permission.resource(), wanted(client, permission, granted));
    }
  }

  /** The scopes with names in place of {@code .default}: everything that was consented to. */
  Scopes resolved(Client client, User user, Scopes scopes) {
    List<Scopes.Permission> named = new ArrayList<>();
    for (Scopes.Permission permission : scopes.permissions()) {
      if (permission.isDefault()) {
        permissionsOf(granted(client, user, permission.resource()))
            .forEach(name -> named.add(new Scopes.Permission(permission.resource(), name)));
      } else {
        named.add(permission);
      }
    }
    return scopes.with(named);
  }

  /** The names that a permission stands for. */
  private static Set<String> wanted(
      Client client, Scopes.Permission permission, Set<String> granted) {
    if (!permission.isDefault()) {
      return Set.of(permission.name());
    }
    Set<String> already = permissionsOf(granted);
    return already.isEmpty() ? manifest(client, permission.resource()) : already;
  }

  private static Set<String> manifest(Client client, String resource) {
    Application application = client.application();
    return Scopes.isGraph(resource)
        ? RequiredAccess.ofGraph(application)
        : client
            .tenant()
            .resource(resource)
            .map(api -> RequiredAccess.of(application, api))
            .orElse(Set.of());
  }

  private static Set<String> permissionsOf(Set<String> granted) {
    Set<String> permissions = new TreeSet<>(granted);
    permissions.removeIf(name -> Scopes.isOpenid(name.toLowerCase(Locale.ROOT)));
    return permissions;
  }

  private Set<String> granted(Client client, User user, String resource) {
    return new HashSet<>(
        consents.granted(client.tenant(), client.application(), user, appId(client, resource)));
  }

  private void give(Client client, User user, String resource, Set<String> names) {
    consents.give(client.tenant(), client.application(), user, appId(client, resource), names);
  }

  private static String appId(Client client, String resource) {
    return Scopes.isGraph(resource)
        ? GraphPermission.GRAPH_APP_ID
        : client
            .tenant()
            .resource(resource)
            .map(Application::appId)
            .orElseThrow(
                () -> Aadsts.RESOURCE_UNKNOWN.thrown(resource, client.tenant().displayName()));
  }
}
