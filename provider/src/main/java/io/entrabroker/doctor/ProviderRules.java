package io.entrabroker.doctor;

import io.entrabroker.doctor.ProviderState.Trait;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the identity provider has to be like. */
final class ProviderRules {

  private static final Map<Trait, Check> MUST_BE =
      Map.of(
          Trait.ENABLED, ProviderChecks.PROVIDER_DISABLED,
          Trait.OUR_FIRST_SIGN_IN_FLOW, ProviderChecks.FIRST_SIGN_IN_FLOW,
          Trait.SYNC_FORCED, ProviderChecks.NAMES_NOT_FOLLOWED,
          Trait.HAS_MAIL_DOMAINS, ProviderChecks.NO_MAIL_DOMAINS,
          Trait.FOLLOWS_SESSIONS, ProviderChecks.SESSIONS_NOT_FOLLOWED);

  private static final Map<Trait, Check> MUST_NOT_BE =
      Map.of(Trait.LINK_ONLY, ProviderChecks.PROVIDER_LINK_ONLY);

  private ProviderRules() {}

  /**
   * @param others aliases of identity providers of other types that are enabled
   */
  static Stream<Diagnosis> look(List<ProviderState> providers, List<String> others) {
    Stream<Diagnosis> none =
        providers.isEmpty() ? Stream.of(ProviderChecks.NO_PROVIDER.diagnosis()) : Stream.empty();
    return Stream.of(
            none,
            providers.stream().flatMap(ProviderRules::look),
            others.stream().map(ProviderChecks.OTHER_PROVIDERS::diagnosis))
        .flatMap(found -> found);
  }

  private static Stream<Diagnosis> look(ProviderState provider) {
    Stream.Builder<Diagnosis> found = Stream.builder();
    provider.problems().stream()
        .map(problem -> ProviderChecks.SETTINGS_WRONG.diagnosis(provider.alias() + ": " + problem))
        .forEach(found);
    provider.missingMappers().stream()
        .map(mapper -> ProviderChecks.MAPPER_MISSING.diagnosis(provider.alias() + ": " + mapper))
        .forEach(found);
    if (!provider.credential().isEmpty()) {
      found.add(
          ProviderChecks.CREDENTIAL_MISSING.diagnosis(
              provider.alias() + ": " + provider.credential()));
    }
    if (!provider.certificateEnds().isEmpty()) {
      found.add(
          ProviderChecks.CERTIFICATE_ENDS.diagnosis(
              provider.alias() + ": " + provider.certificateEnds()));
    }
    return Stream.concat(switches(provider), found.build());
  }

  private static Stream<Diagnosis> switches(ProviderState provider) {
    return Stream.of(Trait.values())
        .map(trait -> provider.is(trait) ? MUST_NOT_BE.get(trait) : MUST_BE.get(trait))
        .filter(Objects::nonNull)
        // What is not known of invalid settings is not wrong.
        .filter(check -> provider.problems().isEmpty() || check.severity() == Severity.ERROR)
        .map(check -> check.diagnosis(provider.alias()));
  }
}
