package io.entrabroker.signin;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.keys.KeySource;
import io.entrabroker.user.IdentityKey;
import io.entrabroker.user.PersonRules;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reads the ID token that comes with a refresh (OpenID Connect Core, section 12.2): all that holds
 * for the first one holds for it, it is about the same person, and it has either no nonce or the
 * first one's.
 */
public final class RefreshedReader {

  private final SignInReader reader;
  private final Set<Guard> guards;

  /**
   * A reader.
   *
   * @param keys the tenant's signing keys
   * @param guards the checks to make: {@link Guard#ALL} in production
   */
  public RefreshedReader(KeySource keys, Set<Guard> guards) {
    Set<Guard> withoutNonce = EnumSet.noneOf(Guard.class);
    withoutNonce.addAll(guards);
    withoutNonce.remove(Guard.NONCE);
    this.reader = new SignInReader(keys, withoutNonce);
    this.guards = Set.copyOf(guards);
  }

  /**
   * Reads an ID token.
   *
   * @param idToken in compact serialization
   * @param expected what it has to say; its nonce is that of the sign-in
   * @param rules who counts as a person here
   * @param person whose session it is
   */
  public SignInReading read(
      String idToken, Expectation expected, PersonRules rules, IdentityKey person) {
    SignInReading reading = reader.read(idToken, expected, rules);
    if (!(reading instanceof SignInReading.Accepted accepted)) {
      return reading;
    }
    if (guards.contains(Guard.SAME_PERSON) && !accepted.user().key().equals(person)) {
      return new SignInReading.Refused(Rejection.REFRESHED_SOMEBODY_ELSE);
    }
    return guards.contains(Guard.NONCE) && !isNonceFine(accepted, expected.nonce())
        ? new SignInReading.Refused(Rejection.NONCE)
        : reading;
  }

  private static boolean isNonceFine(SignInReading.Accepted accepted, String nonce) {
    return !accepted.claims().values().containsKey(ClaimName.NONCE)
        || accepted.claims().text(ClaimName.NONCE).filter(nonce::equals).isPresent();
  }
}
