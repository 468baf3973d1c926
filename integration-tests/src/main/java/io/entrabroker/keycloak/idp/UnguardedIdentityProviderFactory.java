package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.credential.NodeCredentials;
import io.entrabroker.settings.SettingsReader;
import io.entrabroker.tenant.LoginHosts;
import org.keycloak.Config;
import org.keycloak.broker.provider.AbstractIdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/**
 * The twin of the provider that leaves out the guards named in its configuration. With it a test
 * shows that an attack, which the provider refuses, gets through where the guard is missing. Never
 * deployed outside the tests.
 */
public final class UnguardedIdentityProviderFactory
    extends AbstractIdentityProviderFactory<EntraIdentityProvider> {

  /** The provider's id. */
  public static final String ID = "unguarded-entra";

  /**
   * Configuration key: names of {@link io.entrabroker.signin.Guard}s and of {@link Carelessness},
   * comma-separated.
   */
  public static final String WITHOUT = "withoutGuards";

  /** Configuration key: names of {@link io.entrabroker.logout.SignOutGuard}s, comma-separated. */
  public static final String WITHOUT_SIGN_OUT = "withoutSignOutGuards";

  /** Configuration key: names of {@link io.entrabroker.preview.PreviewGuard}s, comma-separated. */
  public static final String WITHOUT_PREVIEW = "withoutPreviewGuards";

  /** Configuration key: {@code true} takes any demand out of a redirect. */
  public static final String ANY_DEMAND = "anyRedirectedDemand";

  /** Configuration key: {@code true} sends people back to Microsoft without end. */
  public static final String ENDLESS = "secondTriesWithoutEnd";

  /** Configuration key: {@code true} shows what the error of a redirect says. */
  public static final String ECHO = "echoOfErrors";

  private SettingsReader reader = new SettingsReader(LoginHosts.microsoftOnly());

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getName() {
    return "Entra without guards (tests only)";
  }

  @Override
  public void init(Config.Scope config) {
    reader = new SettingsReader(LoginHosts.microsoftAnd(config.get("loginHosts", "")));
  }

  @Override
  public EntraIdentityProvider create(KeycloakSession session, IdentityProviderModel model) {
    return new UnguardedIdentityProvider(session, config(model), this::config);
  }

  private EntraProviderConfig config(IdentityProviderModel model) {
    return new EntraProviderConfig(model, reader, NodeCredentials.withoutFiles());
  }

  @Override
  public EntraProviderConfig createConfig() {
    return new EntraProviderConfig(reader, NodeCredentials.withoutFiles());
  }
}
