package io.entrabroker.samplecatalog.web;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import io.entrabroker.samplecatalog.settings.CatalogSettings;
import io.entrabroker.samplecatalog.settings.ConfidentialRegistration;
import io.entrabroker.samplecatalog.settings.Exchange;
import io.entrabroker.samplecatalog.settings.Exchange.Nonce;
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
    client.setCallbackUrl(settings.site().addresses().callback(catalog.get()));
    client.setCallbackUrlResolver(new NoParameterCallbackUrlResolver());
    client.init();
    return client;
  }

  private OidcConfiguration configuration() {
    ConfidentialRegistration registration = settings.clients().confidential();
    Exchange exchange = settings.clients().exchange();
    OidcConfiguration configuration = new OidcConfiguration();
    configuration.setClientId(registration.id());
    configuration.setSecret(registration.secret());
    configuration.setDiscoveryURI(exchange.discovery().toString());
    configuration.setScope(exchange.scope());
    configuration.setResponseType(exchange.responseType());
    configuration.setResponseMode("query");
    configuration.setUseNonce(exchange.nonce() == Nonce.USED);
    configuration.setClientAuthenticationMethod(
        ClientAuthenticationMethod.parse(exchange.authentication()));
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
