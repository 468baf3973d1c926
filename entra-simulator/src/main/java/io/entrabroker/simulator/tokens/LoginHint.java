package io.entrabroker.simulator.tokens;

import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.directory.User;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The opaque value of the claim {@code login_hint}, which requests may send back as a hint. */
public final class LoginHint {

  private static final String MARK = "O.simulator|";

  private LoginHint() {}

  static String of(User user) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((MARK + user.id()).getBytes(StandardCharsets.UTF_8));
  }

  /** The person whom a hint means: the claim's value, or a sign-in name or mail address. */
  public static Optional<User> userIn(Tenant tenant, String hint) {
    return opaque(hint).flatMap(tenant::user).or(() -> tenant.userNamed(hint));
  }

  /** Whether the hint is the claim's value for the person with this object id. */
  public static boolean isOf(String hint, String userId) {
    return opaque(hint).filter(userId::equals).isPresent();
  }

  private static Optional<String> opaque(String hint) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(hint), StandardCharsets.UTF_8);
      return text.startsWith(MARK) ? Optional.of(text.substring(MARK.length())) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
