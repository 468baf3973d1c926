package io.entrabroker.keycloak.teams;

import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.ExistingGroups;
import io.entrabroker.groups.MembershipPlan;
import io.entrabroker.groups.NamedGroups;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The teams of the realm: its top-level groups. */
public final class RealmTeams {

  /** The group attribute with the object id of the Entra group for which a group was created. */
  public static final String ENTRA_GROUP = "entra_group";

  private final KeycloakSession session;
  private final RealmModel realm;

  /** The teams of the session's realm. */
  public RealmTeams(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  /** The groups that there are, as far as they matter to groups that are teams by name. */
  public ExistingGroups existing(NamedGroups named) {
    if (named instanceof NamedGroups.None) {
      return ExistingGroups.none();
    }
    Map<String, GroupId> owned = new TreeMap<>();
    Set<String> others = new HashSet<>();
    session
        .groups()
        .getTopLevelGroupsStream(realm)
        .forEach(
            group ->
                owner(group)
                    .ifPresentOrElse(
                        id -> owned.put(group.getName(), id), () -> others.add(group.getName())));
    return new ExistingGroups(owned, others);
  }

  private static Optional<GroupId> owner(GroupModel group) {
    return Optional.ofNullable(group.getFirstAttribute(ENTRA_GROUP)).flatMap(GroupId::parse);
  }

  /** The names of the teams that somebody is in. */
  public Set<String> of(UserModel user) {
    Set<String> names = new TreeSet<>();
    user.getGroupsStream()
        .filter(group -> group.getParentId() == null)
        .forEach(group -> names.add(group.getName()));
    return names;
  }

  /**
   * Makes somebody join and leave. A team that does not exist is created; one of a group that is a
   * team by its own name remembers whose it is.
   *
   * @param owners the Entra group for which a team is created, by the team's name
   */
  public void carryOut(MembershipPlan plan, UserModel user, Map<String, GroupId> owners) {
    for (String name : plan.join()) {
      team(name, Optional.ofNullable(owners.get(name))).ifPresent(user::joinGroup);
    }
    plan.leave().stream().flatMap(name -> find(name).stream()).forEach(user::leaveGroup);
  }

  // Between plan and creation another Entra group of the name may have come: the team is its own.
  private Optional<GroupModel> team(String name, Optional<GroupId> owner) {
    if (find(name).isEmpty()) {
      new Creation(session).make(own -> createIn(own, name, owner));
    }
    return find(name).filter(team -> owner.isEmpty() || owner(team).equals(owner));
  }

  private Optional<GroupModel> find(String name) {
    return Optional.ofNullable(session.groups().getGroupByName(realm, null, name));
  }

  private static void createIn(RealmModel realm, String name, Optional<GroupId> owner) {
    GroupModel group = realm.createGroup(name);
    owner.ifPresent(id -> group.setSingleAttribute(ENTRA_GROUP, id.toString()));
  }
}
