package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.credentials.ClientCredentials;
import io.entrabroker.simulator.policy.SignInRules;
import io.entrabroker.simulator.session.Consents;
import io.entrabroker.simulator.session.Handles;
import io.entrabroker.simulator.session.Visits;
import io.entrabroker.simulator.tokens.AccessTokens;
import io.entrabroker.simulator.tokens.IdTokens;
import java.time.Clock;
import java.util.Map;

/** The two endpoints of the protocol, which share codes, refresh tokens and consents. */
public final class Protocol {

  private final AuthorizeEndpoint authorize;
  private final TokenEndpoint token;
  private final AuthorizationCodeGrant codeGrant;
  private final FrontChannelLogout frontChannelLogout;
  private final SignInRules signInRules = new SignInRules();

  /**
   * @param clients finds applications in the directory as it is at the moment of asking
   * @param credentials authenticates clients
   * @param clock tells when codes and refresh tokens expire
   */
  public Protocol(
      Clients clients,
      ClientCredentials credentials,
      IdTokens idTokens,
      AccessTokens accessTokens,
      Clock clock) {
    // Entra's handles begin with a version and an encoded tenant; clients must not look inside.
    Handles<IssuedCode> codes = new Handles<>("1.AXkA");
    Handles<RefreshToken> refreshTokens = new Handles<>("1.AXkB");
    ConsentRules consents = new ConsentRules(new Consents());
    ResourceTokens resources = new ResourceTokens(accessTokens, consents);
    TokensOfGrant tokens =
        new TokensOfGrant(new UserTokens(idTokens, resources), refreshTokens, clock);
    PlatformRules platforms = new PlatformRules(credentials);
    PolicyChecks policies = new PolicyChecks(signInRules, clock);
    GrantChecks checks = new GrantChecks(platforms, policies);
    Visits visits = new Visits();
    frontChannelLogout = new FrontChannelLogout(clients, visits);
    authorize =
        new AuthorizeEndpoint(
            new AuthorizeReader(clients),
            new SessionRules(policies, clock),
            policies,
            consents,
            new AuthorizeAnswers(codes, idTokens, resources, visits, clock));
    codeGrant = new AuthorizationCodeGrant(clients, checks, codes, tokens, clock);
    token =
        new TokenEndpoint(
            clients,
            Map.of(
                "authorization_code",
                codeGrant,
                "refresh_token",
                new RefreshTokenGrant(clients, checks, refreshTokens, tokens, clock),
                "client_credentials",
                new ClientCredentialsGrant(clients, platforms, resources)));
  }

  public AuthorizeEndpoint authorize() {
    return authorize;
  }

  public TokenEndpoint token() {
    return token;
  }

  /** Whether a code can be redeemed more than once. */
  public void redeemCodesAgain(boolean allowed) {
    codeGrant.redeemAgain(allowed);
  }

  /** Tells applications that a session is over. */
  public FrontChannelLogout frontChannelLogout() {
    return frontChannelLogout;
  }

  /** What stands between people and tokens; can be changed at any time. */
  public SignInRules signInRules() {
    return signInRules;
  }
}
