package io.entrabroker.signin;

import io.entrabroker.claims.EntraClaims;
import io.entrabroker.user.EntraUserReader;
import io.entrabroker.user.UserReading;
import java.util.Optional;
import java.util.Set;

/** The one use case: from an ID token as it came to a person, or to the reason why not. */
public final class SignInReader {

  private final TokenTrust trust;

  /**
   * A reader.
   *
   * @param keys the tenant's signing keys
   * @param guards the checks to make: {@link Guard#ALL} wherever people sign in
   */
  public SignInReader(KeySource keys, Set<Guard> guards) {
    this.trust = new TokenTrust(keys, Set.copyOf(guards));
  }

  /** Reads an ID token in compact serialization. */
  public SignInReading read(String idToken, Expectation expected) {
    Optional<SignedToken> token = SignedToken.parse(idToken);
    if (token.isEmpty()) {
      return new SignInReading.Refused(Rejection.TOKEN_MALFORMED);
    }
    return trust
        .objection(token.get(), expected)
        .<SignInReading>map(SignInReading.Refused::new)
        .orElseGet(() -> person(new EntraClaims(token.get().claims())));
  }

  private static SignInReading person(EntraClaims claims) {
    UserReading reading = EntraUserReader.read(claims);
    if (reading instanceof UserReading.Known known) {
      return new SignInReading.Accepted(known.user());
    }
    return new SignInReading.Refused(rejection(((UserReading.Unusable) reading).reason()));
  }

  private static Rejection rejection(UserReading.Reason reason) {
    return switch (reason) {
      case NO_IDENTITY -> Rejection.NO_IDENTITY;
      case GUEST -> Rejection.GUEST;
      case NO_EMAIL -> Rejection.NO_EMAIL;
    };
  }
}
