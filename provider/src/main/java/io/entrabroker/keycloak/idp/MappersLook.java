package io.entrabroker.keycloak.idp;

import io.entrabroker.doctor.ProviderState.Mappers;
import io.entrabroker.user.UserAttribute;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderMapperSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Looks at the mappers of an identity provider. */
record MappersLook(KeycloakSession session, String alias) {

  private static final String USERNAME_MAPPER = "username-idp-mapper";

  // Where Keycloak's mappers keep the name of the attribute that they write.
  private static final List<String> TARGETS = List.of("user.attribute", "attribute");

  private static final Set<String> IDENTITY =
      Stream.concat(
              UserAttribute.PROTECTED.stream(), Stream.of(UserModel.USERNAME, UserModel.EMAIL))
          .collect(Collectors.toUnmodifiableSet());

  Mappers state() {
    List<IdentityProviderMapperModel> mappers =
        session.identityProviders().getMappersByAliasStream(alias).toList();
    Set<String> missing = new TreeSet<>(OurMappers.IDS);
    mappers.stream()
        .map(IdentityProviderMapperModel::getIdentityProviderMapper)
        .forEach(missing::remove);
    return new Mappers(
        List.copyOf(missing),
        names(mappers, mapper -> isOurs(mapper) && isFrozen(mapper)),
        names(mappers, mapper -> !isOurs(mapper) && writesIdentity(mapper)));
  }

  private static List<String> names(
      List<IdentityProviderMapperModel> mappers, Predicate<IdentityProviderMapperModel> wanted) {
    return mappers.stream()
        .filter(wanted)
        .map(IdentityProviderMapperModel::getName)
        .sorted()
        .toList();
  }

  private static boolean isOurs(IdentityProviderMapperModel mapper) {
    return OurMappers.IDS.contains(mapper.getIdentityProviderMapper());
  }

  private static boolean isFrozen(IdentityProviderMapperModel mapper) {
    return mapper.getSyncMode() == IdentityProviderMapperSyncMode.IMPORT
        || mapper.getSyncMode() == IdentityProviderMapperSyncMode.LEGACY;
  }

  private static boolean writesIdentity(IdentityProviderMapperModel mapper) {
    Map<String, String> config = mapper.getConfig();
    return mapper.getIdentityProviderMapper().endsWith(USERNAME_MAPPER)
        || TARGETS.stream()
            .map(key -> config.getOrDefault(key, "").toLowerCase(Locale.ROOT))
            .anyMatch(IDENTITY::contains);
  }
}
