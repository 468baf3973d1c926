package io.entrabroker.it.attacks;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Every attack. */
final class Catalogue {

  /** Those that no guard of ours stops, and that succeed at no twin. */
  static final List<Attack> STOPPED_BY_OTHERS =
      Stream.of(ReplayAttacks.STOPPED_BY_OTHERS, MixUpAttacks.STOPPED_BY_OTHERS)
          .flatMap(Collection::stream)
          .toList();

  static final List<Attack> ALL =
      Stream.of(
              AlgorithmAttacks.ALL,
              HeaderAttacks.ALL,
              ShapeAttacks.ALL,
              IssuerAttacks.ALL,
              TenantAttacks.ALL,
              AudienceAttacks.ALL,
              TimeAttacks.ALL,
              ReplayAttacks.ALL,
              MixUpAttacks.ALL,
              SessionAttacks.ALL,
              LinkingAttacks.ALL,
              AddressAttacks.ALL,
              LookalikeAttacks.ALL,
              PersonAttacks.ALL,
              UpstreamAttacks.ALL,
              GroupAttacks.ALL,
              SettingsAttacks.ALL)
          .flatMap(Collection::stream)
          .toList();

  private Catalogue() {}
}
