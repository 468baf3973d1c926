package io.entrabroker.keycloak.mapper;

import io.entrabroker.keycloak.idp.OurMappers;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.SignInFacts;
import io.entrabroker.user.PersonName;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Brings the name that somebody goes by. Never the username or the address: those stay. */
public final class ProfileMapper extends EntraMapper {

  /** Called once by Keycloak. */
  public ProfileMapper() {
    super(
        new Face(
            OurMappers.PROFILE,
            "Attribute importer",
            "Entra: profile",
            "First and last name from Entra. Sync mode FORCE follows every change, IMPORT takes them"
                + " once. Username and e-mail address are given at the first sign-in and stay."));
  }

  @Override
  void apply(KeycloakSession session, UserModel user, SignInFacts facts, EntraSettings settings) {
    PersonName name = facts.name();
    if (name.isEmpty()) {
      return;
    }
    if (!name.given().equals(user.getFirstName())) {
      user.setFirstName(name.given());
    }
    if (!name.family().equals(user.getLastName())) {
      user.setLastName(name.family());
    }
  }
}
