package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.credential.NodeCredentials;
import io.entrabroker.settings.ConnectionSettings;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.settings.Setting;
import io.entrabroker.settings.Settings;
import io.entrabroker.settings.SettingsReader;
import io.entrabroker.tenant.LoginHosts;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.broker.provider.AbstractIdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Registers the identity provider "Microsoft Entra ID". */
public final class EntraIdentityProviderFactory
    extends AbstractIdentityProviderFactory<EntraIdentityProvider> {

  /** The provider's id; the console would show another form if it contained "oidc". */
  public static final String ID = "entra";

  /** Server option: further login hosts, {@code host[:port]}, comma-separated. */
  static final String LOGIN_HOSTS = "loginHosts";

  /** Server option: folders of credential files, absolute paths, comma-separated. */
  static final String CREDENTIAL_FOLDERS = "credentialFolders";

  private static final Logger LOG = Logger.getLogger("io.entrabroker");

  private NodeWide node = NodeWide.withCallTimeout(NodeWide.USUAL_CALL_TIMEOUT);
  private NodeCredentials credentials = NodeCredentials.withoutFiles();
  private SettingsReader reader = new SettingsReader(LoginHosts.microsoftOnly());

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getName() {
    return "Microsoft Entra ID";
  }

  @Override
  public void init(Config.Scope config) {
    LoginHosts hosts = LoginHosts.microsoftAnd(config.get(LOGIN_HOSTS, ""));
    if (!hosts.additional().isEmpty()) {
      LOG.infof(
          "ENTRA0001 Sign-in is allowed at %s besides Microsoft's own hosts.",
          hosts.additional().keySet());
    }
    reader = new SettingsReader(hosts);
    credentials =
        NodeCredentials.of(
            config.get(CREDENTIAL_FOLDERS, ""),
            System.getenv().getOrDefault(NodeCredentials.TOKEN_FILE_VARIABLE, ""));
    node = NodeWide.withCallTimeout(CallTimeout.read(config.get(CallTimeout.OPTION, "")));
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    ParentContract.require(LockedProviderConfig.class, InteractiveOnlyProvider.class);
  }

  // Keycloak reads the return type by reflection to tell what kind of provider this is.
  @Override
  public EntraIdentityProvider create(KeycloakSession session, IdentityProviderModel model) {
    return new EntraIdentityProvider(
        session, new EntraProviderConfig(model, reader, credentials), node);
  }

  @Override
  public EntraProviderConfig createConfig() {
    return new EntraProviderConfig(reader, credentials);
  }

  /** A provider's settings; empty if they are not valid. */
  Optional<EntraSettings> settings(IdentityProviderModel model) {
    return new EntraProviderConfig(model, reader, credentials).reading().settings();
  }

  /** Looks over one identity provider. */
  Examination examine(KeycloakSession session, IdentityProviderModel model) {
    return Examination.of(session, new EntraProviderConfig(model, reader, credentials), node);
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    ProviderConfigurationBuilder form = ProviderConfigurationBuilder.create();
    Settings.ALL.forEach(setting -> addTo(form, setting));
    return form.build();
  }

  private static void addTo(ProviderConfigurationBuilder form, Setting<?> setting) {
    if (setting.field() instanceof Setting.Field.Text) {
      described(form, setting).type(ProviderConfigProperty.STRING_TYPE).add();
    }
    if (setting.field() instanceof Setting.Field.Lines) {
      described(form, setting).type(ProviderConfigProperty.TEXT_TYPE).add();
    }
    if (setting.field() instanceof Setting.Field.Choice choice) {
      described(form, setting)
          .type(ProviderConfigProperty.LIST_TYPE)
          .options(choice.options())
          .defaultValue(setting.defaultText())
          .add();
    }
  }

  private static ProviderConfigurationBuilder.ProviderConfigPropertyBuilder described(
      ProviderConfigurationBuilder form, Setting<?> setting) {
    return form.property()
        .name(setting.key())
        .label(setting.label())
        .helpText(setting.help())
        .required(setting == ConnectionSettings.AUTHORITY);
  }
}
