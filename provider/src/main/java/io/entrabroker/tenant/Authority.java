package io.entrabroker.tenant;

import io.entrabroker.Parsed;
import io.entrabroker.Shortened;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where people sign in: a login host and a tenant on it.
 *
 * <p>Reads every form in which administrators paste it: the tenant's id, a verified domain, the URL
 * with or without {@code /v2.0}, the metadata URL, the v1.0 issuer on {@code sts.windows.net}. All
 * of them say the same.
 *
 * @param base {@code scheme://host[:port]} without a path
 * @param tenant the tenant, by id or by domain, or an alias of many
 */
public record Authority(URI base, TenantName tenant) {

  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

  /** The alias of every organisation and of personal accounts. */
  public static final String COMMON = "common";

  /** The alias of every organisation. */
  public static final String ORGANIZATIONS = "organizations";

  private static final String CONSUMERS = "consumers";
  private static final List<List<String>> TAILS =
      List.of(
          List.of(),
          List.of("v2.0"),
          List.of("v2.0", ".well-known", "openid-configuration"),
          List.of(".well-known", "openid-configuration"),
          List.of("oauth2", "v2.0", "authorize"),
          List.of("oauth2", "v2.0", "token"),
          List.of("oauth2"),
          List.of("oauth2", "v2.0"));
  private static final String EXAMPLE =
      " Write the tenant's id (Entra admin center > Overview > Tenant ID), a verified domain such"
          + " as contoso.com, or https://login.microsoftonline.com/<tenant id>; for several tenants"
          + " organizations.";

  /** Reads an authority; makes no network call. */
  public static Parsed<Authority> parse(String text, LoginHosts hosts) {
    String trimmed = text.strip();
    if (!trimmed.contains("/")) {
      return tenant(trimmed)
          .fold(name -> accepted(LoginHosts.publicCloud(), name), Parsed::refused);
    }
    return uri(trimmed).fold(uri -> ofUri(uri, hosts), Parsed::refused);
  }

  /** The endpoints, if the tenant's id is known by now or does not matter. */
  public Optional<Endpoints> endpoints(DomainPin pin) {
    return isAlias()
        ? Optional.of(new Endpoints(base, tenant.segment()))
        : tenant.tenantId(pin).map(id -> new Endpoints(base, id));
  }

  /** Whether people of several tenants may be sent here. */
  public boolean isAlias() {
    return tenant instanceof TenantName.Alias;
  }

  /**
   * Whose people may sign in.
   *
   * @param several what is configured for an authority that stands for several tenants
   */
  public TenantPolicy policy(DomainPin pin, TenantPolicy several) {
    return isAlias()
        ? several
        : tenant
            .tenantId(pin)
            .<TenantPolicy>map(TenantPolicy.SingleTenant::new)
            .orElseGet(TenantPolicy::nobody);
  }

  /** The metadata document under the tenant's name, which tells a domain's tenant id. */
  public URI metadata() {
    return URI.create(base + "/" + tenant.segment() + "/v2.0/.well-known/openid-configuration");
  }

  private static Parsed<Authority> ofUri(URI uri, LoginHosts hosts) {
    List<String> path =
        Arrays.stream(uri.getPath().split("/", -1)).filter(part -> !part.isEmpty()).toList();
    if (path.isEmpty()) {
      return Parsed.refused("The authority names no tenant." + EXAMPLE);
    }
    List<String> tail =
        path.subList(1, path.size()).stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
    if (!TAILS.contains(tail)) {
      return Parsed.refused("'" + uri.getPath() + "' is not the path of an authority." + EXAMPLE);
    }
    return hosts
        .baseOf(uri)
        .fold(
            base -> tenant(path.get(0)).fold(name -> accepted(base, name), Parsed::refused),
            Parsed::refused);
  }

  private static Parsed<URI> uri(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean plain =
          uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getQuery() == null
              && uri.getFragment() == null
              && (scheme.equals("https") || scheme.equals("http"));
      return plain
          ? Parsed.accepted(
              new URI(scheme, null, uri.getHost(), uri.getPort(), uri.getPath(), null, null))
          : Parsed.refused("'" + Shortened.of(text) + "' is not an authority." + EXAMPLE);
    } catch (URISyntaxException e) {
      return Parsed.refused("'" + Shortened.of(text) + "' is not a URL." + EXAMPLE);
    }
  }

  private static Parsed<TenantName> tenant(String segment) {
    String lower = segment.toLowerCase(Locale.ROOT);
    if (lower.equals(COMMON) || lower.equals(ORGANIZATIONS)) {
      return Parsed.accepted(new TenantName.Alias(lower));
    }
    if (lower.equals(CONSUMERS)) {
      return Parsed.accepted(new TenantName.ById(TenantId.PERSONAL_ACCOUNTS));
    }
    Optional<TenantName> byId = TenantId.parse(lower).map(TenantName.ById::new);
    if (byId.isPresent()) {
      return Parsed.accepted(byId.get());
    }
    return DOMAIN.matcher(lower).matches()
        ? Parsed.accepted(new TenantName.ByDomain(lower))
        : Parsed.refused(
            "'" + Shortened.of(segment) + "' is neither a tenant id nor a domain." + EXAMPLE);
  }

  private static Parsed<Authority> accepted(URI base, TenantName tenant) {
    return Parsed.accepted(new Authority(base, tenant));
  }
}
