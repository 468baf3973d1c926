package io.entrabroker.doctor;

import io.entrabroker.catalog.ClientKind;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which addresses the catalog's client has to have. Source: OpenMetadata's routes, and its
 * browser's {@code oidc-client}.
 */
final class AddressRules {

  private AddressRules() {}

  static Stream<Diagnosis> look(ClientKind kind, Addresses addresses) {
    if (addresses.root().isEmpty()) {
      return Stream.of(AddressChecks.ROOT_MISSING.diagnosis());
    }
    Stream<Diagnosis> ofEveryClient =
        Stream.concat(
            missing(addresses.redirects(), addresses, "/callback", AddressChecks.CALLBACK_MISSING),
            addresses.redirects().stream()
                .filter(address -> isOpen(address, addresses.root()))
                .map(AddressChecks.OPEN_REDIRECT::diagnosis));
    return kind == ClientKind.PUBLIC
        ? Stream.concat(ofEveryClient, inTheBrowser(addresses))
        : ofEveryClient;
  }

  private static boolean isOpen(String address, String root) {
    return address.contains("*") || !address.startsWith(root + "/");
  }

  private static Stream<Diagnosis> inTheBrowser(Addresses addresses) {
    Set<String> origins = addresses.webOrigins();
    boolean isReadable =
        origins.contains("+") || origins.contains("*") || origins.contains(addresses.origin());
    return Stream.of(
            missing(
                addresses.redirects(),
                addresses,
                "/silent-callback",
                AddressChecks.SILENT_CALLBACK_MISSING),
            missing(addresses.afterSignOut(), addresses, "/signin", AddressChecks.SIGN_OUT_ADDRESS),
            isReadable
                ? Stream.<Diagnosis>empty()
                : Stream.of(AddressChecks.NO_WEB_ORIGIN.diagnosis()))
        .flatMap(found -> found);
  }

  private static Stream<Diagnosis> missing(
      Set<String> known, Addresses addresses, String path, Check check) {
    return Addresses.cover(known, addresses.root() + path)
        ? Stream.empty()
        : Stream.of(check.diagnosis());
  }
}
