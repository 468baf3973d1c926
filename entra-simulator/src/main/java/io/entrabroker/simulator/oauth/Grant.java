package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Platform;
import io.entrabroker.simulator.session.SignIn;

/**
 * What a person granted to an application; codes and refresh tokens stand for it.
 *
 * @param signIn who, when and in which session
 * @param clientId to which application
 * @param platform the platform of the redirect URI that the grant went through
 * @param scopes what for
 */
record Grant(SignIn signIn, String clientId, Platform platform, Scopes scopes) {

  Grant with(Scopes otherScopes) {
    return new Grant(signIn, clientId, platform, otherScopes);
  }
}
