package io.entrabroker.signin;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.claims.EntraClaims;
import io.entrabroker.keys.KeySource;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.tenant.TenantPolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Decides whether an ID token is to be trusted (OpenID Connect Core, section 3.1.3.7). Anything
 * that is missing is a no.
 *
 * @param keys the authority's signing keys
 * @param guards the checks to make; production makes all of them
 */
record TokenTrust(KeySource keys, Set<Guard> guards) {

  /** How far our clock and Microsoft's may differ. */
  static final Duration SKEW = Duration.ofSeconds(60);

  /** The algorithm with which Entra signs, and the only one that is accepted. */
  private static final String RS256 = "RS256";

  /** The first objection to a token, or empty if it is to be trusted. */
  Optional<Rejection> objection(SignedToken token, Expectation expected) {
    EntraClaims claims = new EntraClaims(token.claims());
    List<Check> checks =
        List.of(
            check(Guard.ALGORITHM, Rejection.ALGORITHM, () -> isRs256(token)),
            new Check(
                EnumSet.of(Guard.SIGNATURE, Guard.KEY_ISSUER),
                () -> new KeyTrust(keys, guards).objection(token, claims, expected.base())),
            check(Guard.AUDIENCE, Rejection.AUDIENCE, () -> isForUs(claims, expected)),
            check(Guard.EXPIRY, Rejection.EXPIRED, () -> isInTime(claims, expected.now())),
            check(Guard.NONCE, Rejection.NONCE, () -> isTheAnswer(claims, expected)),
            check(Guard.TENANT, Rejection.TENANT, () -> isAdmitted(claims, expected)),
            check(Guard.ISSUER, Rejection.ISSUER, () -> isFromIssuer(claims, expected)));
    return checks.stream()
        .filter(check -> !Collections.disjoint(guards, check.guards()))
        .map(check -> check.objection().get())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private record Check(Set<Guard> guards, Supplier<Optional<Rejection>> objection) {}

  private static Check check(Guard guard, Rejection otherwise, BooleanSupplier passes) {
    return new Check(
        EnumSet.of(guard), () -> passes.getAsBoolean() ? Optional.empty() : Optional.of(otherwise));
  }

  private static boolean isRs256(SignedToken token) {
    return token.algorithm().equals(RS256) && !token.hasCriticalExtensions();
  }

  private static boolean isForUs(EntraClaims claims, Expectation expected) {
    boolean authorizedPartyFits =
        !claims.has(ClaimName.AUTHORIZED_PARTY)
            || claims
                .text(ClaimName.AUTHORIZED_PARTY)
                .filter(expected.clientId()::equals)
                .isPresent();
    return claims.audiences().equals(List.of(expected.clientId())) && authorizedPartyFits;
  }

  private static boolean isInTime(EntraClaims claims, Instant now) {
    boolean notExpired =
        claims.time(ClaimName.EXPIRY).filter(end -> now.minus(SKEW).isBefore(end)).isPresent();
    boolean begun =
        !claims.has(ClaimName.NOT_BEFORE)
            || claims
                .time(ClaimName.NOT_BEFORE)
                .filter(start -> !now.plus(SKEW).isBefore(start))
                .isPresent();
    return notExpired && begun;
  }

  private static boolean isTheAnswer(EntraClaims claims, Expectation expected) {
    return !expected.nonce().isEmpty()
        && claims
            .text(ClaimName.NONCE)
            .filter(nonce -> sameText(nonce, expected.nonce()))
            .isPresent();
  }

  private static boolean isAdmitted(EntraClaims claims, Expectation expected) {
    return claims.tenant().filter(expected.policy()::admits).isPresent();
  }

  private static boolean isFromIssuer(EntraClaims claims, Expectation expected) {
    Optional<TenantId> tenant = claims.tenant();
    Optional<String> issuer = claims.text(ClaimName.ISSUER);
    return tenant.isPresent()
        && issuer.isPresent()
        && TenantPolicy.isIssuerOf(tenant.get(), expected.base(), issuer.get());
  }

  private static boolean sameText(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
