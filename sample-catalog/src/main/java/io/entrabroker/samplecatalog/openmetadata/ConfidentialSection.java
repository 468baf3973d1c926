package io.entrabroker.samplecatalog.openmetadata;

import static io.entrabroker.samplecatalog.openmetadata.Members.OIDC;

import io.entrabroker.samplecatalog.settings.Clients;
import io.entrabroker.samplecatalog.settings.ConfidentialRegistration;
import io.entrabroker.samplecatalog.settings.Exchange;
import io.entrabroker.samplecatalog.settings.Exchange.Nonce;
import io.entrabroker.samplecatalog.settings.Pkce;
import io.entrabroker.samplecatalog.settings.PublicRegistration;
import io.entrabroker.samplecatalog.settings.RequestParameters;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code oidcConfiguration}. What a file or a body leaves out has the default of OpenMetadata's
 * schema, in which prompt and max_age have none: only the shipped {@code openmetadata.yaml} asks
 * for consent and for a new sign-in each time.
 */
final class ConfidentialSection {
  private static final int MOST_PARAMETERS = 5;

  private final Tree tree;

  ConfidentialSection(Tree tree) {
    this.tree = tree;
  }

  /** No confidential client at all. */
  static Clients none(URI authority) {
    return new Clients(
        ConfidentialRegistration.NONE,
        Exchange.with(authority),
        RequestParameters.openMetadataDefaults(),
        PublicRegistration.NONE);
  }

  Clients clients() {
    return new Clients(
        new ConfidentialRegistration(
            tree.textOrEmpty(OIDC + ".id"), tree.textOrEmpty(OIDC + ".secret")),
        exchange(),
        parameters(),
        PublicRegistration.NONE);
  }

  private Exchange exchange() {
    boolean nonce = !tree.text(OIDC + ".useNonce").orElse("true").equalsIgnoreCase("false");
    return new Exchange(
        URI.create(tree.textOrEmpty(OIDC + ".discoveryUri")),
        tree.text(OIDC + ".scope").orElse("openid email profile"),
        tree.text(OIDC + ".responseType").orElse("code"),
        nonce ? Nonce.USED : Nonce.LEFT_OUT,
        tree.text(OIDC + ".clientAuthenticationMethod").orElse("client_secret_post"));
  }

  private RequestParameters parameters() {
    boolean without = tree.flag(OIDC + ".disablePkce").orElse(true);
    return new RequestParameters(
        tree.textOrEmpty(OIDC + ".prompt"),
        tree.textOrEmpty(OIDC + ".maxAge"),
        custom(),
        without ? Pkce.DISABLED : Pkce.S256);
  }

  /** {@code customParamKey1} and {@code customParamValue1} to 5; others are not looked at. */
  private Map<String, String> custom() {
    Map<String, String> written = tree.map(OIDC + ".customParams");
    Map<String, String> custom = new LinkedHashMap<>();
    for (int i = 1; i <= MOST_PARAMETERS; i++) {
      String name = written.getOrDefault("customParamKey" + i, "");
      if (!name.isEmpty()) {
        custom.put(name, written.getOrDefault("customParamValue" + i, ""));
      }
    }
    return custom;
  }
}
