package io.entrabroker.keycloak.mapper;

import io.entrabroker.keycloak.idp.EntraIdentityProviderFactory;
import io.entrabroker.keycloak.idp.StoredSettings;
import io.entrabroker.keycloak.people.CarriedFacts;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.SignInFacts;
import java.util.List;
import java.util.Optional;
import org.keycloak.broker.provider.AbstractIdentityProviderMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * A mapper that brings a user in line with what a sign-in has found out. What it does is configured
 * on the identity provider, where it is checked on save; the mapper says only whether and when: at
 * the first sign-in (IMPORT) or at every one (FORCE).
 */
abstract class EntraMapper extends AbstractIdentityProviderMapper {

  private static final String[] PROVIDERS = {EntraIdentityProviderFactory.ID};

  private final Face face;

  /**
   * How a mapper shows itself in the administration console.
   *
   * @param id its type, as realms store it
   * @param category under which it is listed
   * @param name its name
   * @param help what it does
   */
  record Face(String id, String category, String name, String help) {}

  EntraMapper(Face face) {
    this.face = face;
  }

  @Override
  public final String getId() {
    return face.id();
  }

  @Override
  public final String getDisplayCategory() {
    return face.category();
  }

  @Override
  public final String getDisplayType() {
    return face.name();
  }

  @Override
  public final String getHelpText() {
    return face.help();
  }

  /** Brings the user in line. */
  abstract void apply(
      KeycloakSession session, UserModel user, SignInFacts facts, EntraSettings settings);

  @Override
  public final String[] getCompatibleProviders() {
    return PROVIDERS.clone();
  }

  @Override
  public final boolean supportsSyncMode(IdentityProviderSyncMode mode) {
    return true;
  }

  @Override
  public final List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }

  @Override
  public final void importNewUser(
      KeycloakSession session,
      RealmModel realm,
      UserModel user,
      IdentityProviderMapperModel mapper,
      BrokeredIdentityContext context) {
    applyTo(session, user, context);
  }

  @Override
  public final void updateBrokeredUser(
      KeycloakSession session,
      RealmModel realm,
      UserModel user,
      IdentityProviderMapperModel mapper,
      BrokeredIdentityContext context) {
    applyTo(session, user, context);
  }

  private void applyTo(KeycloakSession session, UserModel user, BrokeredIdentityContext context) {
    Optional<EntraSettings> settings = StoredSettings.of(session, context.getIdpConfig());
    Optional<SignInFacts> facts = CarriedFacts.in(context);
    if (settings.isPresent() && facts.isPresent()) {
      apply(session, user, facts.get(), settings.get());
    }
  }
}
