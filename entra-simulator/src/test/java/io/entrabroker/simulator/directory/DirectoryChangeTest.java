package io.entrabroker.simulator.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DirectoryChangeTest {

  private static final String ADA = "ada.lovelace@contoso.example";
  private static final String ADA_ID = "ada00000-0000-4000-8000-000000000001";
  private static final String GRACE = "grace.hopper@contoso.example";
  private static final String NEW_ID = "ada00000-0000-4000-8000-000000000099";
  private static final String ANALYTICS = "97009500-0000-4000-8000-000000000002";
  private static final String STEWARDS = "97009500-0000-4000-8000-000000000001";
  private static final String NEW_GROUP = "97009500-0000-4000-8000-000000000099";
  private static final String WEB = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001";
  private static final String NEW_APP = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000099";

  @Test
  void aChangeLeavesTheOriginalAlone() {
    Directory before = Directory.contoso();

    Directory after = before.with(UserChange.rename(ADA, "Ada King"));

    assertThat(user(after, ADA_ID).displayName()).isEqualTo("Ada King");
    assertThat(user(before, ADA_ID).displayName()).isEqualTo("Ada Lovelace");
  }

  @Test
  void aPersonIsNamedByObjectIdNameOrMailInAnyCase() {
    for (String name : List.of(ADA_ID, "ADA.Lovelace@Contoso.example")) {
      assertThat(
              user(Directory.contoso().with(UserChange.changeMail(name, "ada@x.example")), ADA_ID)
                  .mail())
          .contains("ada@x.example");
    }
    assertThat(
            user(
                    Directory.contoso().with(UserChange.clear("bob@fabrikam.example", "mail")),
                    "ada00000-0000-4000-8000-000000000007")
                .mail())
        .isEmpty();
  }

  @Test
  void whatIsNotThereCannotBeChanged() {
    Directory contoso = Directory.contoso();

    for (DirectoryChange change :
        List.of(
            UserChange.rename("nobody@contoso.example", "X"),
            GroupChange.rename(NEW_GROUP, "X"),
            GroupChange.addMember(ANALYTICS, "nobody@contoso.example"),
            ApplicationChange.assign(NEW_APP, ADA),
            ApplicationChange.assignRole(WEB, ADA, "NoSuchRole"))) {
      assertThatThrownBy(() -> contoso.with(change)).isInstanceOf(DirectoryException.class);
    }
  }

  @Test
  void anotherSignInNameKeepsGroups() {
    Directory after =
        Directory.contoso()
            .withGroupsFor(ADA, 3)
            .with(UserChange.changeSignInName(ADA, "ada.king@contoso.example"));

    assertThat(user(after, ADA_ID).userPrincipalName()).isEqualTo("ada.king@contoso.example");
    assertThat(groups(after, ADA_ID))
        .containsExactlyInAnyOrder(
            "Analytics", "Newsletter", "Project 1", "Project 2", "Project 3");
  }

  @Test
  void aDeletedPersonIsInNoGroupAndNoApplication() {
    Directory after = Directory.contoso().withGroupsFor(GRACE, 3).with(UserChange.delete(GRACE));

    assertThat(tenant(after).userNamed(GRACE)).isEmpty();
    assertThat(
            tenant(after)
                .servicePrincipal(tenant(after).application(WEB).orElseThrow())
                .assignedPrincipals())
        .isEmpty();
  }

  @Test
  void aPersonWhoIsMadeAgainHasTheNamesButNeitherIdNorGroups() {
    Directory after = Directory.contoso().with(UserChange.recreate(ADA, NEW_ID));

    assertThat(tenant(after).user(ADA_ID)).isEmpty();
    assertThat(user(after, NEW_ID).userPrincipalName()).isEqualTo(ADA);
    assertThat(groups(after, NEW_ID)).isEmpty();
  }

  @Test
  void peopleComeAndJoin() {
    Directory after =
        Directory.contoso()
            .with(
                UserChange.add(NEW_ID, "emmy.noether@contoso.example", "Emmy Noether"),
                GroupChange.add(NEW_GROUP, "Algebra", NEW_ID),
                GroupChange.addMember(ANALYTICS, NEW_GROUP),
                GroupChange.addMember(STEWARDS, "emmy.noether@contoso.example"));

    assertThat(groups(after, NEW_ID))
        .containsExactlyInAnyOrder("Algebra", "Analytics", "Data stewards");
  }

  @Test
  void peopleLeaveAndGroupsGo() {
    Directory after =
        Directory.contoso()
            .with(
                GroupChange.removeMember(ANALYTICS, ADA_ID),
                GroupChange.removeMember(ANALYTICS, ADA_ID),
                GroupChange.delete(STEWARDS));

    assertThat(groups(after, ADA_ID)).containsExactly("Newsletter");
    assertThat(groups(after, user(after, GRACE).id())).isEmpty();
  }

  @Test
  void aRenamedGroupKeepsItsIdAndMembers() {
    Directory after = Directory.contoso().with(GroupChange.rename(ANALYTICS, "Insights"));

    assertThat(tenant(after).directGroupsOf(user(after, ADA_ID)))
        .extracting(Group::id)
        .contains(ANALYTICS);
    assertThat(groups(after, ADA_ID)).contains("Insights");
  }

  @Test
  void anApplicationRegisteredAgainKeepsRolesAndConsentsUnderNewIds() {
    Directory before = Directory.contoso();
    Directory after = before.with(ApplicationChange.registerAgain(WEB, NEW_APP));

    Application web = tenant(after).application(NEW_APP).orElseThrow();
    assertThat(tenant(after).application(WEB)).isEmpty();
    assertThat(tenant(after).servicePrincipal(web).id())
        .isNotEqualTo(
            tenant(before).servicePrincipal(tenant(before).application(WEB).orElseThrow()).id());
    assertThat(tenant(after).servicePrincipal(web).assignedPrincipals()).hasSize(1);
    assertThat(
            tenant(after).consentedScopes(web, user(after, ADA_ID), GraphPermission.GRAPH_APP_ID))
        .contains("User.Read");
    assertThat(web.redirectUris()).isNotEmpty();
  }

  @Test
  void aSeriesIsRefusedWhenItCannotBe() {
    Directory contoso = Directory.contoso();
    GroupSeries series = GroupSeries.of(ADA, 5);

    for (DirectoryChange change :
        List.of(
            GroupChange.addSeries(GroupSeries.of(ADA, -1)),
            GroupChange.addSeries(GroupSeries.of(ADA, GroupSeries.MOST + 1)),
            GroupChange.addSeries(series.inChainsOf(0)),
            GroupChange.addSeries(series.withIdPrefix("97009500-")))) {
      assertThatThrownBy(() -> contoso.with(change)).hasMessageContaining("groupSeries.");
    }
    assertThatThrownBy(
            () -> contoso.with(GroupChange.addSeries(series), GroupChange.addSeries(series)))
        .hasMessageContaining("different in each series");
  }

  @Test
  void idsAndNamesOfASeriesAreTheSameInEveryRun() {
    GroupSeries series = GroupSeries.of(ADA, 2).named("Team");

    assertThat(series.ids())
        .containsExactly(
            "97009501-0000-4000-8000-000000000001", "97009501-0000-4000-8000-000000000002");
    assertThat(groups(Directory.contoso().with(GroupChange.addSeries(series)), ADA_ID))
        .contains("Team 1", "Team 2");
  }

  @Test
  @Timeout(20)
  void aHundredLookUpsAmongElevenThousandGroupsTakeNoTime() {
    Directory many =
        Directory.contoso()
            .with(GroupChange.addSeries(GroupSeries.of(ADA, 11_000).inChainsOf(11_000)));
    Tenant tenant = tenant(many);
    User ada = user(many, ADA_ID);

    for (int i = 0; i < 100; i++) {
      assertThat(tenant.allGroupsOf(ada)).hasSize(11_002);
    }
  }

  private static Tenant tenant(Directory directory) {
    return directory.tenants().get(0);
  }

  private static User user(Directory directory, String name) {
    return tenant(directory).user(name).or(() -> tenant(directory).userNamed(name)).orElseThrow();
  }

  private static List<String> groups(Directory directory, String userId) {
    return tenant(directory).allGroupsOf(user(directory, userId)).stream()
        .map(Group::displayName)
        .toList();
  }
}
