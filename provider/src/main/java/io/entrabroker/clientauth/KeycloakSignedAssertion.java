package io.entrabroker.clientauth;

import io.entrabroker.Parsed;
import io.entrabroker.tenant.Cloud;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * An assertion of the realm itself, which Entra trusts by a federated identity credential that
 * names the realm as its issuer: Entra holds no secret of ours, nor a certificate.
 *
 * @param subject the credential's subject; empty for {@code entra-broker:} and the alias
 * @param audience the credential's audience; empty for the usual one of the cloud
 * @param key the realm's key: its id, or the name of a key provider; empty for the active one
 */
public record KeycloakSignedAssertion(String subject, String audience, String key)
    implements ClientCredential {

  private static final String SUBJECT_PREFIX = "entra-broker:";

  @Override
  public Parsed<List<Proof>> load(CredentialSource source) {
    return source
        .realmKeys(key)
        .map(keys -> keys.stream().<Proof>map(one -> new RealmProof(one, this)).toList());
  }

  private String subjectOf(Broker broker) {
    return subject.isEmpty() ? SUBJECT_PREFIX + broker.alias() : subject;
  }

  private String audienceAt(URI tokenEndpoint) {
    return audience.isEmpty()
        ? Cloud.ofBase(tokenEndpoint).orElse(Cloud.PUBLIC).tokenExchangeAudience()
        : audience;
  }

  private record RealmProof(RealmKey key, KeycloakSignedAssertion settings) implements Proof {
    @Override
    public Map<String, String> form(String clientId, TokenRequest request) {
      Broker broker = request.broker();
      return new ClientAssertion(
              // The only one that Entra takes from other issuers.
              AssertionAlgorithm.RS256,
              Map.entry("kid", key.kid()),
              ClientAssertion.claims(
                  broker.issuer(),
                  settings.subjectOf(broker),
                  settings.audienceAt(request.endpoint()),
                  request))
          .form(key.signer());
    }
  }
}
