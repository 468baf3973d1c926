package io.entrabroker.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsClaimTest {

  private static final String ONE = "11111111-2222-4333-8444-555555555555";
  private static final String TWO = "a1111111-2222-4333-8444-555555555555";

  @Test
  void groupsInTheTokenAreReadByTheirIds() {
    assertThat(read("groups", List.of(ONE, TWO.toUpperCase(Locale.ROOT), ONE)))
        .isEqualTo(new GroupsClaim.Inline(Set.of(id(ONE), id(TWO))));
  }

  @Test
  void aSingleGroupMayStandWithoutAList() {
    assertThat(read("groups", ONE)).isEqualTo(new GroupsClaim.Inline(Set.of(id(ONE))));
  }

  @Test
  void anEmptyListIsAnAnswer() {
    assertThat(read("groups", List.of())).isEqualTo(new GroupsClaim.Inline(Set.of()));
  }

  @Test
  void aTokenWithoutTheClaimSaysNothing() {
    assertThat(groups(Map.of())).isEqualTo(new GroupsClaim.NotIssued());
  }

  @Test
  void oneNameAmongIdsMakesAllOfThemUseless() {
    assertThat(read("groups", List.of(ONE, "Data stewards"))).isEqualTo(new GroupsClaim.NotIds());
  }

  @Test
  void oddShapesOfGroupsAreNeverTakenForNoGroups() {
    for (Object odd : Arrays.asList("", "Admins", 7, true, null, Map.of(ONE, ONE))) {
      assertThat(read("groups", odd)).as("%s", odd).isEqualTo(new GroupsClaim.NotIds());
      assertThat(read("groups", Arrays.asList(ONE, odd)))
          .as("in a list: %s", odd)
          .isEqualTo(new GroupsClaim.NotIds());
    }
  }

  @Test
  void tooManyGroupsAreSaidByTheNamesOfDistributedClaims() {
    assertThat(
            groups(
                Map.of(
                    "_claim_names",
                    Map.of("groups", "src1"),
                    "_claim_sources",
                    Map.of("src1", Map.of("endpoint", "https://evil.example/")))))
        .isEqualTo(new GroupsClaim.Overage());
  }

  @Test
  void otherDistributedClaimsAreNoGroups() {
    assertThat(read("_claim_names", Map.of("address", "src1")))
        .isEqualTo(new GroupsClaim.NotIssued());
    assertThat(groups(Map.of("_claim_names", Map.of("address", "x"), "groups", List.of(ONE))))
        .isEqualTo(new GroupsClaim.Inline(Set.of(id(ONE))));
  }

  @Test
  void tooManyGroupsInTheImplicitFlowAreSaidByAMark() {
    for (Object mark : Arrays.asList(true, "true", "TRUE", 1, "1", "yes", List.of(), null)) {
      assertThat(read("hasgroups", mark)).as("%s", mark).isEqualTo(new GroupsClaim.Overage());
    }
  }

  @Test
  void aMarkThatSaysNoIsNone() {
    for (Object mark : List.of(false, "false", "False", 0, "0")) {
      assertThat(read("hasgroups", mark)).as("%s", mark).isEqualTo(new GroupsClaim.NotIssued());
    }
  }

  @Test
  void aListBesidesTheMarkIsNotTakenForComplete() {
    assertThat(groups(Map.of("hasgroups", true, "groups", List.of(ONE))))
        .isEqualTo(new GroupsClaim.Overage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1-1-1-1-1", "{" + ONE + "}", " " + ONE, "11111111222243338444555555555555"})
  void onlyTheCanonicalFormIsAnId(String text) {
    assertThat(GroupId.parse(text)).isEmpty();
  }

  @Test
  void noJsonMakesItThrow() {
    Random random = new Random(20261122);
    List<String> names = List.of("groups", "_claim_names", "_claim_sources", "hasgroups", "roles");
    for (int i = 0; i < 5000; i++) {
      Map<String, Object> claims = new HashMap<>();
      names.stream()
          .filter(name -> random.nextBoolean())
          .forEach(name -> claims.put(name, anyJson(random, 3)));

      assertThat(groups(claims)).as("%s", claims).isNotNull();
      assertThat(new EntraClaims(claims).appRoles()).as("%s", claims).isNotNull();
    }
  }

  @Test
  void appRolesAreTheTextsOfTheRolesClaim() {
    assertThat(roles(List.of("Steward", "Admin", "Steward"))).containsOnly("Steward", "Admin");
    assertThat(roles("Steward")).containsOnly("Steward");
    assertThat(roles(Arrays.asList("Steward", 7, null))).containsOnly("Steward");
    assertThat(roles(7)).isEmpty();
    assertThat(new EntraClaims(Map.of()).appRoles()).isEmpty();
  }

  private static Object anyJson(Random random, int depth) {
    switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0:
        return null;
      case 1:
        return random.nextBoolean();
      case 2:
        return random.nextInt(3);
      case 3:
        return random.nextDouble();
      case 4:
        return ONE;
      case 5:
        return List.of("", "groups", "true", "src1", "ü").get(random.nextInt(5));
      case 6:
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          list.add(anyJson(random, depth - 1));
        }
        return list;
      default:
        Map<String, Object> object = new HashMap<>();
        object.put(random.nextBoolean() ? "groups" : "x", anyJson(random, depth - 1));
        return object;
    }
  }

  private static Set<String> roles(Object value) {
    return new EntraClaims(Map.of("roles", value)).appRoles();
  }

  private static GroupsClaim read(String name, Object value) {
    Map<String, Object> claims = new HashMap<>();
    claims.put(name, value);
    return groups(claims);
  }

  private static GroupsClaim groups(Map<String, Object> claims) {
    return new EntraClaims(claims).groups();
  }

  private static GroupId id(String text) {
    return GroupId.parse(text).orElseThrow();
  }
}
