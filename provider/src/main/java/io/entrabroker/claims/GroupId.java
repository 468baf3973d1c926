package io.entrabroker.claims;

import io.entrabroker.tenant.TenantId;
import java.util.Optional;
import java.util.UUID;

/**
 * The object id of a group in Entra ID: immutable, never reused. A group's name is neither.
 *
 * @param value the GUID
 */
public record GroupId(UUID value) implements Comparable<GroupId> {

  /** Reads a GUID in its canonical form with dashes, in any case; anything else is empty. */
  public static Optional<GroupId> parse(String text) {
    return TenantId.parse(text).map(id -> new GroupId(id.value()));
  }

  @Override
  public int compareTo(GroupId other) {
    return value.compareTo(other.value);
  }

  /** The GUID in lower case with dashes. */
  @Override
  public String toString() {
    return value.toString();
  }
}
