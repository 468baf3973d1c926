package io.entrabroker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrabroker.operations.catalog.CatalogPerson;
import io.entrabroker.operations.catalog.CatalogPerson.Rights;
import io.entrabroker.operations.catalog.RealmWord;
import io.entrabroker.operations.catalog.RealmWord.Known;
import io.entrabroker.operations.catalog.RealmWord.Unknown;
import io.entrabroker.operations.catalog.SecuritySettings;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RealmSideTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CatalogPerson ADA =
      new CatalogPerson("1", "ada", "Ada@contoso.com", Rights.MEMBER, List.of());
  private static final String CLAIMS =
      "{'preferred_username':'ada','email':'ada@contoso.com','roles':['Admin'],'groups':['Curators'],"
          + "'departments':['Sales']}";

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static RealmWord said(String claims, String authentication) {
    return RealmSide.said(
        json(claims),
        ADA,
        SecuritySettings.of(
            json(
                "{'authenticationConfiguration':{"
                    + authentication
                    + "},'authorizerConfiguration':{}}")));
  }

  @Test
  void whoHasNameAndAddressIsThePerson() {
    assertThat(said(CLAIMS, "")).isEqualTo(new Known(Set.of("Admin"), Set.of("Curators")));
  }

  @Test
  void teamsAreInTheClaimThatTheCatalogReads() {
    assertThat(said(CLAIMS, "'jwtTeamClaimMapping':'departments'"))
        .isEqualTo(new Known(Set.of("Admin"), Set.of("Sales")));
    assertThat(said(CLAIMS, "'jwtTeamClaimMapping':'others'")).isInstanceOf(Unknown.class);
  }

  @Test
  void aMissingListIsNotAnEmptyOne() {
    assertThat(said(CLAIMS.replace("'groups'", "'x'"), "")).isInstanceOf(Unknown.class);
    assertThat(said(CLAIMS.replace("'roles'", "'x'"), "")).isInstanceOf(Unknown.class);
    assertThat(said(CLAIMS.replace("['Admin']", "[]"), ""))
        .isEqualTo(new Known(Set.of(), Set.of("Curators")));
  }

  @Test
  void anotherNameIsAnotherPersonWherePeopleAreFoundByName() {
    String other = CLAIMS.replace("'ada'", "'ada2'");

    assertThat(said(other, "")).isInstanceOf(Unknown.class);
    assertThat(said(other, "'emailClaim':'email'")).isInstanceOf(Known.class);
    assertThat(said(CLAIMS.replace("ada@", "grace@"), "'emailClaim':'email'"))
        .isInstanceOf(Unknown.class);
  }

  @Test
  void whoseAddressIsNotProvenIsUnknown() {
    assertThat(said("{'roles':['Admin'],'groups':[]}", "'emailClaim':'email'"))
        .isInstanceOf(Unknown.class);
  }
}
