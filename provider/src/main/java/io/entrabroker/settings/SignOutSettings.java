package io.entrabroker.settings;

import io.entrabroker.logout.SignOut;
import java.util.List;

/** The settings that say what signing out ends. */
public final class SignOutSettings {

  /** How far a sign-out reaches. */
  public static final Setting<SignOut> SIGN_OUT =
      Setting.choice(
          "signOut",
          "Sign out",
          "What ends when somebody signs out of an application that signs out of Keycloak: the"
              + " session at Microsoft, too (upstream), or Keycloak's alone (keycloak-only). For"
              + " upstream, register the address of this provider with /endpoint/logout_response"
              + " as a redirect URI in Entra; otherwise people end on Microsoft's page. The"
              + " optional claim login_hint spares them the question which account is meant.",
          SignOut.values(),
          SignOut::text);

  static final List<Setting<?>> ALL = List.of(SIGN_OUT);

  private SignOutSettings() {}
}
