package io.entrabroker.claims;

import io.entrabroker.tenant.TenantId;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

  /**
   * A point in time, given in seconds since 1970 (RFC 7519, NumericDate). A number beyond 64 bits
   * is none: cut to 64 bits it would be any other.
   */
  public Optional<Instant> time(String name) {
    if (!(values.get(name) instanceof Number number) || number instanceof BigInteger) {
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
   * The values of the app roles that the person has ({@code roles}). Entra leaves the claim out
   * where there are none, so absent and empty are the same here.
   */
  public Set<String> appRoles() {
    return texts(ClaimName.ROLES);
  }

  /** The texts of a claim that is a list of texts, or one text; anything else in it is left out. */
  public Set<String> texts(String name) {
    Object value = values.get(name);
    Collection<?> items =
        value instanceof Collection<?> many ? many : Set.of(text(name).orElse(""));
    return items.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isBlank())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether there is a claim of this name, of whatever type. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * Whether a claim says yes. Microsoft documents a boolean for {@code xms_edov}; {@code 1} and
   * their texts have been seen, too. Anything else is a no.
   */
  public boolean isTrue(String name) {
    return Set.of("true", "1").contains(scalar(name).toLowerCase(Locale.ROOT));
  }

  /** What the token says of the account: member, guest, or nothing. */
  public AccountStatus status() {
    if (!has(ClaimName.ACCOUNT_STATUS)) {
      return AccountStatus.NOT_SAID;
    }
    return scalar(ClaimName.ACCOUNT_STATUS).equals("0")
        ? AccountStatus.MEMBER
        : AccountStatus.GUEST;
  }

  /** The claim {@code acct}: 0 is a member; whatever is not 0 counts as a guest. */
  public enum AccountStatus {
    MEMBER,
    GUEST,
    NOT_SAID
  }

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "EntraClaims[***]";
  }

  private String scalar(String name) {
    Object value = values.get(name);
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? value.toString().strip()
        : "";
  }
}
