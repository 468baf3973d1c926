package io.entrabroker.preview;

import io.entrabroker.catalog.CatalogAccount;
import io.entrabroker.catalog.CatalogAccounts;
import io.entrabroker.catalog.CatalogAddress;
import io.entrabroker.catalog.CatalogPrincipal;
import io.entrabroker.catalog.CatalogSetup;
import io.entrabroker.catalog.CatalogUser;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.ClientKind;
import io.entrabroker.claims.ClaimName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Predicts the person's user in every version of a catalog that is set up as recommended and has
 * the roles and teams that the token names.
 *
 * @param person what the token would say of the person
 * @param address their name and address in the catalog
 * @param standing whether the catalog knows them already
 * @param principalDomain the organisation's mail domain
 */
record Bands(
    CatalogUser person,
    CatalogAddress.Verified address,
    NameGiven standing,
    String principalDomain) {

  List<Band> all() {
    return Stream.of(CatalogVersion.values()).flatMap(version -> of(version).stream()).toList();
  }

  private List<Band> of(CatalogVersion version) {
    List<Band> bands = new ArrayList<>();
    for (ClientKind client : ClientKind.values()) {
      Band band =
          new Band(
              version.text(),
              List.of(client.name().toLowerCase(Locale.ROOT)),
              user(version, client));
      if (!bands.isEmpty() && bands.get(0).user().equals(band.user())) {
        bands.set(0, new Band(version.text(), both(bands.get(0), band), band.user()));
      } else {
        bands.add(band);
      }
    }
    return bands;
  }

  private static List<String> both(Band one, Band other) {
    return Stream.of(one, other).flatMap(band -> band.clients().stream()).toList();
  }

  private Band.User user(CatalogVersion version, ClientKind client) {
    CatalogSetup setup =
        CatalogSetup.recommended(version, client, principalDomain)
            .knowing(new HashSet<>(person.roles()), new HashSet<>(person.teams()));
    CatalogAccounts before = CatalogAccounts.initial(setup);
    CatalogAccounts known =
        standing == NameGiven.BEFORE
            ? before.with(CatalogAccount.named(address.username(), address.email()))
            : before;
    Map<String, Object> token = new TreeMap<>(person.claims());
    token.put(ClaimName.SUBJECT, address.username());
    return Band.user(CatalogPrincipal.predict(token, setup, known));
  }
}
