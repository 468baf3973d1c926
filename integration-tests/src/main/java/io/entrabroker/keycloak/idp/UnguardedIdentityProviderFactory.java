package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.ClaimsChallenge;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.keycloak.credential.NodeCredentials;
import io.entrabroker.logout.SignOutGuard;
import io.entrabroker.settings.SettingsReader;
import io.entrabroker.signin.Guard;
import io.entrabroker.tenant.LoginHosts;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.Config;
import org.keycloak.broker.provider.AbstractIdentityProviderFactory;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/**
 * The twin of the provider that leaves out the guards named in its configuration. With it a test
 * shows that an attack, which the provider refuses, gets through where the guard is missing. Never
 * deployed outside the tests.
 */
public final class UnguardedIdentityProviderFactory
    extends AbstractIdentityProviderFactory<UnguardedIdentityProviderFactory.Unguarded> {

  /** The provider's id. */
  public static final String ID = "unguarded-entra";

  /** Configuration key: names of {@link Guard}s, comma-separated. */
  public static final String WITHOUT = "withoutGuards";

  /** Configuration key: names of {@link SignOutGuard}s, comma-separated. */
  public static final String WITHOUT_SIGN_OUT = "withoutSignOutGuards";

  /** Configuration key: {@code true} sends no PKCE challenge. */
  public static final String NO_PKCE = "withoutPkce";

  /** Configuration key: {@code true} takes any first login flow. */
  public static final String ANY_FLOW = "anyFirstLoginFlow";

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
  public Unguarded create(KeycloakSession session, IdentityProviderModel model) {
    return new Unguarded(
        session, new EntraProviderConfig(model, reader, NodeCredentials.withoutFiles()));
  }

  @Override
  public EntraProviderConfig createConfig() {
    return new EntraProviderConfig(reader, NodeCredentials.withoutFiles());
  }

  /** The twin. */
  public static final class Unguarded extends EntraIdentityProvider {

    private final Set<Guard> guards = EnumSet.allOf(Guard.class);
    private final Set<SignOutGuard> signOutGuards = EnumSet.allOf(SignOutGuard.class);
    private final boolean noPkce;

    Unguarded(KeycloakSession session, EntraProviderConfig config) {
      super(session, config, NodeWide.withCallTimeout(NodeWide.USUAL_CALL_TIMEOUT));
      noPkce = Boolean.parseBoolean(config.getConfig().get(NO_PKCE));
      Arrays.stream(config.getConfig().getOrDefault(WITHOUT, "").split(",", -1))
          .filter(name -> !name.isBlank())
          .map(Guard::valueOf)
          .forEach(guards::remove);
      Arrays.stream(config.getConfig().getOrDefault(WITHOUT_SIGN_OUT, "").split(",", -1))
          .filter(name -> !name.isBlank())
          .map(SignOutGuard::valueOf)
          .forEach(signOutGuards::remove);
    }

    @Override
    Set<SignOutGuard> signOutGuards() {
      return signOutGuards;
    }

    @Override
    Set<String> aliasesOfNotices() {
      return signOutGuards.contains(SignOutGuard.ALIAS)
          ? super.aliasesOfNotices()
          : session()
              .identityProviders()
              .getAllStream()
              .map(IdentityProviderModel::getAlias)
              .collect(Collectors.toSet());
    }

    @Override
    Set<Guard> guards() {
      return guards;
    }

    @Override
    protected UriBuilder createAuthorizationUrl(AuthenticationRequest request) {
      UriBuilder url = super.createAuthorizationUrl(request);
      return noPkce
          ? url.replaceQueryParam("code_challenge").replaceQueryParam("code_challenge_method")
          : url;
    }

    @Override
    boolean hasSafeFirstSignIn() {
      return Boolean.parseBoolean(entraConfig().getConfig().get(ANY_FLOW))
          || super.hasSafeFirstSignIn();
    }

    @Override
    boolean looksForNamesakes() {
      return !Boolean.parseBoolean(entraConfig().getConfig().get(ANY_FLOW))
          && super.looksForNamesakes();
    }

    @Override
    boolean goesBackOnlyOnce() {
      return !isSet(ENDLESS);
    }

    @Override
    MicrosoftError read(AuthorizationAnswer answer) {
      MicrosoftError error = super.read(answer);
      String claims = answer.parameters().getFirst("claims");
      String description = answer.parameters().getFirst("error_description");
      return new MicrosoftError(
          isSet(ECHO) ? description : error.error(),
          isSet(ECHO) ? 0 : error.number(),
          error.subError(),
          error.ids(),
          isSet(ANY_DEMAND) ? new ClaimsChallenge(claims) : error.challenge());
    }

    private boolean isSet(String key) {
      return Boolean.parseBoolean(entraConfig().getConfig().get(key));
    }
  }
}
