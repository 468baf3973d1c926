package io.entrabroker.doctor;

import io.entrabroker.doctor.ProviderState.Mappers;
import io.entrabroker.doctor.ProviderState.Trait;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the identity provider has to be like. */
final class ProviderRules {

  private static final Expectations<Trait> HEALTHY =
      new Expectations<>(
          Map.of(
              Trait.ENABLED, ProviderChecks.PROVIDER_DISABLED,
              Trait.OUR_FIRST_SIGN_IN_FLOW, ProviderChecks.FIRST_SIGN_IN_FLOW,
              Trait.SYNC_FORCED, ProviderChecks.NAMES_NOT_FOLLOWED,
              Trait.HAS_MAIL_DOMAINS, ProviderChecks.NO_MAIL_DOMAINS,
              Trait.FOLLOWS_SESSIONS, ProviderChecks.SESSIONS_NOT_FOLLOWED,
              Trait.GATED, ProviderChecks.EVERYBODY),
          Map.of(
              Trait.LINK_ONLY, ProviderChecks.PROVIDER_LINK_ONLY,
              Trait.IN_AN_ORGANISATION, ProviderChecks.IN_AN_ORGANISATION,
              Trait.HIDDEN, ProviderChecks.HIDDEN));

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
    provider.problems().stream().map(ProviderChecks.SETTINGS_WRONG::diagnosis).forEach(found);
    Mappers mappers = provider.mappers();
    mappers.missing().stream().map(ProviderChecks.MAPPER_MISSING::diagnosis).forEach(found);
    mappers.frozen().stream().map(ProviderChecks.MAPPER_FROZEN::diagnosis).forEach(found);
    mappers.foreign().stream().map(ProviderChecks.FOREIGN_MAPPER::diagnosis).forEach(found);
    if (!provider.credential().isEmpty()) {
      found.add(ProviderChecks.CREDENTIAL_MISSING.diagnosis(provider.credential()));
    }
    if (!provider.certificateEnds().isEmpty()) {
      found.add(ProviderChecks.CERTIFICATE_ENDS.diagnosis(provider.certificateEnds()));
    }
    return Stream.concat(switches(provider), found.build())
        .map(diagnosis -> diagnosis.at(provider.alias()));
  }

  private static Stream<Diagnosis> switches(ProviderState provider) {
    return HEALTHY
        .look(provider.traits())
        // What is not known of invalid settings is not wrong.
        .filter(
            found -> provider.problems().isEmpty() || found.check().severity() == Severity.ERROR);
  }
}
