package io.entrabroker.keycloak.firstsignin;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers the step "Create the person, or refuse" for first-login flows. */
public final class FirstSignInAuthenticatorFactory implements AuthenticatorFactory {

  /** The step's id in flows. */
  public static final String ID = "entra-create-user";

  private static final Authenticator STATELESS = new FirstSignInAuthenticator();
  private static final Requirement[] REQUIREMENTS = {Requirement.REQUIRED, Requirement.DISABLED};

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Entra: create the person, or refuse";
  }

  @Override
  public String getReferenceCategory() {
    return "createUserIfUnique";
  }

  @Override
  public String getHelpText() {
    return "Creates the user at the first sign-in with Microsoft Entra ID. Refuses if a user with the"
        + " same e-mail address or username exists; links only where the identity provider's Existing"
        + " account says so and both addresses are beyond doubt.";
  }

  @Override
  public Authenticator create(KeycloakSession session) {
    return STATELESS;
  }

  @Override
  public Requirement[] getRequirementChoices() {
    return REQUIREMENTS.clone();
  }

  @Override
  public boolean isConfigurable() {
    return false;
  }

  @Override
  public boolean isUserSetupAllowed() {
    return false;
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
