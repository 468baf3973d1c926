package io.entrabroker.doctor;

import java.util.List;
import java.util.Set;

/**
 * A realm as the doctor finds it.
 *
 * @param traits what is switched on
 * @param keys its keys that are not disabled
 * @param actions required actions that are enabled, by alias
 * @param sessionSeconds how long a session lives at most, in seconds
 */
public record RealmState(
    Set<Trait> traits, List<SigningKey> keys, Set<String> actions, int sessionSeconds) {

  /** Something that a realm is or is not. */
  public enum Trait {
    ENABLED,
    RS256_BY_DEFAULT,
    PROFILE_SAFE,
    REGISTRATION,
    EDIT_USERNAME,
    DUPLICATE_EMAILS,
    RESET_PASSWORD,
    BRUTE_FORCE_PROTECTED,
    LOGS_TYPED_NAMES,
    CATALOG_MAY_FRAME,
    PRIVATE_ADDRESS,
    SSL_REQUIRED,
    EMAIL_AS_USERNAME,
    REFRESH_TOKENS_ONCE,
    KEEPS_EVENTS
  }

  /**
   * A key of the realm.
   *
   * @param id its key id
   * @param algorithm such as {@code RS256}
   * @param isActive whether it signs, and not only verifies
   */
  public record SigningKey(String id, String algorithm, boolean isActive) {}

  public RealmState {
    traits = Set.copyOf(traits);
    keys = List.copyOf(keys);
    actions = Set.copyOf(actions);
  }
}
