package io.entrabroker.settings;

import io.entrabroker.groups.AccessGate;
import io.entrabroker.groups.ExistingGroups;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupPolicy;
import io.entrabroker.groups.NamedGroups;
import io.entrabroker.groups.RoleMap;
import io.entrabroker.groups.TeamPrefix;
import io.entrabroker.groups.UnknownGroups;
import java.util.List;
import java.util.Optional;

/** Reads what groups and roles are for, and what of it does not go together. */
record GroupPolicyReader(ConfigReading config) {

  // Stands in for a wrong prefix while the rest is looked at.
  private static final TeamPrefix SOME_PREFIX = new TeamPrefix("entra-");

  /** What was read. */
  record Result(GroupPolicy policy, UnknownGroups whenUnknown) {}

  /** The policy. */
  Result read() {
    GroupPolicy policy =
        new GroupPolicy(
            config.value(GroupSettings.BINDINGS),
            named(),
            new RoleMap(
                config.value(GroupSettings.APP_ROLES), config.value(GroupSettings.GROUP_ROLES)),
            config.value(GroupSettings.ACCESS_GATE),
            config.value(GroupSettings.SCOPE),
            config.value(GroupSettings.ABSENT_GROUPS));
    checkGate(policy);
    checkFlow(policy, config.value(GroupSettings.FIVE_GROUPS));
    return new Result(policy, config.value(GroupSettings.UNKNOWN_GROUPS));
  }

  private NamedGroups named() {
    String text = config.text(GroupSettings.NAMED_GROUPS);
    if (text.equalsIgnoreCase(GroupSettings.NAMED_GROUPS.defaultText())) {
      return new NamedGroups.None();
    }
    TeamPrefix prefix =
        config
            .accept(
                GroupSettings.TEAM_PREFIX, TeamPrefix.parse(config.text(GroupSettings.TEAM_PREFIX)))
            .orElse(SOME_PREFIX);
    Optional<NamedGroups> named =
        config.accept(GroupSettings.NAMED_GROUPS, NamedGroups.parse(text, prefix));
    named.ifPresent(this::checkPermissions);
    return named.orElseGet(NamedGroups.None::new);
  }

  private void checkPermissions(NamedGroups named) {
    require(GraphPermission.READ_GROUPS, "to read the names of groups");
    if (named instanceof NamedGroups.Assigned) {
      require(
          GraphPermission.READ_ASSIGNMENTS, "to read which groups are assigned to the application");
    }
  }

  private void require(GraphPermission permission, String purpose) {
    List<String> scopes = List.of(config.text(RequestSettings.SCOPES).split("\\s+", -1));
    if (!permission.isAskedFor(scopes)) {
      config.wrong(
          GroupSettings.NAMED_GROUPS,
          GroupSettings.NAMED_GROUPS.label()
              + ": Microsoft Graph needs a permission "
              + purpose
              + ". Grant the app registration "
              + permission.text()
              + " (delegated, with an administrator's consent) and add "
              + permission.text()
              + " to Scopes.");
    }
  }

  private void checkGate(GroupPolicy policy) {
    if (policy.gate() instanceof AccessGate.MappedRole
        && policy.roles().roles().isEmpty()
        && config.isFine(GroupSettings.APP_ROLES, GroupSettings.GROUP_ROLES)) {
      config.wrong(
          GroupSettings.ACCESS_GATE,
          GroupSettings.ACCESS_GATE.label()
              + ": with mapped-role and no mapped role nobody can come in. Map a role under App"
              + " roles or Group roles, or write everyone.");
    }
  }

  // https://learn.microsoft.com/entra/identity-platform/optional-claims: the implicit flow's limit.
  private void checkFlow(GroupPolicy policy, boolean fiveAreEnough) {
    if (!config.text(ConnectionSettings.FLOW).equals(SignInFlow.ID_TOKEN.text())) {
      return;
    }
    if (!(policy.named() instanceof NamedGroups.None)) {
      config.wrong(
          GroupSettings.NAMED_GROUPS,
          GroupSettings.NAMED_GROUPS.label()
              + ": with the flow id_token nothing can be asked of Microsoft Graph, so names stay"
              + " unknown. Write none, or choose the flow code.");
    } else if (!fiveAreEnough
        && config.isFine(GroupSettings.FIVE_GROUPS)
        && !GroupNeeds.of(policy, ExistingGroups.none()).isEmpty()) {
      config.wrong(
          GroupSettings.FIVE_GROUPS,
          GroupSettings.FIVE_GROUPS.label()
              + ": with the flow id_token Entra names at most five groups; whoever is in more has"
              + " unknown ones. Choose the flow code, or write true.");
    }
  }
}
