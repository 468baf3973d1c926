package io.entrabroker.settings;

import static io.entrabroker.settings.Configs.GROUP;
import static io.entrabroker.settings.Configs.problem;
import static io.entrabroker.settings.Configs.problems;
import static io.entrabroker.settings.Configs.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.AbsentClaim;
import io.entrabroker.groups.AccessGate;
import io.entrabroker.groups.GroupPolicy;
import io.entrabroker.groups.GroupScope;
import io.entrabroker.groups.NamedGroups;
import io.entrabroker.groups.TeamPrefix;
import io.entrabroker.groups.UnknownGroups;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupSettingsTest {

  private static final GroupId ID = GroupId.parse(GROUP).orElseThrow();
  private static final String BINDING = GROUP + " = Data stewards";
  private static final String NAMES = "openid GroupMember.Read.All";
  private static final String ASSIGNMENTS = NAMES + " Application.Read.All";

  @Test
  void withoutASettingGroupsDecideNothing() {
    EntraSettings settings = settings();
    GroupPolicy groups = settings.groups();

    assertThat(groups.bindings().ids()).isEmpty();
    assertThat(groups.named()).isEqualTo(new NamedGroups.None());
    assertThat(groups.roles().roles()).isEmpty();
    assertThat(groups.gate()).isEqualTo(new AccessGate.Everyone());
    assertThat(groups.scope()).isEqualTo(GroupScope.ALL);
    assertThat(groups.absentClaim()).isEqualTo(AbsentClaim.UNKNOWN);
    assertThat(settings.whenUnknown()).isEqualTo(UnknownGroups.KEEP);
  }

  @Test
  void everySettingReachesItsRule() {
    EntraSettings settings =
        settings(
            "groupBindings", BINDING,
            "appRoles", "Catalog.Steward = DataSteward",
            "groupRoles", GROUP + " = Reviewer",
            "accessGate", "mapped-role",
            "groupScope", "assigned",
            "absentGroups", "none",
            "unknownGroups", "refuse");
    GroupPolicy groups = settings.groups();

    assertThat(groups.bindings().teamsOf(Set.of(ID))).containsExactly("Data stewards");
    assertThat(groups.roles().appRoles().rolesOf(Set.of("Catalog.Steward")))
        .containsExactly("DataSteward");
    assertThat(groups.roles().groupRoles().rolesOf(Set.of(ID))).containsExactly("Reviewer");
    assertThat(groups.gate()).isEqualTo(new AccessGate.MappedRole());
    assertThat(groups.scope()).isEqualTo(GroupScope.ASSIGNED);
    assertThat(groups.absentClaim()).isEqualTo(AbsentClaim.MEANS_NONE);
    assertThat(settings.whenUnknown()).isEqualTo(UnknownGroups.REFUSE);
  }

  @Test
  void anybodyCanHaveAPersonalAccountSoThatTheirTenantNeedsAGate() {
    String tenant = "9188040d-6c67-4c5b-b112-36a304b66dad";

    assertThat(problem(GroupSettings.ACCESS_GATE, "authority", tenant))
        .contains("anybody can have one", "write mapped-role");
    assertThat(
            problems(
                "authority", tenant, "accessGate", "mapped-role", "appRoles", "Personal = Reader"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "groupScope       | some | Group scope: 'some' is not understood. Write all or assigned.",
        "absentGroups     | all  | Token without groups: 'all' is not understood. Write none or unknown.",
        "unknownGroups    | leave | Unknown membership: 'leave' is not understood. Write keep or refuse.",
        "acceptFiveGroups | yes  | Accept the limit of five groups: 'yes' is not understood. Write true or false.",
        "accessGate       | staff | Access gate: Write everyone, mapped-role, or object ids of groups. 'staff' is no object id of a group. Copy the Object ID from Entra admin center > Groups > the group > Overview.",
        "groupBindings    | Stewards = A | Group bindings: 'Stewards = A': 'Stewards' is no object id of a group. Copy the Object ID from Entra admin center > Groups > the group > Overview. Example: 11111111-2222-4333-8444-555555555555 = Data stewards",
        "appRoles         | Steward | App roles: 'Steward': There is no '='. Example: Catalog.Steward = DataSteward",
        "groupRoles       | x | Group roles: 'x': There is no '='. Example: 11111111-2222-4333-8444-555555555555 = DataSteward"
      })
  void aWrongValueIsAnsweredWithWhatToWrite(String key, String value, String sentence) {
    Setting<?> setting =
        Settings.ALL.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();

    assertThat(problem(setting, key, value)).isEqualTo(sentence);
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    assertThat(
            problems(
                "groupBindings", "x",
                "appRoles", "x",
                "groupRoles", "x",
                "accessGate", "x",
                "namedGroups", "x",
                "namedGroupPrefix", "x",
                "groupScope", "x",
                "absentGroups", "x",
                "unknownGroups", "x",
                "acceptFiveGroups", "x"))
        .extracting(SettingsProblem::key)
        .containsExactlyInAnyOrderElementsOf(
            GroupSettings.ALL.stream().<String>map(Setting::key).toList());
  }

  @Test
  void aGateForMappedRolesNeedsOne() {
    assertThat(problem(GroupSettings.ACCESS_GATE, "accessGate", "mapped-role"))
        .isEqualTo(
            "Access gate: with mapped-role and no mapped role nobody can come in. Map a role under"
                + " App roles or Group roles, or write everyone.");
    assertThat(problems("accessGate", "mapped-role", "appRoles", "a = Admin")).isEmpty();
    assertThat(problems("accessGate", "mapped-role", "groupRoles", GROUP + " = Admin")).isEmpty();
    assertThat(problems("accessGate", GROUP)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"appRoles", "groupRoles"})
  void aGateIsNotBlamedForRolesThatCannotBeRead(String key) {
    assertThat(problems("accessGate", "mapped-role", key, "x"))
        .extracting(SettingsProblem::key)
        .containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", " none "})
  void whereNoGroupsAreNamedNoPrefixIsNeeded(String none) {
    assertThat(settings("namedGroups", none).groups().named()).isEqualTo(new NamedGroups.None());
  }

  @Test
  void namedGroupsNeedAPrefix() {
    assertThat(problem(GroupSettings.TEAM_PREFIX, "namedGroups", GROUP, "defaultScope", NAMES))
        .isEqualTo(
            "Prefix of groups by name: Write 2 to 32 characters with which the names of such teams"
                + " begin, such as entra-, without '/', '::', '\"', dots or control characters.");
    assertThat(
            settings("namedGroups", GROUP, "namedGroupPrefix", "e-", "defaultScope", NAMES)
                .groups()
                .named())
        .isEqualTo(new NamedGroups.Listed(new TeamPrefix("e-"), Set.of(ID)));
  }

  @Test
  void whatNamedGroupsAreIsCheckedWithoutAPrefixToo() {
    assertThat(problems("namedGroups", "some", "defaultScope", NAMES))
        .extracting(SettingsProblem::text)
        .anyMatch(text -> text.startsWith("Groups by name: Write none, assigned, or object ids. "))
        .anyMatch(text -> text.startsWith("Prefix of groups by name: "))
        .hasSize(2);
  }

  @Test
  void theNamesOfGroupsNeedAPermission() {
    assertThat(
            problem(GroupSettings.NAMED_GROUPS, "namedGroups", GROUP, "namedGroupPrefix", "entra-"))
        .isEqualTo(
            "Groups by name: Microsoft Graph needs a permission to read the names of groups. Grant"
                + " the app registration GroupMember.Read.All (delegated, with an administrator's"
                + " consent) and add GroupMember.Read.All to Scopes.");
  }

  @Test
  void theAssignmentsOfGroupsNeedAnother() {
    assertThat(
            problem(
                GroupSettings.NAMED_GROUPS,
                "namedGroups",
                "assigned",
                "namedGroupPrefix",
                "entra-",
                "defaultScope",
                NAMES))
        .isEqualTo(
            "Groups by name: Microsoft Graph needs a permission to read which groups are assigned"
                + " to the application. Grant the app registration Application.Read.All (delegated,"
                + " with an administrator's consent) and add Application.Read.All to Scopes.");
    assertThat(
            settings(
                    "namedGroups", "assigned",
                    "namedGroupPrefix", "entra-",
                    "defaultScope", ASSIGNMENTS)
                .groups()
                .named())
        .isEqualTo(new NamedGroups.Assigned(new TeamPrefix("entra-")));
  }

  @ParameterizedTest
  @CsvSource({
    "GroupMember.Read.All, true",
    "openid  GroupMember.Read.All, true",
    "groupmember.read.all, true",
    "https://graph.microsoft.com/GroupMember.Read.All, true",
    "https://graph.microsoft.us/GroupMember.Read.All, true",
    "00000003-0000-0000-c000-000000000000/GroupMember.Read.All, true",
    "https://graph.microsoft.com/.default, true",
    "MyGroupMember.Read.All, false",
    "GroupMember.Read.AllOfThem, false",
    "https://api.contoso.example/GroupMember.Read.All, false",
    "https://api.contoso.example/.default, false",
    "User.Read, false"
  })
  void aScopeIsComparedWhole(String scopes, boolean suffices) {
    assertThat(
            problems("namedGroups", GROUP, "namedGroupPrefix", "e-", "defaultScope", scopes)
                .isEmpty())
        .isEqualTo(suffices);
  }

  @Test
  void theIdTokenFlowNamesNoGroups() {
    assertThat(
            problem(
                GroupSettings.NAMED_GROUPS,
                "flow",
                "id_token",
                "namedGroups",
                GROUP,
                "namedGroupPrefix",
                "entra-",
                "acceptFiveGroups",
                "true",
                "defaultScope",
                NAMES))
        .isEqualTo(
            "Groups by name: with the flow id_token nothing can be asked of Microsoft Graph, so"
                + " names stay unknown. Write none, or choose the flow code.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "groupBindings | 11111111-2222-4333-8444-555555555555 = A",
        "groupRoles    | 11111111-2222-4333-8444-555555555555 = A",
        "accessGate    | 11111111-2222-4333-8444-555555555555"
      })
  void theIdTokenFlowWithGroupsNeedsAWordOfConsent(String key, String value) {
    assertThat(problem(GroupSettings.FIVE_GROUPS, "flow", "id_token", key, value))
        .isEqualTo(
            "Accept the limit of five groups: with the flow id_token Entra names at most five"
                + " groups; whoever is in more has unknown ones. Choose the flow code, or write"
                + " true.");
    assertThat(problems("flow", "id_token", key, value, "acceptFiveGroups", "true")).isEmpty();
    assertThat(problems("flow", "code", key, value)).isEmpty();
  }

  @Test
  void theIdTokenFlowWithoutGroupsNeedsNone() {
    assertThat(problems("flow", "id_token", "appRoles", "a = Admin")).isEmpty();
  }

  @Test
  void aWordOfConsentThatCannotBeReadIsOneProblem() {
    assertThat(
            problem(
                GroupSettings.FIVE_GROUPS,
                "flow",
                "id_token",
                "groupBindings",
                BINDING,
                "acceptFiveGroups",
                "yes"))
        .contains("'yes' is not understood");
  }
}
