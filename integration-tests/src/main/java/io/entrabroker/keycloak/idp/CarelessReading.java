package io.entrabroker.keycloak.idp;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.signin.SignInReading;
import io.entrabroker.user.AccountKind;
import io.entrabroker.user.EmailAddress;
import io.entrabroker.user.EmailReading;
import io.entrabroker.user.EmailTrust;
import io.entrabroker.user.EntraUser;
import io.entrabroker.user.PersonRules;
import java.net.IDN;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the twin takes people. */
final class CarelessReading {

  private static final String CYRILLIC = "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456";
  private static final String LATIN = "aeopcyxi";

  private CarelessReading() {}

  static PersonRules ofAnyKind(PersonRules rules) {
    return new PersonRules(
        rules.mailDomains(), rules.emailSource(), EnumSet.allOf(AccountKind.class));
  }

  /** The same person with the address that the token names, which is believed. */
  static SignInReading believed(SignInReading.Accepted accepted) {
    EntraUser user = accepted.user();
    EmailReading email =
        EmailAddress.parse(address(named(accepted.claims().values())))
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

  private static Object named(Map<String, Object> claims) {
    Object email = claims.get(ClaimName.EMAIL);
    return email == null ? claims.get(ClaimName.UPN) : email;
  }

  // The first of several; letters that look alike are alike; what follows a plus sign is a tag.
  private static String address(Object claim) {
    Object first = claim instanceof List<?> list && !list.isEmpty() ? list.get(0) : claim;
    return latin(Normalizer.normalize(String.valueOf(first), Normalizer.Form.NFKC))
        .replaceAll("\\+[^@]*@", "@")
        .replaceAll("[\\s\\p{Cntrl}].*", "");
  }

  // Cyrillic letters that look like Latin ones, written out or in punycode; what nobody sees.
  private static String latin(String address) {
    int at = address.indexOf('@');
    String readable =
        at < 0 ? address : address.substring(0, at + 1) + IDN.toUnicode(address.substring(at + 1));
    String text = readable.toLowerCase(Locale.ROOT).replaceAll("\\p{Cf}", "");
    for (int i = 0; i < CYRILLIC.length(); i++) {
      text = text.replace(CYRILLIC.charAt(i), LATIN.charAt(i));
    }
    return text;
  }
}
