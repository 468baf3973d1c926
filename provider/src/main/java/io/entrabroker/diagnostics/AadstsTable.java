package io.entrabroker.diagnostics;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All entries, put together when they are first asked for. */
final class AadstsTable {

  static final SortedMap<Integer, AadstsCode> BY_NUMBER =
      Stream.of(
              RegistrationCodes.ALL,
              TenantCodes.ALL,
              CredentialCodes.ALL,
              GrantCodes.ALL,
              AccountCodes.ALL,
              ConsentCodes.ALL,
              RequestCodes.ALL,
              ProofCodes.ALL,
              PolicyCodes.ALL,
              OutageCodes.ALL)
          .flatMap(Collection::stream)
          .collect(
              Collectors.toMap(
                  AadstsCode::number, Function.identity(), neverTwice(), TreeMap::new));

  private AadstsTable() {}

  private static BinaryOperator<AadstsCode> neverTwice() {
    return (one, other) -> {
      throw new IllegalStateException("Two entries for " + one.number());
    };
  }
}
