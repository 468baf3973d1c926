package io.entrabroker.keycloak.idp;

import io.entrabroker.signin.AddressProof;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;

/** Carries out how an address is to be proven. */
final class AddressProofs {

  private AddressProofs() {}

  static void apply(AddressProof proof, UserModel user) {
    switch (proof) {
      case HELD -> {}
      case BELIEVED -> believe(user);
      case BY_MAIL -> ask(user);
    }
  }

  private static void believe(UserModel user) {
    if (!user.isEmailVerified()) {
      user.setEmailVerified(true);
    }
    user.removeRequiredAction(RequiredAction.VERIFY_EMAIL);
  }

  private static void ask(UserModel user) {
    if (user.isEmailVerified()) {
      user.setEmailVerified(false);
    }
    user.addRequiredAction(RequiredAction.VERIFY_EMAIL);
  }
}
