package io.entrabroker.simulator.tokens;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Group;
import io.entrabroker.simulator.directory.OptionalClaim;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What stands for a group in the claim: the object id, unless the application asks for a name.
 *
 * @param options the additional properties of the optional claim {@code groups}
 * @param wanted the values of {@code groupMembershipClaims}
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/optional-claims">Configure
 *     groups optional claims</a>
 */
record GroupNames(List<String> options, Set<String> wanted) {

  private static final String SAM = "onPremisesSamAccountName";

  private static final Map<String, Function<Group, Optional<String>>> ON_PREMISES =
      Map.of(
          "sam_account_name", group -> group.onPremises(SAM),
          "dns_domain_and_sam_account_name", group -> qualified(group, "onPremisesDomainName"),
          "netbios_domain_and_sam_account_name",
              group -> qualified(group, "onPremisesNetBiosName"));

  static GroupNames of(Application application) {
    return new GroupNames(
        application.idTokenClaims().stream()
            .filter(claim -> claim.name().equals("groups"))
            .findFirst()
            .map(OptionalClaim::additionalProperties)
            .orElse(List.of()),
        application.groupMembershipClaims());
  }

  /** Whether the values stand in {@code roles}, where app roles then do not. */
  boolean emittedAsRoles() {
    return options.contains("emit_as_roles");
  }

  /** The value; empty for a group that lacks the name that is asked for. */
  Optional<String> valueOf(Group group) {
    Optional<Function<Group, Optional<String>>> format =
        options.stream().filter(ON_PREMISES::containsKey).findFirst().map(ON_PREMISES::get);
    // Names of cloud groups are not unique: Entra gives them for assigned groups only.
    boolean cloudNames =
        options.contains("cloud_displayname") && wanted.contains("ApplicationGroup");
    if (!group.synced() && cloudNames) {
      return Optional.of(group.displayName());
    }
    return format.map(name -> name.apply(group)).orElseGet(() -> Optional.of(group.id()));
  }

  private static Optional<String> qualified(Group group, String domain) {
    return group
        .onPremises(domain)
        .flatMap(name -> group.onPremises(SAM).map(account -> name + "\\" + account));
  }
}
