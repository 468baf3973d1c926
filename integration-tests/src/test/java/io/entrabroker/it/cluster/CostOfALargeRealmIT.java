package io.entrabroker.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.browser.Needs;
import io.entrabroker.it.browser.Tool;
import io.entrabroker.operations.keycloak.AdminApi;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What export and doctor ask of the database, in a realm as it comes and in one with 200 clients
 * and 50,000 users: as PostgreSQL itself counts statements, and rows that it hands out. How long it
 * takes is for {@code benchmarks/large-realm}.
 */
@Needs(Tool.INITDB)
class CostOfALargeRealmIT {

  private static final int CLIENTS = 200;
  private static final int USERS = 50_000;
  private static final int TRIES = 3;

  private static final String REALM = "/openmetadata";
  private static final String DOCTOR = REALM + "/openmetadata/doctor";
  private static final String EXPORT =
      REALM + "/openmetadata/catalog-config/settings-json?flow=confidential&release=1.13.1";
  private static final String EVERY_CLIENT = REALM + "/clients";
  private static final String MANY_USERS = REALM + "/users?max=500";

  private static final String COUNT =
      "select sum(calls) || ' ' || sum(rows) from pg_stat_statements"
          + " where query not like '%pg_stat_statements%'";

  private final PostgresServer postgres;
  private final AdminApi admin;

  /** What one answer cost. */
  private record Cost(long statements, long rows) {
    boolean isAtMostTwice(Cost other) {
      return statements <= 2 * other.statements() && rows <= 2 * other.rows();
    }
  }

  CostOfALargeRealmIT() throws IOException, InterruptedException {
    Cluster cluster = Cluster.shared();
    postgres = cluster.postgres();
    admin = cluster.nodes().get(0).admin();
  }

  @BeforeEach
  void count() throws IOException, InterruptedException {
    postgres.sql("create extension if not exists pg_stat_statements");
  }

  @AfterEach
  void forgetEverybody() throws IOException, InterruptedException {
    postgres.sql(
        "delete from user_attribute where user_id like 'cost-%';"
            + " delete from user_entity where id like 'cost-%'");
    StreamSupport.stream(admin.get(EVERY_CLIENT).spliterator(), false)
        .filter(client -> client.get("clientId").asText().startsWith("cost-"))
        .forEach(client -> admin.delete(EVERY_CLIENT + "/" + client.get("id").asText()));
  }

  @Test
  void doctorAndExportAskNoMoreOfALargeRealm() throws Exception {
    Cost doctor = cost(DOCTOR);
    Cost export = cost(EXPORT);
    Cost listing = cost(MANY_USERS);
    String findings = admin.get(DOCTOR).get("findings").toString();

    fill();

    assertThat(admin.get(DOCTOR).get("findings").toString()).isEqualTo(findings);
    assertThat(cost(DOCTOR)).matches(cost -> cost.isAtMostTwice(doctor), "at most 2 x " + doctor);
    assertThat(cost(EXPORT)).matches(cost -> cost.isAtMostTwice(export), "at most 2 x " + export);
    // What the measure is worth: Keycloak's own list of users grows with them.
    assertThat(cost(MANY_USERS).isAtMostTwice(listing)).isFalse();
  }

  @Test
  void twoOfFiftyThousandWhoAreOneInTheCatalogAreFound() throws Exception {
    fill();
    postgres.sql(
        "update user_attribute set value = 'person7' where user_id = 'cost-4711'"
            + " and name = 'catalog_username'");

    assertThat(admin.get(DOCTOR).get("findings"))
        .anySatisfy(
            finding -> {
              assertThat(finding.get("id").asText()).isEqualTo("ENTRA6405");
              assertThat(finding.get("detail").asText()).isEqualTo("cost-4711 and cost-7");
            });
  }

  // The least of some: nodes write into the database by themselves, too.
  private Cost cost(String path) throws IOException, InterruptedException {
    admin.get(path);
    Cost least = new Cost(Long.MAX_VALUE, Long.MAX_VALUE);
    for (int i = 0; i < TRIES; i++) {
      postgres.sql("select pg_stat_statements_reset()");
      admin.get(path);
      String[] counted = postgres.sql(COUNT).strip().split(" ");
      Cost cost = new Cost(Long.parseLong(counted[0]), Long.parseLong(counted[1]));
      least = cost.statements() < least.statements() ? cost : least;
    }
    return least;
  }

  private void fill() throws IOException, InterruptedException {
    admin.post(
        REALM + "/partialImport",
        Map.of(
            "ifResourceExists",
            "SKIP",
            "clients",
            IntStream.range(0, CLIENTS)
                .mapToObj(
                    i ->
                        Map.of(
                            "clientId",
                            "cost-" + i,
                            "redirectUris",
                            List.of("https://app" + i + ".contoso.example/*")))
                .toList()));
    postgres.sql(
        "insert into user_entity (id, username, email, email_constraint, email_verified, enabled,"
            + " realm_id, created_timestamp, not_before) select 'cost-' || i, 'person' || i, 'person'"
            + " || i || '@contoso.example', 'person' || i || '@contoso.example', true, true, realm.id,"
            + " 0, 0 from generate_series(1, "
            + USERS
            + ") i, realm where realm.name = 'openmetadata'");
    attribute("catalog_username", "'person' || i");
    attribute("catalog_email", "'person' || i || '@contoso.example'");
    attribute("entra_oid", "gen_random_uuid()::text");
    attribute("entra_tid", "'0f9e8d7c-6b5a-4948-8372-61504f3e2d1c'");
    postgres.sql("vacuum analyze user_entity");
    postgres.sql("vacuum analyze user_attribute");
  }

  private void attribute(String name, String value) throws IOException, InterruptedException {
    postgres.sql(
        "insert into user_attribute (id, user_id, name, value) select left(md5('"
            + name
            + "' || i), 36), 'cost-' || i, '"
            + name
            + "', "
            + value
            + " from generate_series(1, "
            + USERS
            + ") i");
  }
}
