package io.entrabroker.settings;

import io.entrabroker.groups.AbsentClaim;
import io.entrabroker.groups.AccessGate;
import io.entrabroker.groups.AppRoles;
import io.entrabroker.groups.ExistingGroups;
import io.entrabroker.groups.GroupBindings;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupPolicy;
import io.entrabroker.groups.GroupRoles;
import io.entrabroker.groups.GroupScope;
import io.entrabroker.groups.NamedGroups;
import io.entrabroker.groups.RoleMap;
import io.entrabroker.groups.TeamPrefix;
import io.entrabroker.groups.UnknownGroups;
import java.util.Optional;

/** Reads what groups and roles are for, and what of it does not go together. */
record GroupPolicyReader(ConfigReading config) {

  private static final String NAMES_SCOPE = "GroupMember.Read.All";
  private static final String ASSIGNMENTS_SCOPE = "Application.Read.All";

  /** What was read. */
  record Result(GroupPolicy policy, UnknownGroups whenUnknown) {}

  /** The policy; empty if there is a problem with it. */
  Optional<Result> read() {
    Optional<GroupBindings> bindings = config.labelled(GroupSettings.BINDINGS);
    Optional<NamedGroups> named = named();
    Optional<AppRoles> appRoles = config.labelled(GroupSettings.APP_ROLES);
    Optional<GroupRoles> groupRoles = config.labelled(GroupSettings.GROUP_ROLES);
    Optional<AccessGate> gate = config.labelled(GroupSettings.ACCESS_GATE);
    Optional<GroupScope> scope = config.optional(GroupSettings.SCOPE);
    Optional<AbsentClaim> absent = config.optional(GroupSettings.ABSENT_GROUPS);
    Optional<UnknownGroups> whenUnknown = config.optional(GroupSettings.UNKNOWN_GROUPS);
    Optional<String> fiveAccepted = config.optional(GroupSettings.FIVE_GROUPS);
    boolean unread =
        bindings.isEmpty()
            || named.isEmpty()
            || appRoles.isEmpty()
            || groupRoles.isEmpty()
            || gate.isEmpty()
            || scope.isEmpty()
            || absent.isEmpty()
            || whenUnknown.isEmpty()
            || fiveAccepted.isEmpty();
    if (unread) {
      return Optional.empty();
    }
    GroupPolicy policy =
        new GroupPolicy(
            bindings.get(),
            named.get(),
            new RoleMap(appRoles.get(), groupRoles.get()),
            gate.get(),
            scope.get(),
            absent.get());
    checkGate(policy);
    checkFlow(policy, Boolean.parseBoolean(fiveAccepted.get()) ? Limit.ACCEPTED : Limit.NOT_SEEN);
    return Optional.of(new Result(policy, whenUnknown.get()));
  }

  private enum Limit {
    ACCEPTED,
    NOT_SEEN
  }

  private Optional<NamedGroups> named() {
    String text = config.text(GroupSettings.NAMED_GROUPS);
    if (text.equals(GroupSettings.NAMED_GROUPS.defaultText())) {
      return Optional.of(new NamedGroups.None());
    }
    Optional<NamedGroups> named =
        config
            .labelled(
                GroupSettings.TEAM_PREFIX, TeamPrefix.parse(config.text(GroupSettings.TEAM_PREFIX)))
            .flatMap(
                prefix ->
                    config.labelled(GroupSettings.NAMED_GROUPS, NamedGroups.parse(text, prefix)));
    named.ifPresent(this::checkScopes);
    return named;
  }

  private void checkScopes(NamedGroups named) {
    require(NAMES_SCOPE, "to read the names of groups");
    if (named instanceof NamedGroups.Assigned) {
      require(ASSIGNMENTS_SCOPE, "to read which groups are assigned to the application");
    }
  }

  private void require(String scope, String purpose) {
    if (!config.text(ConnectionSettings.SCOPES).contains(scope)) {
      config.wrong(
          GroupSettings.NAMED_GROUPS,
          GroupSettings.NAMED_GROUPS.label()
              + ": Microsoft Graph needs a permission "
              + purpose
              + ". Grant the app registration "
              + scope
              + " (delegated, with an administrator's consent) and add "
              + scope
              + " to Scopes.");
    }
  }

  private void checkGate(GroupPolicy policy) {
    if (policy.gate() instanceof AccessGate.MappedRole && policy.roles().roles().isEmpty()) {
      config.wrong(
          GroupSettings.ACCESS_GATE,
          GroupSettings.ACCESS_GATE.label()
              + ": with mapped-role and no mapped role nobody can come in. Map a role under App"
              + " roles or Group roles, or write everyone.");
    }
  }

  // https://learn.microsoft.com/entra/identity-platform/optional-claims: the implicit flow's limit.
  private void checkFlow(GroupPolicy policy, Limit limit) {
    if (!config.text(ConnectionSettings.FLOW).equals(SignInFlow.ID_TOKEN.text())) {
      return;
    }
    if (!(policy.named() instanceof NamedGroups.None)) {
      config.wrong(
          GroupSettings.NAMED_GROUPS,
          GroupSettings.NAMED_GROUPS.label()
              + ": with the flow id_token nothing can be asked of Microsoft Graph, so names stay"
              + " unknown. Write none, or choose the flow code.");
    } else if (limit == Limit.NOT_SEEN && !GroupNeeds.of(policy, ExistingGroups.none()).isEmpty()) {
      config.wrong(
          GroupSettings.FIVE_GROUPS,
          "With the flow id_token Entra names at most five groups; whoever is in more has unknown"
              + " ones. Choose the flow code, or set '"
              + GroupSettings.FIVE_GROUPS.label()
              + "' to true.");
    }
  }
}
