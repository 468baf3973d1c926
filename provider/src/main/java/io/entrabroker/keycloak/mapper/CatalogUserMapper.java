package io.entrabroker.keycloak.mapper;

import io.entrabroker.catalog.BaseRole;
import io.entrabroker.catalog.CatalogAddress;
import io.entrabroker.catalog.CatalogUser;
import io.entrabroker.claims.ClaimName;
import io.entrabroker.keycloak.idp.BaseRoles;
import io.entrabroker.keycloak.idp.CatalogRoles;
import io.entrabroker.keycloak.idp.StoredSettings;
import io.entrabroker.keycloak.names.CatalogNameRegister;
import io.entrabroker.keycloak.people.RealmPeople;
import io.entrabroker.user.StoredPerson;
import io.entrabroker.user.UserAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Writes the claims that OpenMetadata reads, and takes out those that would hurt it.
 *
 * <p>Runs after every other mapper, so that what it decides holds whatever other scopes add.
 */
public final class CatalogUserMapper extends AbstractOIDCProtocolMapper
    implements OIDCIDTokenMapper,
        OIDCAccessTokenMapper,
        UserInfoTokenMapper,
        TokenIntrospectionTokenMapper {

  /** The mapper's id in client scopes. */
  public static final String ID = BaseRoles.MAPPER;

  private static final int AFTER_EVERY_OTHER = 10_000;

  private final List<ProviderConfigProperty> properties = new ArrayList<>();

  /** Called once by Keycloak. */
  public CatalogUserMapper() {
    properties.add(
        new ProviderConfigProperty(
            BaseRoles.SETTING,
            "Base role",
            "The role that everybody has in the catalog. It is always sent, since OpenMetadata up to"
                + " 1.13 does not take the last role away on an empty list.",
            ProviderConfigProperty.STRING_TYPE,
            BaseRole.standard().name()));
    OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, CatalogUserMapper.class);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayCategory() {
    return TOKEN_MAPPER_CATEGORY;
  }

  @Override
  public String getDisplayType() {
    return "OpenMetadata user";
  }

  @Override
  public String getHelpText() {
    return "Everything OpenMetadata reads of a person: username, e-mail address, names, roles (realm"
        + " roles), groups (names of the groups the person is in) and Entra's ids.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return List.copyOf(properties);
  }

  @Override
  public int getPriority() {
    return AFTER_EVERY_OTHER;
  }

  @Override
  protected void setClaim(
      IDToken token,
      ProtocolMapperModel model,
      UserSessionModel userSession,
      KeycloakSession session,
      ClientSessionContext clientSession) {
    UserModel user = userSession.getUser();
    token.setSubject(user.getId());
    TokenClaims claims = new TokenClaims(token);
    CatalogUser.decided().forEach(claims::remove);
    CatalogUser.FORBIDDEN.forEach(claims::removeInAnyCase);
    catalogUser(session, user, BaseRoles.of(model)).claims().forEach(claims::set);
  }

  @Override
  public void validateConfig(
      KeycloakSession session,
      RealmModel realm,
      ProtocolMapperContainerModel client,
      ProtocolMapperModel model)
      throws ProtocolMapperConfigException {
    Optional<String> problem = BaseRoles.parsed(model).fold(role -> Optional.empty(), Optional::of);
    if (problem.isPresent()) {
      throw new ProtocolMapperConfigException(problem.get(), problem.get());
    }
  }

  private static CatalogUser catalogUser(
      KeycloakSession session, UserModel user, BaseRole baseRole) {
    return new CatalogUser(
        address(session, user),
        orEmpty(user.getFirstName()),
        orEmpty(user.getLastName()),
        baseRole.with(roles(session, user)),
        user.getGroupsStream()
            .filter(group -> group.getParentId() == null)
            .map(GroupModel::getName)
            .sorted()
            .distinct()
            .toList(),
        ids(user));
  }

  private static List<String> roles(KeycloakSession session, UserModel user) {
    return user.getFirstAttribute(UserAttribute.OBJECT_ID) == null
        ? CatalogRoles.ofLocalUser(session, user)
        : CatalogRoles.ofPerson(session, user, StoredSettings.ofPerson(session, user));
  }

  // A local user must not go by the name that somebody from Entra has, or had.
  private static CatalogAddress address(KeycloakSession session, UserModel user) {
    RealmPeople people = new RealmPeople(session);
    StoredPerson person = people.stored(user);
    CatalogAddress address = CatalogAddress.of(person);
    boolean borrowed =
        address instanceof CatalogAddress.Verified verified
            && !person.hasCatalogIdentity()
            && !people.mayGoBy(user, verified.username(), new CatalogNameRegister(session));
    return borrowed ? new CatalogAddress.Unverified() : address;
  }

  private static Map<String, String> ids(UserModel user) {
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put(ClaimName.OBJECT_ID, orEmpty(user.getFirstAttribute(UserAttribute.OBJECT_ID)));
    ids.put(ClaimName.TENANT_ID, orEmpty(user.getFirstAttribute(UserAttribute.TENANT_ID)));
    return ids;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
