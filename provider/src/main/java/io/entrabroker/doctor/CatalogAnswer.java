package io.entrabroker.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.catalog.CatalogVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a catalog tells everybody about its sign-in, beside what the realm would tell it. What it
 * does not tell is not known, and not looked at.
 *
 * @param told {@code GET /api/v1/system/config/auth}
 * @param keys {@code GET /api/v1/system/config/jwks}
 * @param version how its release reads tokens, where it says which it is
 * @param expected {@code authenticationConfiguration} as the realm would write it
 * @param setUpFor the version that the realm's identity provider is set up for
 */
public record CatalogAnswer(
    JsonNode told,
    JsonNode keys,
    Optional<CatalogVersion> version,
    JsonNode expected,
    Optional<CatalogVersion> setUpFor) {

  private static final String KEYS = "publicKeyUrls";
  private static final String OWN_KEYS = "/api/v1/system/config/jwks";

  /** The finding where the catalog does not answer. */
  public static Diagnosis silent(String cause) {
    return CatalogChecks.CATALOG_SILENT.diagnosis(cause);
  }

  /** What is wrong with it, the worst first; empty if nothing is. */
  public List<Diagnosis> diagnoses() {
    Stream<Diagnosis> differences =
        Stream.of(
                different("provider", CatalogChecks.OTHER_PROVIDER),
                different("authority", CatalogChecks.OTHER_AUTHORITY),
                different("clientType", CatalogChecks.OTHER_CLIENT_TYPE),
                different("clientId", CatalogChecks.OTHER_CLIENT),
                different("callbackUrl", CatalogChecks.OTHER_CALLBACK),
                different("tokenValidationAlgorithm", CatalogChecks.OTHER_ALGORITHM),
                different("jwtPrincipalClaimsMapping", CatalogChecks.OTHER_CLAIMS),
                different("emailClaim", CatalogChecks.OTHER_CLAIMS))
            .flatMap(Optional::stream);
    return Stream.of(differences, keySets(), ownKey(), signUp(), release())
        .flatMap(found -> found)
        .sorted(Diagnosis.WORST_FIRST)
        .toList();
  }

  private Optional<Diagnosis> different(String member, Check check) {
    JsonNode present = told.path(member);
    JsonNode wanted = expected.path(member);
    return present.isMissingNode() || wanted.isMissingNode() || present.equals(wanted)
        ? Optional.empty()
        : Optional.of(check.diagnosis(member + " is " + present + ", not " + wanted));
  }

  private Stream<Diagnosis> keySets() {
    if (!told.path(KEYS).isArray()) {
      return Stream.empty();
    }
    List<String> present = new ArrayList<>();
    told.path(KEYS).forEach(address -> present.add(address.asText()));
    String realm = expected.path(KEYS).path(0).asText();
    Stream<Diagnosis> missing =
        Stream.of(
                present.contains(realm)
                    ? Optional.<Diagnosis>empty()
                    : Optional.of(CatalogChecks.REALM_KEYS_MISSING.diagnosis(realm)),
                present.stream().anyMatch(address -> address.endsWith(OWN_KEYS))
                    ? Optional.<Diagnosis>empty()
                    : Optional.of(CatalogChecks.OWN_KEYS_MISSING.diagnosis()))
            .flatMap(Optional::stream);
    return Stream.concat(
        missing,
        present.stream()
            .filter(address -> !address.equals(realm) && !address.endsWith(OWN_KEYS))
            .map(CatalogChecks.OTHER_KEYS::diagnosis));
  }

  private Stream<Diagnosis> ownKey() {
    for (JsonNode key : keys.path("keys")) {
      if (key.path("kid").asText().equals(RealmRules.SHIPPED_KEY)) {
        return Stream.of(CatalogChecks.SHIPPED_KEY.diagnosis());
      }
    }
    return Stream.empty();
  }

  private Stream<Diagnosis> signUp() {
    JsonNode selfSignup = told.path("enableSelfSignup");
    return selfSignup.isBoolean() && !selfSignup.booleanValue()
        ? Stream.of(CatalogChecks.NO_SELF_SIGNUP.diagnosis())
        : Stream.empty();
  }

  private Stream<Diagnosis> release() {
    return version
        .filter(release -> setUpFor.isPresent() && release != setUpFor.get())
        .map(release -> CatalogChecks.OTHER_RELEASE.diagnosis(release.text()))
        .stream();
  }
}
