package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.errors.Aadsts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scopes of a request. One without a resource in front is a permission of Microsoft Graph.
 *
 * @param openid the OpenID scopes: openid, profile, email, offline_access
 * @param permissions everything else, each with its resource
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/scopes-oidc">Scopes and
 *     permissions</a>
 */
public record Scopes(Set<String> openid, List<Permission> permissions) {

  private static final Set<String> OPENID = Set.of("openid", "profile", "email", "offline_access");
  static final String GRAPH = "https://graph.microsoft.com";
  private static final Set<String> GRAPH_NAMES =
      Set.of(GRAPH, "00000003-0000-0000-c000-000000000000");

  public Scopes {
    openid = Set.copyOf(openid);
    permissions = List.copyOf(permissions);
  }

  static Scopes parse(String text) {
    Set<String> openid = new LinkedHashSet<>();
    List<Permission> permissions = new ArrayList<>();
    for (String scope : text.trim().split("\\s+", -1)) {
      if (OPENID.contains(scope.toLowerCase(Locale.ROOT))) {
        openid.add(scope.toLowerCase(Locale.ROOT));
      } else if (!scope.isEmpty()) {
        permissions.add(Permission.parse(scope));
      }
    }
    return new Scopes(openid, permissions);
  }

  /**
   * @throws io.entrabroker.simulator.errors.AadstsException 70011 if .default is mixed with names
   */
  void requireSound() {
    boolean someDefault = permissions.stream().anyMatch(Permission::isDefault);
    boolean someNamed = permissions.stream().anyMatch(permission -> !permission.isDefault());
    if (someDefault && someNamed) {
      throw Aadsts.SCOPE_INVALID.thrown(".default combined with other permissions");
    }
    permissions.stream()
        .filter(permission -> permission.name().isEmpty())
        .findFirst()
        .ifPresent(
            permission -> {
              throw Aadsts.SCOPE_INVALID.thrown(permission.resource());
            });
  }

  /** Whether a scope is one of OpenID Connect's and not a permission. */
  static boolean isOpenid(String scope) {
    return OPENID.contains(scope);
  }

  /** The same OpenID scopes with other permissions. */
  Scopes with(List<Permission> otherPermissions) {
    return new Scopes(openid, otherPermissions);
  }

  boolean has(String openidScope) {
    return openid.contains(openidScope);
  }

  /** The resource that the access token is for: the first one named, else Microsoft Graph. */
  String resource() {
    return permissions.stream().findFirst().map(Permission::resource).orElse(GRAPH);
  }

  boolean forGraph() {
    return isGraph(resource());
  }

  static boolean isGraph(String resource) {
    return GRAPH_NAMES.contains(resource.toLowerCase(Locale.ROOT));
  }

  /** The claim {@code scp}: short names. */
  String shortNames() {
    Stream<String> names = ofResource().map(Permission::name);
    return Stream.concat(forGraph() ? shownOpenid() : Stream.of(), names)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** The member {@code scope} of the answer: OpenID scopes, then full names. */
  String granted() {
    Stream<String> names = ofResource().map(permission -> resource() + "/" + permission.name());
    return Stream.concat(shownOpenid(), names).distinct().collect(Collectors.joining(" "));
  }

  private Stream<Permission> ofResource() {
    return permissions.stream()
        .filter(permission -> permission.resource().equalsIgnoreCase(resource()));
  }

  private Stream<String> shownOpenid() {
    return new TreeSet<>(openid).stream().filter(scope -> !scope.equals("offline_access"));
  }

  /**
   * One permission.
   *
   * @param resource App ID URI or client id of the API
   * @param name short name, or {@code .default}
   */
  record Permission(String resource, String name) {

    static Permission parse(String scope) {
      int slash = scope.lastIndexOf('/');
      if (slash < 0) {
        return new Permission(GRAPH, scope);
      }
      // "https://host//.default": the App ID URI itself may end in a slash.
      String resource = scope.substring(0, slash);
      String trimmed =
          resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource;
      return new Permission(isGraph(trimmed) ? GRAPH : trimmed, scope.substring(slash + 1));
    }

    boolean isDefault() {
      return name.equals(".default");
    }
  }
}
