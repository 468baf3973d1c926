package io.entrabroker.catalog.config;

import io.entrabroker.Parsed;
import io.entrabroker.Shortened;
import io.entrabroker.catalog.ClientKind;
import io.entrabroker.catalog.config.RealmFacts.RegisteredClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * For which catalog somebody wants the configuration. What is left empty is taken from the realm.
 *
 * @param flow {@code public} or {@code confidential}; empty: that of the client that is enabled
 * @param release the catalog's release; empty: the oldest that the identity provider is set up for
 * @param url where browsers find the catalog; empty: as the client says
 * @param principalDomain the organisation's mail domain; empty: the first one it is set up with
 * @param admins addresses of the first administrators, separated by commas; may be empty
 */
public record CatalogRequest(
    String flow, String release, String url, String principalDomain, String admins) {

  /** As few words as possible. */
  public static CatalogRequest ofTheRealm() {
    return new CatalogRequest("", "", "", "", "");
  }

  /**
   * The catalog's settings.
   *
   * @return them, or a sentence that says what is wrong and what to write
   */
  public Parsed<CatalogSettings> read(RealmFacts facts) {
    return client(facts)
        .then(
            registered ->
                wantedRelease(facts)
                    .then(
                        known ->
                            place(registered)
                                .then(
                                    place ->
                                        people(facts)
                                            .map(
                                                people ->
                                                    new CatalogSettings(
                                                        known,
                                                        registered.client(),
                                                        facts.address(),
                                                        place,
                                                        people)))));
  }

  private Parsed<RegisteredClient> client(RealmFacts facts) {
    String wanted = flow.strip().toUpperCase(Locale.ROOT);
    boolean isKind = Arrays.stream(ClientKind.values()).anyMatch(k -> k.name().equals(wanted));
    if (!wanted.isEmpty() && !isKind) {
      return Parsed.refused("flow: write public or confidential.");
    }
    List<RegisteredClient> fitting =
        facts.clients().stream()
            .filter(
                client ->
                    wanted.isEmpty()
                        ? client.isEnabled()
                        : client.client().kind().name().equals(wanted))
            .toList();
    if (fitting.size() > 1) {
      return Parsed.refused(
          "Both of the catalog's clients are enabled: write flow=public or flow=confidential, and"
              + " disable the other client.");
    }
    return fitting.stream()
        .findFirst()
        .map(Parsed::accepted)
        .orElseGet(() -> Parsed.refused(noClient(wanted)));
  }

  private static String noClient(String wanted) {
    return wanted.isEmpty()
        ? "Neither openmetadata-web nor openmetadata-spa is enabled in the realm: enable the one that"
            + " the catalog uses, or write flow=public or flow=confidential."
        : "The realm has no "
            + wanted.toLowerCase(Locale.ROOT)
            + " client of the catalog: create "
            + (wanted.equals(ClientKind.PUBLIC.name()) ? "openmetadata-spa" : "openmetadata-web")
            + " as in the realm file, or write the other flow.";
  }

  private Parsed<CatalogRelease> wantedRelease(RealmFacts facts) {
    if (!release.isBlank()) {
      return CatalogRelease.parse(release);
    }
    return facts
        .release()
        .map(Parsed::accepted)
        .orElseGet(
            () ->
                Parsed.refused(
                    "The realm has no working identity provider of the type entra that would say which"
                        + " release the catalog has: write it, such as 1.12.3."));
  }

  private Parsed<CatalogPlace> place(RegisteredClient client) {
    String written = url.isBlank() ? client.rootUrl() : url.strip();
    return origin(written)
        .map(CatalogPlace::at)
        .map(Parsed::accepted)
        .orElseGet(
            () ->
                Parsed.refused(
                    "'"
                        + Shortened.of(written)
                        + "' is not the address of the catalog: write scheme, host and port, such as"
                        + " https://catalog.contoso.com, as the url or as the client's root URL."));
  }

  private static Optional<URI> origin(String written) {
    try {
      URI uri =
          new URI(written.endsWith("/") ? written.substring(0, written.length() - 1) : written);
      boolean isWeb =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      boolean isPlain =
          uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
      return isWeb && isPlain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private Parsed<CatalogPeople> people(RealmFacts facts) {
    List<String> addresses =
        Arrays.stream(admins.split("[,;\\s]+")).filter(address -> !address.isEmpty()).toList();
    String domain =
        principalDomain.isBlank()
            ? facts.mailDomains().stream().findFirst().orElse("")
            : principalDomain;
    return CatalogPeople.of(domain, addresses);
  }
}
