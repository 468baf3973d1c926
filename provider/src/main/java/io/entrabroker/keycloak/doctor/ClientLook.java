package io.entrabroker.keycloak.doctor;

import static java.util.Map.entry;

import io.entrabroker.catalog.ClientKind;
import io.entrabroker.doctor.Addresses;
import io.entrabroker.doctor.ClientState;
import io.entrabroker.doctor.ClientState.Lifetimes;
import io.entrabroker.doctor.ClientState.SecretState;
import io.entrabroker.doctor.ClientState.Trait;
import io.entrabroker.doctor.Traits;
import io.entrabroker.keycloak.catalog.CatalogOfRealm;
import io.entrabroker.keycloak.mapper.CatalogUserMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.crypto.Algorithm;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.ParConfig;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/** Looks at a client of the catalog. */
record ClientLook(RealmModel realm, ClientModel client) {

  private static final int GOOD_SECRET = 32;
  private static final String SEPARATOR = Constants.CFG_DELIMITER;
  private static final String PAIRWISE = "-pairwise-sub-mapper";

  ClientState state() {
    return new ClientState(
        client.getClientId(),
        kind(),
        traits(),
        secret(Objects.requireNonNullElse(client.getSecret(), "")),
        addresses(),
        Set.copyOf(client.getClientScopes(true).keySet()),
        lifetimes());
  }

  private ClientKind kind() {
    return client.getClientId().equals(CatalogOfRealm.PUBLIC_CLIENT)
        ? ClientKind.PUBLIC
        : ClientKind.CONFIDENTIAL;
  }

  Addresses addresses() {
    return Addresses.stored(
        Objects.requireNonNullElse(client.getRootUrl(), ""),
        client.getRedirectUris(),
        client.getWebOrigins(),
        List.of(attribute(OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS).split(SEPARATOR, -1)));
  }

  private Set<Trait> traits() {
    return Traits.of(
        Map.ofEntries(
            entry(Trait.ENABLED, client.isEnabled()),
            entry(Trait.OF_ITS_KIND, client.isPublicClient() == (kind() == ClientKind.PUBLIC)),
            entry(
                Trait.SIGNS_RS256,
                isRs256(OIDCConfigAttributes.ID_TOKEN_SIGNED_RESPONSE_ALG)
                    && isRs256(OIDCConfigAttributes.ACCESS_TOKEN_SIGNED_RESPONSE_ALG)),
            entry(Trait.STANDARD_FLOW, client.isStandardFlowEnabled()),
            entry(Trait.IMPLICIT_FLOW, client.isImplicitFlowEnabled()),
            entry(Trait.DIRECT_GRANTS, client.isDirectAccessGrantsEnabled()),
            entry(Trait.CONSENT, client.isConsentRequired()),
            entry(Trait.SERVICE_ACCOUNT, client.isServiceAccountsEnabled()),
            // Keycloak gives refresh tokens where nobody chose.
            entry(
                Trait.REFRESH_TOKENS,
                !attribute(OIDCConfigAttributes.USE_REFRESH_TOKEN).equals("false")),
            entry(Trait.DEMANDS_PKCE, isSet(OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD)),
            entry(Trait.CATALOG_MAPPER, hasMapper(id -> id.equals(CatalogUserMapper.ID))),
            entry(
                Trait.ENCRYPTED_TOKENS,
                isSet(OIDCConfigAttributes.ID_TOKEN_ENCRYPTED_RESPONSE_ALG)),
            entry(
                Trait.ISSUER_LEFT_OUT,
                isOn(OIDCConfigAttributes.EXCLUDE_ISSUER_FROM_AUTH_RESPONSE)),
            entry(
                Trait.ACCEPTS_SECRET,
                KeycloakModelUtils.getDefaultClientAuthenticatorType()
                    .equals(client.getClientAuthenticatorType())),
            entry(
                Trait.BOUND_TOKENS,
                isOn(OIDCConfigAttributes.USE_MTLS_HOK_TOKEN)
                    || isOn(OIDCConfigAttributes.DPOP_BOUND_ACCESS_TOKENS)),
            entry(
                Trait.SIGNED_USER_INFO,
                attribute(OIDCConfigAttributes.USER_INFO_RESPONSE_SIGNATURE_ALG)
                    .equals(Algorithm.RS256)),
            entry(
                Trait.DEMANDING_REQUESTS,
                isOn(ParConfig.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS)
                    || attribute(OIDCConfigAttributes.REQUEST_OBJECT_REQUIRED)
                        .startsWith("request")),
            entry(Trait.PAIRWISE_SUBJECT, hasMapper(id -> id.endsWith(PAIRWISE)))));
  }

  private boolean isRs256(String attribute) {
    String chosen = attribute(attribute);
    return chosen.isEmpty() ? RealmLook.signsWithRs256(realm) : chosen.equals(Algorithm.RS256);
  }

  private boolean hasMapper(Predicate<String> wanted) {
    Stream<ProtocolMapperContainerModel> containers =
        Stream.concat(Stream.of(client), client.getClientScopes(true).values().stream());
    return containers
        .flatMap(ProtocolMapperContainerModel::getProtocolMappersStream)
        .map(ProtocolMapperModel::getProtocolMapper)
        .anyMatch(wanted);
  }

  private static SecretState secret(String secret) {
    if (secret.isBlank() || secret.startsWith("${")) {
      return SecretState.MISSING;
    }
    return secret.length() < GOOD_SECRET ? SecretState.SHORT : SecretState.GOOD;
  }

  private Lifetimes lifetimes() {
    return new Lifetimes(
        seconds(OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN, realm.getAccessTokenLifespan()),
        realm.getAccessTokenLifespanForImplicitFlow(),
        seconds(
            OIDCConfigAttributes.CLIENT_SESSION_IDLE_TIMEOUT, realm.getSsoSessionIdleTimeout()));
  }

  private int seconds(String attribute, int ofTheRealm) {
    String own = attribute(attribute);
    return own.matches("[0-9]{1,9}") ? Integer.parseInt(own) : ofTheRealm;
  }

  private boolean isSet(String attribute) {
    return !attribute(attribute).isEmpty();
  }

  private boolean isOn(String attribute) {
    return attribute(attribute).equals("true");
  }

  private String attribute(String name) {
    return Objects.requireNonNullElse(client.getAttribute(name), "");
  }
}
