package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Platform;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.policy.ClaimsChallenge;
import io.entrabroker.simulator.session.Proofs;
import java.util.Optional;
import java.util.Set;

/**
 * An authorization request whose client and redirect URI are known to be good.
 *
 * @param client who asks
 * @param accounts who can sign in
 * @param platform the platform of the redirect URI
 * @param back where the answer goes
 * @param parameters everything that was sent
 */
public record AuthorizeRequest(
    Client client,
    Accounts accounts,
    Platform platform,
    ReturnAddress back,
    Parameters parameters) {

  /** The same request at the tenant of somebody who signed in, their home through an alias. */
  AuthorizeRequest in(Tenant tenant) {
    return new AuthorizeRequest(client.in(tenant), accounts, platform, back, parameters);
  }

  /** The words of {@code response_type}: code, id_token, token. */
  public Set<String> responseTypes() {
    return parameters.words("response_type");
  }

  public Scopes scopes() {
    return Scopes.parse(parameters.first("scope").orElse(""));
  }

  /** The words of {@code prompt}. */
  Set<String> prompts() {
    return parameters.words("prompt");
  }

  public Optional<String> nonce() {
    return parameters.first("nonce");
  }

  /** Whom the application expects: a name or the opaque hint. */
  public Optional<String> loginHint() {
    return parameters.first("login_hint");
  }

  /** What the parameter {@code claims} demands; nothing if it is absent or unreadable. */
  Proofs demandedProofs() {
    return parameters.first("claims").flatMap(ClaimsChallenge::read).orElse(Proofs.NONE);
  }
}
