package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.people.CarriedFacts;
import io.entrabroker.signin.SignInFacts;
import io.entrabroker.user.UserAttribute;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.UserModel;

/**
 * Brings a user of the realm in line with what a sign-in has found out.
 *
 * @param user the user
 * @param context what the sign-in has found out
 */
record BrokeredUser(UserModel user, BrokeredIdentityContext context) {

  /**
   * Writes who the person is. For everybody, not only for those whom the first sign-in created:
   * links may be older than this provider, or made by an administrator.
   */
  void takeAttributes() {
    for (String attribute : UserAttribute.ALL) {
      String value = context.getUserAttribute(attribute);
      if (value != null && !value.equals(user.getFirstAttribute(attribute))) {
        user.setSingleAttribute(attribute, value);
      }
    }
  }

  /**
   * Writes the address, once: the catalog locks out whoever changes it. Whether it is proven is
   * Keycloak's to know, and Entra's word counts only where the sign-in has found that it does.
   */
  void takeAddress() {
    if (user.getEmail() == null && context.getEmail() != null) {
      user.setEmail(context.getEmail());
    }
    CarriedFacts.in(context)
        .map(SignInFacts::proof)
        .filter(proof -> user.getEmail() != null && isTheAddressJudged())
        .ifPresent(proof -> AddressProofs.apply(proof, user));
  }

  // A mapper of Keycloak's own may have put another address in its place, which nobody judged.
  private boolean isTheAddressJudged() {
    String given = context.getUserAttribute(UserAttribute.CATALOG_EMAIL);
    String judged = given == null ? user.getFirstAttribute(UserAttribute.CATALOG_EMAIL) : given;
    return user.getEmail().equalsIgnoreCase(judged);
  }
}
