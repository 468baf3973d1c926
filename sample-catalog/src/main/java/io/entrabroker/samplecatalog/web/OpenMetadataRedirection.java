package io.entrabroker.samplecatalog.web;

import java.util.Map;
import org.pac4j.core.context.WebContext;
import org.pac4j.oidc.client.OidcClient;
import org.pac4j.oidc.redirect.OidcRedirectionActionBuilder;

/**
 * pac4j's authorization request with what OpenMetadata puts into it, and with the choice of the
 * upstream provider, which is an addition of the sample: OpenMetadata can only configure it.
 */
final class OpenMetadataRedirection extends OidcRedirectionActionBuilder {
  /** Request attribute with the alias a person chose; the same name as Keycloak's parameter. */
  static final String UPSTREAM = "kc_idp_hint";

  OpenMetadataRedirection(OidcClient client) {
    super(client);
  }

  @Override
  protected Map<String, String> buildParams(WebContext context) {
    Map<String, String> parameters = super.buildParams(context);
    context
        .getRequestAttribute(UPSTREAM, String.class)
        .ifPresent(alias -> parameters.put(UPSTREAM, alias));
    return parameters;
  }
}
