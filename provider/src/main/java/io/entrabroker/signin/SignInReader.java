package io.entrabroker.signin;

import io.entrabroker.claims.EntraClaims;
import io.entrabroker.keys.KeySource;
import io.entrabroker.user.EntraUserReader;
import io.entrabroker.user.PersonRules;
import io.entrabroker.user.UserReading;
import java.util.Optional;
import java.util.Set;

/** The one use case: from an ID token as it came to a person, or to the reason why not. */
public final class SignInReader {

  private final TokenTrust trust;
  private final Set<Guard> guards;

  /**
   * A reader.
   *
   * @param keys the authority's signing keys
   * @param guards the checks to make: {@link Guard#ALL} wherever people sign in
   */
  public SignInReader(KeySource keys, Set<Guard> guards) {
    this.guards = Set.copyOf(guards);
    this.trust = new TokenTrust(keys, this.guards);
  }

  /**
   * Reads an ID token.
   *
   * @param idToken in compact serialization
   * @param expected what it has to say to be the answer to this sign-in
   * @param rules who counts as a person here
   */
  public SignInReading read(String idToken, Expectation expected, PersonRules rules) {
    Optional<SignedToken> token = SignedToken.parse(idToken, guards);
    if (token.isEmpty()) {
      return new SignInReading.Refused(Rejection.TOKEN_MALFORMED);
    }
    return trust
        .objection(token.get(), expected)
        .<SignInReading>map(SignInReading.Refused::new)
        .orElseGet(() -> person(new EntraClaims(token.get().claims()), rules));
  }

  private static SignInReading person(EntraClaims claims, PersonRules rules) {
    UserReading reading = EntraUserReader.read(claims, rules);
    if (reading instanceof UserReading.Known known) {
      return new SignInReading.Accepted(known.user(), claims);
    }
    return new SignInReading.Refused(rejection(((UserReading.Unusable) reading).reason()));
  }

  private static Rejection rejection(UserReading.Reason reason) {
    return switch (reason) {
      case NO_IDENTITY -> Rejection.NO_IDENTITY;
      case GUEST -> Rejection.GUEST;
      case PERSONAL -> Rejection.PERSONAL_ACCOUNT;
      case APPLICATION -> Rejection.APPLICATION;
    };
  }
}
