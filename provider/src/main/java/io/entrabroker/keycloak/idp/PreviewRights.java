package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.idp.PersonStanding.Novelty;
import io.entrabroker.keycloak.teams.RealmRoles;
import io.entrabroker.keycloak.teams.RealmTeams;
import io.entrabroker.preview.Rights;
import io.entrabroker.preview.Rights.Mapper;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.Entitlements;
import io.entrabroker.user.UserAttribute;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.broker.provider.IdentityProviderMapperSyncModeDelegate;
import org.keycloak.models.GroupModel;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What somebody has in the realm, and would have after a sign-in. */
record PreviewRights(EntraIdentityProvider provider, EntraSettings settings) {

  Rights after(Optional<UserModel> user, Novelty novelty, Entitlements entitlements) {
    RealmModel realm = provider.session().getContext().getRealm();
    return Rights.after(
        user.map(this::before).orElseGet(() -> Rights.Before.newcomer(defaultTeams(realm))),
        entitlements,
        settings.groups(),
        mappers(novelty),
        new RealmTeams(provider.session()).existing(settings.groups().named()),
        BaseRoles.of(realm));
  }

  private Rights.Before before(UserModel user) {
    KeycloakSession session = provider.session();
    return new Rights.Before(
        Set.copyOf(CatalogRoles.ofPerson(session, user, List.of(settings))),
        new RealmRoles(session).of(user),
        remembered(user, UserAttribute.GRANTED_ROLES),
        new RealmTeams(session).of(user),
        remembered(user, UserAttribute.JOINED_TEAMS));
  }

  private static Set<String> remembered(UserModel user, String attribute) {
    return user.getAttributeStream(attribute).collect(Collectors.toSet());
  }

  private static Set<String> defaultTeams(RealmModel realm) {
    return realm
        .getDefaultGroupsStream()
        .filter(group -> group.getParentId() == null)
        .map(GroupModel::getName)
        .collect(Collectors.toSet());
  }

  private Set<Mapper> mappers(Novelty novelty) {
    Set<Mapper> acting = EnumSet.noneOf(Mapper.class);
    provider
        .session()
        .identityProviders()
        .getMappersByAliasStream(provider.entraConfig().getAlias())
        .filter(mapper -> novelty == Novelty.NEW || isForced(mapper))
        .forEach(
            mapper -> {
              if (OurMappers.GROUPS.equals(mapper.getIdentityProviderMapper())) {
                acting.add(Mapper.GROUPS);
              }
              if (OurMappers.ROLES.equals(mapper.getIdentityProviderMapper())) {
                acting.add(Mapper.ROLES);
              }
            });
    return acting;
  }

  private boolean isForced(IdentityProviderMapperModel mapper) {
    return IdentityProviderMapperSyncModeDelegate.combineIdpAndMapperSyncMode(
            provider.entraConfig().getSyncMode(), mapper.getSyncMode())
        == IdentityProviderSyncMode.FORCE;
  }
}
