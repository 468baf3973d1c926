package io.entrabroker.doctor;

import io.entrabroker.doctor.RealmState.SigningKey;
import io.entrabroker.doctor.RealmState.Trait;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a realm has to be like. Sources: docs/sign-in.md, and OpenMetadata's {@code JwtFilter}. */
final class RealmRules {

  // OpenMetadata's cache of keys holds as many.
  private static final int KEYS_REMEMBERED = 10;
  private static final int DAY_SECONDS = 86_400;
  private static final String RS256 = "RS256";

  private static final Expectations<Trait> HEALTHY =
      new Expectations<>(
          Map.of(
              Trait.ENABLED, RealmChecks.REALM_DISABLED,
              Trait.PRIVATE_ADDRESS, RealmChecks.PLAIN_ADDRESS,
              Trait.SSL_REQUIRED, RealmChecks.SSL_NOT_REQUIRED,
              Trait.KEEPS_EVENTS, RealmChecks.NO_EVENTS,
              Trait.PROFILE_SAFE, RealmChecks.PROFILE_WRITABLE,
              Trait.BRUTE_FORCE_PROTECTED, RealmChecks.NO_BRUTE_FORCE_PROTECTION,
              Trait.CATALOG_MAY_FRAME, RealmChecks.CATALOG_MAY_NOT_FRAME),
          Map.of(
              Trait.RS256_BY_DEFAULT, RealmChecks.EVERY_TOKEN_TRUSTED,
              Trait.REGISTRATION, RealmChecks.REGISTRATION_OPEN,
              Trait.EDIT_USERNAME, RealmChecks.USERNAMES_EDITABLE,
              Trait.DUPLICATE_EMAILS, RealmChecks.DUPLICATE_EMAILS,
              Trait.EMAIL_AS_USERNAME, RealmChecks.EMAIL_AS_USERNAME,
              Trait.RESET_PASSWORD, RealmChecks.PASSWORD_RESET,
              Trait.LOGS_TYPED_NAMES, RealmChecks.NAMES_IN_THE_LOG));

  // By these people change who they are, or get a credential of the realm's own.
  private static final Set<String> DANGEROUS_ACTIONS =
      Set.of(
          "UPDATE_PROFILE",
          "UPDATE_EMAIL",
          "UPDATE_PASSWORD",
          "VERIFY_PROFILE",
          "webauthn-register",
          "webauthn-register-passwordless",
          "idp_link");

  private RealmRules() {}

  static Stream<Diagnosis> look(RealmState realm, CatalogVersions versions) {
    return Stream.of(
            HEALTHY.look(realm.traits()),
            keys(realm),
            actions(realm),
            sessions(realm),
            renewal(realm, versions))
        .flatMap(found -> found);
  }

  private static Stream<Diagnosis> renewal(RealmState realm, CatalogVersions versions) {
    if (!realm.traits().contains(Trait.REFRESH_TOKENS_ONCE) || !versions.askAgain()) {
      return Stream.empty();
    }
    return Stream.of(
        versions.liveOnIdTokens()
            ? RealmChecks.REFRESH_TOKENS_ONCE.diagnosis()
            : RealmChecks.REFRESH_TOKENS_ONCE_LATER.diagnosis());
  }

  private static Stream<Diagnosis> keys(RealmState realm) {
    Stream.Builder<Diagnosis> found = Stream.builder();
    if (realm.keys().stream().noneMatch(RealmRules::signsForTheCatalog)) {
      found.add(RealmChecks.NO_SIGNING_KEY.diagnosis());
    }
    if (realm.keys().stream().map(SigningKey::id).anyMatch(CatalogChecks.SHIPPED_KEY_ID::equals)) {
      found.add(RealmChecks.KEY_OF_THE_CATALOG.diagnosis());
    }
    if (realm.keys().size() > KEYS_REMEMBERED) {
      found.add(RealmChecks.TOO_MANY_KEYS.diagnosis(realm.keys().size() + " keys"));
    }
    return found.build();
  }

  private static boolean signsForTheCatalog(SigningKey key) {
    return key.isActive() && key.algorithm().equals(RS256);
  }

  private static Stream<Diagnosis> actions(RealmState realm) {
    return new TreeSet<>(realm.actions())
        .stream().filter(DANGEROUS_ACTIONS::contains).map(RealmChecks.REQUIRED_ACTION::diagnosis);
  }

  private static Stream<Diagnosis> sessions(RealmState realm) {
    return realm.sessionSeconds() > DAY_SECONDS
        ? Stream.of(RealmChecks.LONG_SESSIONS.diagnosis(realm.sessionSeconds() / 3600 + " hours"))
        : Stream.empty();
  }
}
