package io.entrabroker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.Shortened;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.user.IdentityKey;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedNamesTest {

  private static final String TENANT = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  private static final String OTHER_TENANT = "1f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  private static final String OBJECT = "b7a1c2d3-0000-4a4a-9b9b-c0ffee000000";
  private static final IdentityKey ADA = key(TENANT, OBJECT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin",
        "Admin",
        "admin@contoso.example",
        "admin/x",
        "ingestion-bot",
        "lineage-bot",
        "autoClassification-bot",
        "McpApplicationBot",
        "SearchIndexingApplicationBot",
        "RdfIndexAppBot",
        "our-own-bot",
        "-bot",
      })
  void theCatalogsAdministratorAndBotsAreReserved(String name) {
    assertThat(ReservedNames.standard().isReserved(name)).isTrue();
    assertThat(ReservedNames.standard().allows(name, ADA)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ada", "administrator", "e.talbot", "abbot", "bot", "admin.a", "root", ""})
  void peoplesNamesAreNot(String name) {
    assertThat(ReservedNames.standard().isReserved(name)).isFalse();
    assertThat(ReservedNames.standard().allows(name, ADA)).isTrue();
  }

  @Test
  void theDefaultsReadAsAnAdministratorWouldWriteThem() {
    assertThat(parsed(ReservedNames.DEFAULTS)).isEqualTo(ReservedNames.standard());
    assertThat(ReservedNames.DEFAULTS).containsAll(ReservedNames.BOTS).contains("admin");
  }

  @Test
  void aBoundNameIsThatPersonsAloneByTenantAndObject() {
    ReservedNames names =
        parsed(
            List.of(
                " Admin = " + TENANT.toUpperCase(java.util.Locale.ROOT) + ":" + OBJECT, "*-bot"));

    assertThat(names.allows("admin", ADA)).isTrue();
    assertThat(names.allows("ADMIN", ADA)).isTrue();
    assertThat(names.allows("admin", key(OTHER_TENANT, OBJECT))).isFalse();
    assertThat(names.allows("admin", key(TENANT, TENANT))).isFalse();
    assertThat(names.allows("x-bot", ADA)).isFalse();
    assertThat(names.isReserved("admin")).isTrue();
  }

  @Test
  void aBoundNameMayAlsoMatchAnEnding() {
    ReservedNames names = parsed(List.of("*-bot", "jean-bot=" + TENANT + ":" + OBJECT));

    assertThat(names.allows("jean-bot", ADA)).isTrue();
    assertThat(names.allows("other-bot", ADA)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a@b",
        "*",
        "a*",
        "**a",
        "admin =",
        "admin = x",
        "*-bot = " + TENANT + ":" + OBJECT,
        "admin = " + TENANT,
        "admin = " + TENANT + ":",
        "admin = " + TENANT + ":" + OBJECT + ":",
        "admin = :" + OBJECT,
        "= " + TENANT + ":" + OBJECT,
      })
  void aWrongEntryIsRefusedWithWhatToWrite(String entry) {
    String problem = ReservedNames.parse(List.of("fine", entry)).fold(names -> "", text -> text);

    assertThat(problem)
        .isEqualTo(
            "'"
                + Shortened.of(entry.strip())
                + "' is no reserved name: write name, *ending or name = tenant id:object id.");
  }

  @Test
  void aNameIsBoundToOnePersonOnly() {
    String twice = "admin=" + TENANT + ":" + OBJECT;

    String problem =
        ReservedNames.parse(List.of(twice, "admin=" + OTHER_TENANT + ":" + OBJECT))
            .fold(names -> "", text -> text);

    assertThat(problem).isEqualTo("'admin' is bound to two people: leave one of them.");
    assertThat(parsed(List.of(twice, twice, "admin")).allows("admin", ADA)).isTrue();
  }

  @Test
  void theCatalogsOwnAdministratorsAreAdded() {
    ReservedNames names = ReservedNames.standard().and(Set.of("Boss"));

    assertThat(names.isReserved("boss")).isTrue();
    assertThat(names.isReserved("admin")).isTrue();
  }

  @Test
  void anEmptyListReservesNothing() {
    assertThat(parsed(List.of()).isReserved("admin")).isFalse();
  }

  private static ReservedNames parsed(List<String> entries) {
    return ReservedNames.parse(entries).asOptional().orElseThrow();
  }

  private static IdentityKey key(String tenant, String object) {
    return new IdentityKey(TenantId.parse(tenant).orElseThrow(), UUID.fromString(object));
  }
}
