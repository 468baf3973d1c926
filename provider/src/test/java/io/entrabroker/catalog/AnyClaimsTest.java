package io.entrabroker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.catalog.CatalogIdentity.EmailFirst;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnyClaimsTest {

  private static final int TOKENS = 1_000;
  private static final List<String> NAMES =
      List.of(
          "sub",
          "email",
          "EMAIL",
          "preferred_username",
          "Preferred_Username",
          "email_verified",
          "name",
          "displayName",
          "given_name",
          "family_name",
          "roles",
          "groups",
          "isBot",
          "tokenType",
          "sessionId",
          "",
          "x");
  private static final List<Object> VALUES =
      Arrays.asList(
          null,
          "",
          " ",
          "@",
          "a@",
          "@b",
          "a@b",
          "ada",
          "ADA@CONTOSO.EXAMPLE",
          "ada@contoso.example",
          "a@b@c.example",
          "a::b",
          "a/b",
          "o'brien@contoso.example",
          "\u0000",
          "\ud800",
          "İ@x.example",
          "@".repeat(50_000),
          "a".repeat(100_000),
          "a.".repeat(50_000) + "@" + "b.".repeat(50_000),
          true,
          false,
          "false",
          0,
          -1.5,
          Long.MAX_VALUE,
          List.of(),
          List.of("Admin", 7),
          List.of(List.of()),
          Arrays.asList(null, "DataSteward"),
          Map.of(),
          Map.of("a", Map.of("b", List.of())),
          "PERSONAL_ACCESS",
          new Object());

  @ParameterizedTest
  @EnumSource(CatalogVersion.class)
  void noTokenMakesThePredictorThrowAndWhatItPredictsCanBeStored(CatalogVersion version) {
    Random random = new Random(20_261_122);
    for (ClientKind client : ClientKind.values()) {
      for (CatalogSetup setup : setups(version, client)) {
        CatalogAccounts accounts = CatalogAccounts.initial(setup);
        for (int token = 0; token < TOKENS; token++) {
          CatalogVisit visit = CatalogPrincipal.visit(claims(random), setup, accounts);
          check(visit);
          // Start anew now and then, so that both the known and the unknown come.
          accounts = token % 50 == 0 ? CatalogAccounts.initial(setup) : visit.after();
        }
      }
    }
  }

  private static void check(CatalogVisit visit) {
    if (visit.prediction() instanceof CatalogPrediction.Accepted accepted) {
      assertThat(accepted.username()).isNotEmpty().hasSizeLessThanOrEqualTo(261);
      assertThat(CatalogEmail.isStorable(accepted.email())).isTrue();
      assertThat(accepted.roles()).isSubsetOf("DataConsumer", "DataSteward");
      assertThat(accepted.teams()).isSubsetOf("Finance");
    } else {
      CatalogPrediction.Refused refused = (CatalogPrediction.Refused) visit.prediction();
      assertThat(refused.status()).isIn(400, 401, 403, 500);
      assertThat(refused.message()).isNotBlank();
    }
  }

  private static List<CatalogSetup> setups(CatalogVersion version, ClientKind client) {
    CatalogSetup recommended =
        CatalogSetup.recommended(version, client, "contoso.example")
            .knowing(Set.of("DataConsumer", "DataSteward"), Set.of("Finance"));
    List<CatalogSetup> setups = new ArrayList<>();
    setups.add(recommended);
    setups.add(recommended.with(CatalogIdentity.recommendedMapping()));
    setups.add(recommended.with(CatalogIdentity.ClaimOrder.STANDARD));
    if (version == CatalogVersion.EMAIL_FIRST) {
      setups.add(
          recommended.with(new EmailFirst("email", "name", CatalogIdentity.ClaimOrder.STANDARD)));
    }
    return setups;
  }

  private static Map<String, Object> claims(Random random) {
    Map<String, Object> claims = new LinkedHashMap<>();
    for (String name : NAMES) {
      if (random.nextInt(3) > 0) {
        claims.put(name, VALUES.get(random.nextInt(VALUES.size())));
      }
    }
    return claims;
  }
}
