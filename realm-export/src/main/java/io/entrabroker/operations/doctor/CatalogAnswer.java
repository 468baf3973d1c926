package io.entrabroker.operations.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.ReservedNames;
import io.entrabroker.catalog.config.CatalogRelease;
import io.entrabroker.doctor.CatalogChecks;
import io.entrabroker.doctor.Diagnosis;
import io.entrabroker.doctor.SettingChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a catalog tells of its sign-in, beside what the realm would tell it. What it does not tell
 * is not known, and not looked at.
 *
 * @param told what it tells
 * @param release its release, where it says which it is
 * @param wanted what the realm would tell it
 */
public record CatalogAnswer(
    CatalogTold told, Optional<CatalogRelease> release, CatalogWanted wanted) {

  private static final String KEYS = "publicKeyUrls";

  // The release in which the check came is known to a minor version.
  private static final CatalogRelease CHECKS_REDIRECTS = new CatalogRelease(1, 13, 0);

  /** What is wrong with it, the worst first; empty if nothing is. */
  public List<Diagnosis> diagnoses() {
    // Where the realm cannot say what it would write, there is nothing to compare with.
    boolean isKnown = !wanted.settings().isMissingNode();
    List<Diagnosis> settings = (isKnown ? settings() : admins()).toList();
    Stream<Diagnosis> database =
        !settings.isEmpty() && release.filter(CatalogRelease::keepsSettingsInDatabase).isPresent()
            ? Stream.of(SettingChecks.DATABASE_WINS.diagnosis())
            : Stream.empty();
    return Stream.of(settings.stream(), database, ownKey(), signUp(), ofRelease())
        .flatMap(found -> found)
        .sorted(Diagnosis.WORST_FIRST)
        .toList();
  }

  private Stream<Diagnosis> settings() {
    SettingRules rules = new SettingRules(told, wanted);
    return Stream.of(
            rules.look(),
            rules.domains(!isOf2()),
            release.filter(running -> running.version() == CatalogVersion.V2_0).isPresent()
                ? rules.sessionsOf2()
                : Stream.<Diagnosis>empty(),
            SignInRequestRules.look(told.signInRequest(), wanted.authentication()),
            keySets(),
            admins())
        .flatMap(found -> found);
  }

  private boolean isOf2() {
    return release
        .filter(running -> running.version().compareTo(CatalogVersion.V2_0) >= 0)
        .isPresent();
  }

  private Stream<Diagnosis> keySets() {
    if (!told.isWhole() && !told.authentication().path(KEYS).isArray()) {
      return Stream.empty();
    }
    List<String> present = new ArrayList<>();
    told.authentication().path(KEYS).forEach(address -> present.add(address.asText()));
    String realm = wanted.authentication().path(KEYS).path(0).asText();
    OwnKeys own = new OwnKeys(wanted.authentication().path("callbackUrl").asText());
    Stream<Diagnosis> missing =
        Stream.of(
                present.contains(realm)
                    ? Optional.<Diagnosis>empty()
                    : Optional.of(CatalogChecks.REALM_KEYS_MISSING.diagnosis(realm)),
                present.stream().anyMatch(own::holds)
                    ? Optional.<Diagnosis>empty()
                    : Optional.of(CatalogChecks.OWN_KEYS_MISSING.diagnosis()))
            .flatMap(Optional::stream);
    return Stream.concat(
        missing,
        present.stream()
            .filter(address -> !address.equals(realm) && !own.holds(address))
            .map(CatalogChecks.OTHER_KEYS::diagnosis));
  }

  private Stream<Diagnosis> ownKey() {
    for (JsonNode key : told.keys().path("keys")) {
      if (key.path("kid").asText().equals(CatalogChecks.SHIPPED_KEY_ID)) {
        return Stream.of(CatalogChecks.SHIPPED_KEY.diagnosis());
      }
    }
    return Stream.empty();
  }

  private Stream<Diagnosis> signUp() {
    JsonNode selfSignup = told.authentication().path("enableSelfSignup");
    return selfSignup.isBoolean() && !selfSignup.booleanValue()
        ? Stream.of(CatalogChecks.NO_SELF_SIGNUP.diagnosis())
        : Stream.empty();
  }

  private Stream<Diagnosis> admins() {
    for (JsonNode name : told.authorizer().path("adminPrincipals")) {
      if (name.asText().equals(ReservedNames.ADMIN)) {
        return Stream.of(CatalogChecks.DEFAULT_ADMIN.diagnosis());
      }
    }
    return Stream.empty();
  }

  private Stream<Diagnosis> ofRelease() {
    return release.stream().flatMap(this::ofRelease);
  }

  private Stream<Diagnosis> ofRelease(CatalogRelease running) {
    Stream.Builder<Diagnosis> found = Stream.builder();
    if (wanted.setUpFor().isPresent() && running.version() != wanted.setUpFor().get()) {
      found.add(CatalogChecks.OTHER_RELEASE.diagnosis(running.version().text()));
    }
    if (told.isConfidential() && running.compareTo(CHECKS_REDIRECTS) < 0) {
      found.add(CatalogChecks.REDIRECTS_ANYWHERE.diagnosis(running.toString()));
    }
    if (told.isConfidential() && running.version() == CatalogVersion.V2_0) {
      found.add(CatalogChecks.ROLES_LATE.diagnosis(running.toString()));
    }
    if (running.version().compareTo(CatalogVersion.V2_0) < 0) {
      found.add(CatalogChecks.ADDRESS_FROM_NAME.diagnosis(running.toString()));
      if (told.isConfidential()) {
        found.add(CatalogChecks.SESSIONS_IN_MEMORY.diagnosis(running.toString()));
      }
    }
    return found.build();
  }
}
