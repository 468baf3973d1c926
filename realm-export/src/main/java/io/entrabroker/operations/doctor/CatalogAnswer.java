package io.entrabroker.operations.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.ReservedNames;
import io.entrabroker.catalog.config.CatalogRelease;
import io.entrabroker.doctor.CatalogChecks;
import io.entrabroker.doctor.Check;
import io.entrabroker.doctor.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a catalog tells of its sign-in, beside what the realm would tell it. What it does not tell
 * is not known, and not looked at.
 *
 * @param told what it tells
 * @param release its release, where it says which it is
 * @param expected {@code authenticationConfiguration} and {@code authorizerConfiguration} as the
 *     realm would write them
 * @param setUpFor the version that the realm's identity provider is set up for
 */
public record CatalogAnswer(
    CatalogTold told,
    Optional<CatalogRelease> release,
    JsonNode expected,
    Optional<CatalogVersion> setUpFor) {

  private static final String KEYS = "publicKeyUrls";
  private static final String AUTHENTICATION = "authenticationConfiguration";
  private static final String AUTHORIZER = "authorizerConfiguration";

  // The release in which the check came is known to a minor version.
  private static final CatalogRelease CHECKS_REDIRECTS = new CatalogRelease(1, 13, 0);

  private static final Map<String, Check> COMPARED =
      Map.of(
          "provider", CatalogChecks.OTHER_PROVIDER,
          "authority", CatalogChecks.OTHER_AUTHORITY,
          "clientType", CatalogChecks.OTHER_CLIENT_TYPE,
          "clientId", CatalogChecks.OTHER_CLIENT,
          "callbackUrl", CatalogChecks.OTHER_CALLBACK,
          "tokenValidationAlgorithm", CatalogChecks.OTHER_ALGORITHM,
          "jwtPrincipalClaimsMapping", CatalogChecks.OTHER_CLAIMS,
          "emailClaim", CatalogChecks.OTHER_CLAIMS,
          "jwtTeamClaimMapping", CatalogChecks.OTHER_TEAM_CLAIM);

  private static final Map<String, Check> COMPARED_RIGHTS =
      Map.of(
          "principalDomain", CatalogChecks.OTHER_PRINCIPAL_DOMAIN,
          "useRolesFromProvider", CatalogChecks.ROLES_NOT_TAKEN);

  /** What is wrong with it, the worst first; empty if nothing is. */
  public List<Diagnosis> diagnoses() {
    JsonNode authentication = expected.path(AUTHENTICATION);
    return Stream.of(
            different(told.authentication(), authentication, COMPARED),
            different(told.authorizer(), expected.path(AUTHORIZER), COMPARED_RIGHTS),
            SignInRequestRules.look(told.signInRequest(), authentication),
            keySets(),
            ownKey(),
            admins(),
            signUp(),
            ofRelease())
        .flatMap(found -> found)
        .sorted(Diagnosis.WORST_FIRST)
        .toList();
  }

  private static Stream<Diagnosis> different(
      JsonNode present, JsonNode wanted, Map<String, Check> compared) {
    return compared.entrySet().stream()
        .flatMap(entry -> different(present, wanted, entry.getKey(), entry.getValue()).stream());
  }

  private static Optional<Diagnosis> different(
      JsonNode told, JsonNode expected, String member, Check check) {
    JsonNode present = told.path(member);
    JsonNode wanted = expected.path(member);
    return present.isMissingNode() || wanted.isMissingNode() || present.equals(wanted)
        ? Optional.empty()
        : Optional.of(check.diagnosis(member + " is " + present + ", not " + wanted));
  }

  private Stream<Diagnosis> keySets() {
    if (!told.authentication().path(KEYS).isArray()) {
      return Stream.empty();
    }
    List<String> present = new ArrayList<>();
    told.authentication().path(KEYS).forEach(address -> present.add(address.asText()));
    String realm = expected.path(AUTHENTICATION).path(KEYS).path(0).asText();
    OwnKeys own = new OwnKeys(expected.path(AUTHENTICATION).path("callbackUrl").asText());
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
    if (setUpFor.isPresent() && running.version() != setUpFor.get()) {
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
