package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.session.SignIn;
import io.entrabroker.simulator.tokens.Parties;

/**
 * An application as a client of one tenant's endpoints.
 *
 * @param tenant whose people may sign in
 * @param application the registration
 */
public record Client(Tenant tenant, Application application) {

  /** The same application as a client of another tenant. */
  Client in(Tenant other) {
    return new Client(other, application);
  }

  Parties parties(User user, SignIn signIn) {
    return new Parties(tenant, application, user, signIn);
  }
}
