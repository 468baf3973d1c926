package io.entrabroker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogUserTest {

  private static final CatalogAddress ADDRESS =
      new CatalogAddress.Verified("Ada.Lovelace", "Ada.Lovelace@contoso.example");

  @Test
  void everythingThatTheCatalogReadsIsThere() {
    CatalogUser ada =
        new CatalogUser(
            ADDRESS,
            "Ada",
            "Lovelace",
            List.of("DataSteward"),
            List.of("Finance"),
            Map.of("oid", "1", "tid", "2"));

    assertThat(ada.claims())
        .containsOnly(
            Map.entry("email", "ada.lovelace@contoso.example"),
            Map.entry("email_verified", true),
            Map.entry("preferred_username", "ada.lovelace"),
            Map.entry("name", "Ada Lovelace"),
            Map.entry("given_name", "Ada"),
            Map.entry("family_name", "Lovelace"),
            Map.entry("roles", List.of("DataSteward")),
            Map.entry("groups", List.of("Finance")),
            Map.entry("oid", "1"),
            Map.entry("tid", "2"));
  }

  @Test
  void anUnverifiedAddressTakesTheUsernameWithIt() {
    CatalogUser somebody =
        new CatalogUser(
            new CatalogAddress.Unverified(),
            "Ada",
            "",
            List.of("Admin"),
            List.of("Finance"),
            Map.of());

    assertThat(somebody.claims())
        .doesNotContainKeys("email", "preferred_username", "email_verified")
        .containsEntry("roles", List.of())
        .containsEntry("groups", List.of());
  }

  @Test
  void emptyTextsAreLeftOutAndListsAreAlwaysThere() {
    CatalogUser nameless =
        new CatalogUser(ADDRESS, "", "", List.of(), List.of(), Map.of("oid", ""));

    assertThat(nameless.claims())
        .doesNotContainKeys("name", "given_name", "family_name", "oid")
        .containsEntry("roles", List.of())
        .containsEntry("groups", List.of());
  }

  @Test
  void whatItDecidesAndWhatItForbidsAreDifferentThings() {
    CatalogUser ada =
        new CatalogUser(
            ADDRESS, "Ada", "Lovelace", List.of(), List.of(), Map.of("oid", "1", "tid", "2"));

    assertThat(CatalogUser.decided())
        .containsExactlyInAnyOrderElementsOf(ada.claims().keySet())
        .doesNotContainAnyElementsOf(CatalogUser.FORBIDDEN);
  }

  @Test
  void aUserIsNotPrinted() {
    CatalogUser ada = new CatalogUser(ADDRESS, "Ada", "", List.of(), List.of(), Map.of());

    assertThat(ada).hasToString("CatalogUser[***]");
  }
}
