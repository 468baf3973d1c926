package io.entrabroker.settings;

import io.entrabroker.groups.AccessGate;
import io.entrabroker.tenant.Authority;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.tenant.TenantPolicy;
import io.entrabroker.tenant.TenantPolicy.AnyOrganisation;
import io.entrabroker.user.AccountKind;
import java.util.Optional;

/** Reads whose people may sign in through an authority that stands for several tenants. */
record TenantsReader(ConfigReading config) {

  /** The policy; nobody where the authority is one tenant, which says it all. */
  TenantPolicy read(Optional<Authority> authority) {
    TenantPolicy policy = config.value(ConnectionSettings.TENANTS);
    boolean isWritten = !config.text(ConnectionSettings.TENANTS).isEmpty();
    authority.ifPresent(where -> check(where, policy, isWritten));
    return policy;
  }

  private void check(Authority authority, TenantPolicy policy, boolean isWritten) {
    if (authority.isAlias() && !isWritten) {
      config.missing(
          ConnectionSettings.TENANTS,
          "The authority stands for many tenants: list the ids of those whose people may sign in"
              + " under Tenants.");
    }
    if (!authority.isAlias() && isWritten) {
      config.wrong(
          ConnectionSettings.TENANTS,
          "Tenants: the authority is one tenant, whose people alone may sign in. Leave Tenants empty,"
              + " or write organizations as the authority.");
    }
    if (isBeyond(authority, policy)) {
      config.wrong(
          ConnectionSettings.TENANTS,
          "Tenants: nobody with a personal account gets to the authority organizations. Write common"
              + " as the authority, or take the tenant of personal accounts out.");
    }
  }

  private static boolean isBeyond(Authority authority, TenantPolicy policy) {
    return authority.isAlias()
        && authority.tenant().segment().equals(Authority.ORGANIZATIONS)
        && policy.admits(TenantId.PERSONAL_ACCOUNTS);
  }

  /** Checks what a person's kind of account and address mean where tenants are several. */
  void check(Connection connection, PeoplePolicy people) {
    if (!connection.authority().isAlias()) {
      return;
    }
    if (connection.policy().admits(TenantId.PERSONAL_ACCOUNTS)
        && !people.rules().admitted().contains(AccountKind.PERSONAL)) {
      config.wrong(
          PeopleSettings.PERSONAL_ACCOUNTS,
          PeopleSettings.PERSONAL_ACCOUNTS.label()
              + ": their tenant is among the Tenants. Write admit, or take it out there.");
    }
    if (people.rules().mailDomains().haveNoOwner()) {
      config.wrong(
          PeopleSettings.MAIL_DOMAINS,
          PeopleSettings.MAIL_DOMAINS.label()
              + ": with several tenants, each domain belongs to one: whoever administers another"
              + " tenant can give any address to an account. Write domain=tenant id, such as"
              + " contoso.com=00000000-0000-0000-0000-000000000000.");
    }
  }

  /** Checks that a gate stands where anybody on earth could come. */
  void check(Connection connection, AccessGate gate) {
    TenantPolicy policy = connection.policy();
    if (policy instanceof AnyOrganisation && !(gate instanceof AccessGate.Groups)) {
      config.wrong(
          GroupSettings.ACCESS_GATE,
          GroupSettings.ACCESS_GATE.label()
              + ": anybody can have an organisation, and give any app role to themselves there. Write"
              + " object ids of groups, which nobody else's tenant can have; or list tenants under"
              + " Tenants.");
    } else if (policy.admits(TenantId.PERSONAL_ACCOUNTS) && gate instanceof AccessGate.Everyone) {
      config.wrong(
          GroupSettings.ACCESS_GATE,
          GroupSettings.ACCESS_GATE.label()
              + ": Microsoft's tenant of personal accounts is admitted, and anybody can have"
              + " one. Map an app role under App roles, and write mapped-role.");
    }
  }
}
