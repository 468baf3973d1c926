package io.entrabroker.keycloak.doctor;

import io.entrabroker.catalog.ClientKind;
import io.entrabroker.doctor.ClientState;
import io.entrabroker.doctor.ClientState.Addresses;
import io.entrabroker.doctor.ClientState.SecretState;
import io.entrabroker.doctor.ClientState.Trait;
import io.entrabroker.keycloak.catalog.CatalogOfRealm;
import io.entrabroker.keycloak.mapper.CatalogUserMapper;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.crypto.Algorithm;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
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
        new Addresses(
            root(),
            List.copyOf(client.getRedirectUris()),
            List.copyOf(client.getWebOrigins()),
            afterSignOut()),
        Set.copyOf(client.getClientScopes(true).keySet()),
        tokenSeconds());
  }

  private ClientKind kind() {
    return client.getClientId().equals(CatalogOfRealm.PUBLIC_CLIENT)
        ? ClientKind.PUBLIC
        : ClientKind.CONFIDENTIAL;
  }

  private String root() {
    String root = Objects.requireNonNullElse(client.getRootUrl(), "");
    return root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
  }

  private Set<Trait> traits() {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    add(traits, Trait.ENABLED, client.isEnabled());
    add(traits, Trait.OF_ITS_KIND, client.isPublicClient() == (kind() == ClientKind.PUBLIC));
    add(
        traits,
        Trait.SIGNS_RS256,
        isRs256(OIDCConfigAttributes.ID_TOKEN_SIGNED_RESPONSE_ALG)
            && isRs256(OIDCConfigAttributes.ACCESS_TOKEN_SIGNED_RESPONSE_ALG));
    add(traits, Trait.STANDARD_FLOW, client.isStandardFlowEnabled());
    add(traits, Trait.IMPLICIT_FLOW, client.isImplicitFlowEnabled());
    add(traits, Trait.DIRECT_GRANTS, client.isDirectAccessGrantsEnabled());
    add(traits, Trait.CONSENT, client.isConsentRequired());
    add(traits, Trait.SERVICE_ACCOUNT, client.isServiceAccountsEnabled());
    // Keycloak gives refresh tokens where nobody chose.
    add(
        traits,
        Trait.REFRESH_TOKENS,
        !"false".equals(client.getAttribute(OIDCConfigAttributes.USE_REFRESH_TOKEN)));
    add(
        traits,
        Trait.DEMANDS_PKCE,
        !attribute(OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD).isEmpty());
    add(traits, Trait.CATALOG_MAPPER, hasMapper(id -> id.equals(CatalogUserMapper.ID)));
    add(traits, Trait.PAIRWISE_SUBJECT, hasMapper(id -> id.endsWith(PAIRWISE)));
    return traits;
  }

  private static void add(Set<Trait> traits, Trait trait, boolean isThere) {
    if (isThere) {
      traits.add(trait);
    }
  }

  private boolean isRs256(String attribute) {
    String chosen = attribute(attribute);
    return chosen.isEmpty()
        ? Algorithm.RS256.equals(
            Objects.requireNonNullElse(realm.getDefaultSignatureAlgorithm(), Algorithm.RS256))
        : chosen.equals(Algorithm.RS256);
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

  private List<String> afterSignOut() {
    return Arrays.stream(
            attribute(OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS).split(SEPARATOR, -1))
        .toList();
  }

  private int tokenSeconds() {
    String own = attribute(OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN);
    return own.matches("[0-9]{1,9}") ? Integer.parseInt(own) : realm.getAccessTokenLifespan();
  }

  private String attribute(String name) {
    return Objects.requireNonNullElse(client.getAttribute(name), "");
  }
}
