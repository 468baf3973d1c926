package io.entrabroker.keycloak.idp;

import io.entrabroker.claims.EntraClaims;
import io.entrabroker.keycloak.idp.PersonStanding.Admitted;
import io.entrabroker.keycloak.idp.PersonStanding.Novelty;
import io.entrabroker.keycloak.people.CarriedFacts;
import io.entrabroker.signin.SignInFacts;
import io.entrabroker.user.EntraUser;
import io.entrabroker.user.UserAttribute;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.util.JsonSerialization;

/** A person as Keycloak's brokering wants them. */
record PersonContext(EntraIdentityProvider provider, EntraUser user) {

  BrokeredIdentityContext context(Admitted standing, SignInFacts facts) {
    EntraProviderConfig config = provider.entraConfig();
    String key = user.key().toString();
    BrokeredIdentityContext context = new BrokeredIdentityContext(key, config);
    context.setIdp(provider);
    context.setAuthenticationSession(provider.session().getContext().getAuthenticationSession());
    // Events and the link carry this "username": the key names nobody.
    context.setUsername(key);
    context.setBrokerUserId(config.getAlias() + "." + key);
    if (!user.sessionId().isEmpty()) {
      context.setBrokerSessionId(config.getAlias() + "." + user.sessionId());
    }
    UserAttribute.of(user).forEach(context::setUserAttribute);
    standing.given().ifPresent(given -> give(context, given));
    if (standing.novelty() == Novelty.NEW && !user.name().isEmpty()) {
      context.setFirstName(user.name().given());
      context.setLastName(user.name().family());
    }
    CarriedFacts.put(context, facts);
    return context;
  }

  private static void give(BrokeredIdentityContext context, PersonStanding.GivenName given) {
    context.setModelUsername(given.name());
    CarriedFacts.putNames(context, given.names());
    context.setEmail(given.email().text());
    context.setUserAttribute(UserAttribute.CATALOG_USERNAME, given.name());
    context.setUserAttribute(UserAttribute.CATALOG_EMAIL, given.email().text());
  }

  /** For Keycloak's own mappers, which read the claims of the ID token. */
  void addClaims(BrokeredIdentityContext context, EntraClaims claims) {
    context
        .getContextData()
        .put(
            OIDCIdentityProvider.VALIDATED_ID_TOKEN,
            JsonSerialization.mapper.convertValue(claims.values(), JsonWebToken.class));
  }
}
