package io.entrabroker.settings;

import static io.entrabroker.settings.SettingParsers.oneOf;

import io.entrabroker.Parsed;
import io.entrabroker.groups.AbsentClaim;
import io.entrabroker.groups.AccessGate;
import io.entrabroker.groups.AppRoles;
import io.entrabroker.groups.GroupBindings;
import io.entrabroker.groups.GroupRoles;
import io.entrabroker.groups.GroupScope;
import io.entrabroker.groups.UnknownGroups;
import java.util.List;
import java.util.Locale;

/** The settings that say what groups and roles are for. */
public final class GroupSettings {

  /** Which groups are which teams. */
  public static final Setting<GroupBindings> BINDINGS =
      new Setting<>(
          "groupBindings",
          "Group bindings",
          "Which Entra group makes a member of which team: one line each, the group's object id, an"
              + " equals sign and the team's name (11111111-2222-4333-8444-555555555555 = Data"
              + " stewards). A semicolon ends a line, too. The Keycloak group of that name is created"
              + " when it is first needed; the team in the catalog must exist.",
          new Setting.Field.Lines(),
          "",
          GroupBindings::parse);

  /** What app roles give. */
  public static final Setting<AppRoles> APP_ROLES =
      new Setting<>(
          "appRoles",
          "App roles",
          "Which app role of the registration gives which role of the catalog: one line each, the app"
              + " role's value, an equals sign and the role's name (Catalog.Steward = DataSteward)."
              + " What is not listed reaches nobody; Admin makes administrators.",
          new Setting.Field.Lines(),
          "",
          AppRoles::parse);

  /** What groups give. */
  public static final Setting<GroupRoles> GROUP_ROLES =
      new Setting<>(
          "groupRoles",
          "Group roles",
          "Which Entra group gives which role of the catalog: one line each, the group's object id, an"
              + " equals sign and the role's name.",
          new Setting.Field.Lines(),
          "",
          GroupRoles::parse);

  /** Who is let in. */
  public static final Setting<AccessGate> ACCESS_GATE =
      new Setting<>(
          "accessGate",
          "Access gate",
          "Who may sign in: everyone in the tenant (everyone), whoever has a mapped role"
              + " (mapped-role), or members of listed groups (their object ids, separated by commas)."
              + " Decided before a user is created and again at every sign-in; where it cannot be"
              + " found out, nobody is let in.",
          new Setting.Field.Text(),
          "everyone",
          AccessGate::parse);

  /** Which groups become teams under their own name. */
  public static final Setting<String> NAMED_GROUPS =
      new Setting<>(
          "namedGroups",
          "Groups by name",
          "Which groups become teams under their own display name, without a binding: none, the"
              + " groups assigned to the enterprise application (assigned), or listed ones (their"
              + " object ids, separated by commas). Needs the scope GroupMember.Read.All; assigned"
              + " needs Application.Read.All, too.",
          new Setting.Field.Text(),
          "none",
          Parsed::accepted);

  /** What stands in front of such names. */
  public static final Setting<String> TEAM_PREFIX =
      new Setting<>(
          "namedGroupPrefix",
          "Prefix of groups by name",
          "What stands in front of the names of teams that are created by display name, such as"
              + " entra-: anybody may create a group of any name in Entra, and teams carry rights.",
          new Setting.Field.Text(),
          "",
          Parsed::accepted);

  /** Which memberships count. */
  public static final Setting<GroupScope> SCOPE =
      Setting.choice(
          "groupScope",
          "Group scope",
          "What the app registration's groups claim holds: all groups (all), or only groups assigned"
              + " to the application (assigned). It matters where a person has too many groups for the"
              + " token: Microsoft Graph then gives all, and assigned takes the others out (scope"
              + " Application.Read.All).",
          GroupScope.values(),
          scope -> scope.name().toLowerCase(Locale.ROOT));

  /** What a token without groups means. */
  public static final Setting<AbsentClaim> ABSENT_GROUPS =
      new Setting<>(
          "absentGroups",
          "Token without groups",
          "What it means that a token carries no groups: Microsoft Graph is asked (unknown), or the"
              + " person is in none (none; only if the app registration is known to emit groups).",
          new Setting.Field.Choice(List.of("unknown", "none")),
          "unknown",
          text ->
              oneOf(
                  AbsentClaim.values(),
                  absent -> absent == AbsentClaim.UNKNOWN ? "unknown" : "none",
                  text));

  /** What becomes of a sign-in when groups cannot be found out. */
  public static final Setting<UnknownGroups> UNKNOWN_GROUPS =
      Setting.choice(
          "unknownGroups",
          "Unknown membership",
          "What happens if it cannot be found out which groups a person is in: nothing is joined and"
              + " nothing left (keep), or the sign-in is refused (refuse).",
          UnknownGroups.values(),
          UnknownGroups::text);

  /** Confirms what the ID-token flow cannot do. */
  public static final Setting<Boolean> FIVE_GROUPS =
      new Setting<>(
          "acceptFiveGroups",
          "Accept the limit of five groups",
          "With the ID-token flow Entra names at most five groups, and nothing can be asked"
              + " afterwards: whoever has more has unknown ones. true accepts that.",
          new Setting.Field.Choice(List.of("false", "true")),
          "false",
          text -> oneOf(new Boolean[] {true, false}, String::valueOf, text));

  static final List<Setting<?>> ALL =
      List.of(
          ACCESS_GATE,
          APP_ROLES,
          GROUP_ROLES,
          BINDINGS,
          NAMED_GROUPS,
          TEAM_PREFIX,
          SCOPE,
          ABSENT_GROUPS,
          UNKNOWN_GROUPS,
          FIVE_GROUPS);

  private GroupSettings() {}
}
