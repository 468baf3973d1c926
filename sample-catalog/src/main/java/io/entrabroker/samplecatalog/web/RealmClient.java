package io.entrabroker.samplecatalog.web;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import io.entrabroker.samplecatalog.settings.CatalogSettings;
import io.entrabroker.samplecatalog.settings.ConfidentialRegistration;
import io.entrabroker.samplecatalog.settings.Pkce;
import io.entrabroker.samplecatalog.settings.RequestParameters;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.pac4j.core.http.callback.NoParameterCallbackUrlResolver;
import org.pac4j.oidc.client.OidcClient;
import org.pac4j.oidc.config.OidcConfiguration;

/**
 * pac4j's client, configured as OpenMetadata configures it.
 *
 * <p>The realm's metadata are read at first use; OpenMetadata reads them at its start and fails to
 * start without them. A client that could not read them is thrown away, so the next try is fresh.
 */
final class RealmClient {
  private static final String SCOPE = "openid email profile";

  private final CatalogSettings settings;
  private final Supplier<URI> catalog;
  private final Deque<OidcClient> ready = new ArrayDeque<>(1);

  RealmClient(CatalogSettings settings, Supplier<URI> catalog) {
    this.settings = settings;
    this.catalog = catalog;
  }

  /**
   * The client, ready to use.
   *
   * @throws org.pac4j.core.exception.TechnicalException when the realm's metadata cannot be read
   */
  synchronized OidcClient get() {
    if (ready.isEmpty()) {
      ready.add(newClient());
    }
    return ready.element();
  }

  private OidcClient newClient() {
    OidcClient client = new OidcClient(configuration());
    client.setCallbackUrl(catalog.get() + "/callback");
    client.setCallbackUrlResolver(new NoParameterCallbackUrlResolver());
    client.init();
    return client;
  }

  private OidcConfiguration configuration() {
    ConfidentialRegistration registration = settings.clients().confidential();
    OidcConfiguration configuration = new OidcConfiguration();
    configuration.setClientId(registration.id());
    configuration.setSecret(registration.secret());
    configuration.setDiscoveryURI(settings.discovery().toString());
    configuration.setScope(SCOPE);
    configuration.setResponseType("code");
    configuration.setResponseMode("query");
    configuration.setUseNonce(true);
    configuration.setClientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    configuration.setPreferredJwsAlgorithmAsString("RS256");
    addParameters(configuration, settings.clients().parameters());
    return configuration;
  }

  private static void addParameters(OidcConfiguration configuration, RequestParameters added) {
    Map<String, String> custom = new HashMap<>(added.custom());
    if (!added.prompt().isEmpty()) {
      custom.put(OidcConfiguration.PROMPT, added.prompt());
    }
    configuration.setCustomParams(custom);
    if (!added.maxAge().isEmpty()) {
      configuration.setMaxAge(Integer.valueOf(added.maxAge()));
    }
    configuration.setDisablePkce(added.pkce() == Pkce.DISABLED);
    if (added.pkce() == Pkce.S256) {
      configuration.setPkceMethod(CodeChallengeMethod.S256);
    }
  }
}
