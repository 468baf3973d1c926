package io.entrabroker.claims;

import io.entrabroker.tenant.TenantId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The claims of a v2.0 ID token, typed. A claim of another type than Microsoft documents counts as
 * absent; an empty text, too.
 *
 * @param values claim values by name, as parsed from JSON
 */
public record EntraClaims(Map<String, Object> values) {

  /** A text claim. */
  public Optional<String> text(String name) {
    return values.get(name) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** A point in time, given in seconds since 1970 (RFC 7519, NumericDate). */
  public Optional<Instant> time(String name) {
    if (!(values.get(name) instanceof Number number)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.ofEpochSecond(number.longValue()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The audiences: {@code aud} is one text or a list of texts. */
  public List<String> audiences() {
    Object audience = values.get(ClaimName.AUDIENCE);
    if (audience instanceof String one) {
      return List.of(one);
    }
    return audience instanceof List<?> many && many.stream().allMatch(String.class::isInstance)
        ? many.stream().map(String.class::cast).toList()
        : List.of();
  }

  /** The tenant ({@code tid}), if it is a GUID. */
  public Optional<TenantId> tenant() {
    return text(ClaimName.TENANT_ID).flatMap(TenantId::parse);
  }

  /** The object id ({@code oid}), if it is a GUID. */
  public Optional<UUID> objectId() {
    return text(ClaimName.OBJECT_ID).flatMap(TenantId::parse).map(TenantId::value);
  }

  /** What the token says about groups. */
  public GroupsClaim groups() {
    return GroupsClaim.in(values);
  }

  /**
   * The values of the app roles that the person has ({@code roles}): a list of texts, or one text.
   * Entra leaves the claim out where there are none, so absent and empty are the same here.
   */
  public Set<String> appRoles() {
    Object roles = values.get(ClaimName.ROLES);
    return (roles instanceof List<?> many ? many.stream() : Stream.ofNullable(roles))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the token says that the account is a guest in the tenant. */
  public boolean isGuest() {
    Object status = values.get(ClaimName.ACCOUNT_STATUS);
    boolean markedAsGuest =
        status instanceof Number number ? number.intValue() != 0 : "1".equals(status);
    boolean fromElsewhere =
        text(ClaimName.HOME_IDENTITY_PROVIDER)
            .filter(home -> !home.equals(text(ClaimName.ISSUER).orElse("")))
            .isPresent();
    return markedAsGuest || fromElsewhere || hasGuestName();
  }

  private boolean hasGuestName() {
    return text(ClaimName.UPN)
        .or(() -> text(ClaimName.PREFERRED_USERNAME))
        .filter(name -> name.contains("#EXT#"))
        .isPresent();
  }
}
