package io.entrabroker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.catalog.CatalogPrediction.Accepted;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A catalog that people come to one after the other, and the tokens they bring. */
final class Visits {

  private final CatalogSetup setup;
  private CatalogAccounts accounts;

  private Visits(CatalogSetup setup, CatalogAccounts accounts) {
    this.setup = setup;
    this.accounts = accounts;
  }

  static Visits to(CatalogSetup setup) {
    return new Visits(setup, CatalogAccounts.none());
  }

  static Visits to(CatalogSetup setup, CatalogAccount... known) {
    return new Visits(setup, new CatalogAccounts(List.of(known)));
  }

  static CatalogSetup setup(CatalogVersion version, ClientKind client) {
    return CatalogSetup.recommended(version, client, "contoso.example")
        .knowing(Set.of("DataConsumer", "DataSteward"), Set.of("Finance", "Sales"));
  }

  /** Ada's token; changes are given as name and value, and a value {@link #ABSENT} takes it out. */
  static Map<String, Object> ada(Object... changes) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", "ada-id");
    claims.put("preferred_username", "ada");
    claims.put("email", "ada@contoso.example");
    claims.put("email_verified", true);
    claims.put("name", "Ada Lovelace");
    claims.put("roles", List.of("DataConsumer"));
    claims.put("groups", List.of("Finance"));
    for (int i = 0; i < changes.length; i += 2) {
      if (changes[i + 1] == ABSENT) {
        claims.remove(changes[i]);
      } else {
        claims.put((String) changes[i], changes[i + 1]);
      }
    }
    return claims;
  }

  static final Object ABSENT = new Object();

  CatalogPrediction visit(Map<String, Object> claims) {
    CatalogVisit visit = CatalogPrincipal.visit(claims, setup, accounts);
    accounts = visit.after();
    return visit.prediction();
  }

  Accepted accepted(Map<String, Object> claims) {
    CatalogPrediction prediction = visit(claims);
    assertThat(prediction.isAccepted()).as(text(prediction)).isTrue();
    return (Accepted) prediction;
  }

  Refused refused(Map<String, Object> claims) {
    CatalogPrediction prediction = visit(claims);
    assertThat(prediction.isAccepted()).isFalse();
    return (Refused) prediction;
  }

  CatalogAccounts accounts() {
    return accounts;
  }

  static String text(CatalogPrediction prediction) {
    return prediction instanceof Refused no ? no.status() + " " + no.message() : "accepted";
  }
}
