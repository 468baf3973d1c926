package io.entrabroker.samplecatalog.rules;

import io.entrabroker.samplecatalog.rules.Band.Trait;
import io.entrabroker.samplecatalog.rules.Bearer.Issuer;
import java.util.Optional;

/**
 * What a band demands of the claims of a token whose signature and expiry are good.
 *
 * @param band the versions
 * @param resolution how a token names a person
 * @param domains which mail domains are let in
 */
public record TokenRules(Band band, PrincipalResolution resolution, MailDomains domains) {

  /** {@code JwtFilter}, for every request with a token of the realm. */
  public Outcome<Bearer> atRequest(Claims claims) {
    if (claims.isTrue("isBot")) {
      return resolution
          .ofBots(domains.principal())
          .resolve(claims)
          .then(
              principal ->
                  unauthorized(
                      "Not Authorized! The given token does not match the current bot's token!"));
    }
    return bearer(claims)
        .then(this::verified)
        .then(this::ofGoodDomain)
        .then(TokenRules::notPersonal)
        .then(this::withoutSession);
  }

  /** What a confidential sign-in looks at before it gets or creates the person. */
  public Outcome<Bearer> atCallback(Claims claims) {
    Outcome<Bearer> bearer =
        claims.isTrue("isBot")
            ? resolution
                .ofBots(domains.principal())
                .resolve(claims)
                .map(principal -> new Bearer(principal, claims))
            : bearer(claims);
    if (band.hasOwnTokens() && claims.has("isBot")) {
      return bearer.then(
          same -> Outcome.refuse(new Refusal(500, "The claim isBot cannot be read here")));
    }
    return band.has(Trait.VERIFIED_EMAILS)
        ? bearer.then(this::verified).then(this::ofGoodDomain)
        : bearer;
  }

  /** A token that the catalog made itself is read by the same settings and not judged. */
  public Outcome<Bearer> ofOwnToken(Claims claims) {
    return resolution
        .resolveOwn(claims)
        .map(who -> new Bearer(who, claims, resolution.foundByOwn(), Issuer.CATALOG));
  }

  private Outcome<Bearer> bearer(Claims claims) {
    return resolution
        .resolve(claims)
        .map(who -> new Bearer(who, claims, resolution.foundBy(claims), Issuer.REALM));
  }

  private Outcome<Bearer> verified(Bearer bearer) {
    if (!band.has(Trait.VERIFIED_EMAILS)) {
      return Outcome.accept(bearer);
    }
    String email = bearer.principal().email();
    if (email.endsWith("@") && email.indexOf('@') == email.length() - 1) {
      return unauthorized("Authentication failed: no domain to make an address with");
    }
    return bearer.claims().isFalse("email_verified")
        ? unauthorized(
            "Authentication failed: email '" + email + "' is not verified by the identity provider")
        : Outcome.accept(bearer);
  }

  private Outcome<Bearer> ofGoodDomain(Bearer bearer) {
    return domains.check(bearer, resolution.mailDomain(bearer.claims()), band);
  }

  /** Since 2.0 only the catalog's own tokens have a session. */
  private Outcome<Bearer> withoutSession(Bearer bearer) {
    Optional<String> session = bearer.claims().text("sessionId");
    return band.hasOwnTokens() && session.isPresent()
        ? unauthorized("Invalid session.")
        : Outcome.accept(bearer);
  }

  /** Personal access tokens must equal a stored one, and the sample has none. */
  private static Outcome<Bearer> notPersonal(Bearer bearer) {
    return bearer.claims().text("tokenType").filter("PERSONAL_ACCESS"::equals).isPresent()
        ? unauthorized("Invalid personal access token!")
        : Outcome.accept(bearer);
  }

  private static <T> Outcome<T> unauthorized(String message) {
    return Outcome.refuse(Refusal.unauthorized(message));
  }
}
