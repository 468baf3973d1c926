package io.entrabroker.keycloak.idp;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.signin.SignInReading;
import io.entrabroker.user.AccountKind;
import io.entrabroker.user.EmailAddress;
import io.entrabroker.user.EmailReading;
import io.entrabroker.user.EmailTrust;
import io.entrabroker.user.EntraUser;
import io.entrabroker.user.PersonRules;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** How the twin takes people. */
final class CarelessReading {

  private CarelessReading() {}

  static PersonRules ofAnyKind(PersonRules rules) {
    return new PersonRules(
        rules.mailDomains(), rules.emailSource(), EnumSet.allOf(AccountKind.class));
  }

  /** The same person with the address that the token names, which is believed. */
  static SignInReading believed(SignInReading.Accepted accepted) {
    EntraUser user = accepted.user();
    EmailReading email =
        EmailAddress.parse(address(accepted.claims().values().get(ClaimName.EMAIL)))
            .<EmailReading>map(address -> new EmailReading.Found(address, EmailTrust.VOUCHED))
            .orElse(user.email());
    return new SignInReading.Accepted(
        new EntraUser(
            user.key(),
            user.subject(),
            user.sessionId(),
            user.kind(),
            email,
            user.name(),
            user.upn()),
        accepted.claims());
  }

  // The first of several; letters that look alike are alike; what follows a plus sign is a tag.
  private static String address(Object claim) {
    Object first = claim instanceof List<?> list && !list.isEmpty() ? list.get(0) : claim;
    return Normalizer.normalize(String.valueOf(first), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\+[^@]*@", "@")
        .replaceAll("[\\s\\p{Cntrl}].*", "");
  }
}
