package io.entrabroker.doctor;

import io.entrabroker.doctor.EntraState.Probe;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Microsoft Entra ID has to answer.
 *
 * @see <a
 *     href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">Microsoft
 *     Entra authentication and authorization error codes</a>
 */
final class EntraRules {

  // Keycloak and Entra allow five minutes; a minute is where it begins to go wrong.
  private static final long SKEW_SECONDS = 60;

  private static final Map<Check, Set<Integer>> REFUSALS =
      Map.of(
          EntraChecks.TENANT_UNKNOWN, Set.of(90002, 90023, 900021),
          EntraChecks.WRONG_CLOUD, Set.of(90038, 900382, 900432, 900433, 900434),
          EntraChecks.APPLICATION_UNKNOWN, Set.of(700016, 70001, 7000112),
          EntraChecks.CREDENTIAL_REFUSED,
              Set.of(
                  7000215, 7000216, 7000218, 700027, 700021, 700025, 700030, 70021, 700211, 700212,
                  700213, 50012),
          EntraChecks.CREDENTIAL_EXPIRED, Set.of(7000222, 700024));

  private static final Map<Check, Set<Integer>> SIGN_IN_REFUSALS =
      Map.of(
          EntraChecks.REDIRECT_UNKNOWN, Set.of(50011, 500113, 900971),
          EntraChecks.OTHER_PLATFORM, Set.of(9002325),
          EntraChecks.IMPLICIT_NOT_TICKED, Set.of(700051, 700054));

  private EntraRules() {}

  static Stream<Diagnosis> look(EntraState entra) {
    return Stream.of(
            asked(entra.metadata(), EntraChecks.ENTRA_UNREACHABLE),
            asked(entra.keys(), EntraChecks.KEYS_UNREADABLE),
            clock(entra.clockSkewSeconds()),
            asked(entra.credential(), EntraChecks.CREDENTIAL_NOT_PROVEN),
            asked(entra.graph(), EntraChecks.GRAPH_UNREACHABLE),
            signIn(entra.signIn()),
            listed(entra.permissions(), EntraChecks.OWN_PERMISSIONS),
            listed(entra.needs(), EntraChecks.NEEDS_A_PERSON))
        .flatMap(found -> found)
        .distinct()
        .map(found -> found.at(entra.alias()));
  }

  // What Entra answers to whom it does not know is nowhere promised: a warning at most.
  private static Stream<Diagnosis> signIn(Probe probe) {
    return probe instanceof Probe.Refused refused
        ? Stream.of(refusal(refused, SIGN_IN_REFUSALS, EntraChecks.SIGN_IN_REFUSED))
        : Stream.empty();
  }

  private static Stream<Diagnosis> listed(List<String> things, Check check) {
    return things.isEmpty()
        ? Stream.empty()
        : Stream.of(check.diagnosis(String.join(", ", things)));
  }

  private static Stream<Diagnosis> asked(Probe probe, Check otherwise) {
    if (probe instanceof Probe.Silent silent) {
      return Stream.of(otherwise.diagnosis(silent.cause()));
    }
    return probe instanceof Probe.Refused refused
        ? Stream.of(refusal(refused, REFUSALS, otherwise))
        : Stream.empty();
  }

  private static Stream<Diagnosis> clock(long skewSeconds) {
    return Math.abs(skewSeconds) > SKEW_SECONDS
        ? Stream.of(
            EntraChecks.CLOCK_SKEW.diagnosis(
                Math.abs(skewSeconds)
                    + " seconds "
                    + (skewSeconds > 0 ? "ahead of Microsoft" : "behind Microsoft")))
        : Stream.empty();
  }

  private static Diagnosis refusal(
      Probe.Refused refused, Map<Check, Set<Integer>> known, Check otherwise) {
    Check check =
        known.entrySet().stream()
            .filter(entry -> refused.codes().stream().anyMatch(entry.getValue()::contains))
            .map(Map.Entry::getKey)
            .min(Check.WORST_FIRST)
            .orElse(otherwise);
    return check.diagnosis(codes(refused.codes()));
  }

  private static String codes(List<Integer> codes) {
    return codes.stream().map(code -> "AADSTS" + code).collect(Collectors.joining(", "));
  }
}
