package io.entrabroker.samplecatalog.web;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import org.pac4j.oidc.client.OidcClient;
import org.pac4j.oidc.config.OidcConfiguration;
import org.pac4j.oidc.credentials.authenticator.OidcAuthenticator;

/**
 * pac4j's token requests without a {@code scope} parameter. This pac4j adds one; OpenMetadata
 * builds the request itself and sends grant, code, redirect URI and client authentication only.
 */
final class OpenMetadataTokenRequests extends OidcAuthenticator {

  OpenMetadataTokenRequests(OidcConfiguration configuration, OidcClient client) {
    super(configuration, client);
  }

  @Override
  protected TokenRequest createTokenRequest(AuthorizationGrant grant) {
    var resolver = configuration.getOpMetadataResolver();
    return new TokenRequest.Builder(
            resolver.load().getTokenEndpointURI(), resolver.getClientAuthentication(), grant)
        .build();
  }
}
