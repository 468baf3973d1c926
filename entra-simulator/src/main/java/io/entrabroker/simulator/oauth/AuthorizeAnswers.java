package io.entrabroker.simulator.oauth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.CodeHash;
import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.session.Handles;
import io.entrabroker.simulator.session.SignIn;
import io.entrabroker.simulator.session.Visits;
import io.entrabroker.simulator.tokens.AccessToken;
import io.entrabroker.simulator.tokens.IdTokenRequest;
import io.entrabroker.simulator.tokens.IdTokens;
import io.entrabroker.simulator.tokens.LoginHost;
import io.entrabroker.simulator.tokens.Parties;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the parameters of a successful answer: code, tokens, session state. */
final class AuthorizeAnswers {

  // The curve of a key counts for EdDSA only; Nimbus wants null for RSA.
  private static final @Nullable Curve NO_CURVE = null;

  private final Handles<IssuedCode> codes;
  private final IdTokens idTokens;
  private final ResourceTokens resourceTokens;
  private final Visits visits;
  private final Clock clock;

  AuthorizeAnswers(
      Handles<IssuedCode> codes,
      IdTokens idTokens,
      ResourceTokens resourceTokens,
      Visits visits,
      Clock clock) {
    this.codes = codes;
    this.idTokens = idTokens;
    this.resourceTokens = resourceTokens;
    this.visits = visits;
    this.clock = clock;
  }

  AuthorizeOutcome.Answer answer(
      AuthorizeRequest request, SignIn signIn, User user, LoginHost loginHost) {
    Parties parties = request.client().parties(user, signIn);
    Map<String, String> answer = new LinkedHashMap<>();
    Map<String, Object> hashes = new LinkedHashMap<>();
    request.nonce().ifPresent(nonce -> hashes.put("nonce", nonce));
    Set<String> types = request.responseTypes();
    if (types.contains("code")) {
      addCode(answer, hashes, request, signIn);
    }
    if (types.contains("token")) {
      Scopes granted = resourceTokens.granted(request.client(), user, request.scopes());
      addAccessToken(answer, hashes, resourceTokens.forUser(parties, granted, loginHost));
      answer.put("scope", granted.granted());
    }
    if (types.contains("id_token")) {
      IdTokenRequest wanted =
          new IdTokenRequest(
              loginHost, request.scopes().openid(), hashes, IdTokenRequest.Endpoint.AUTHORIZE);
      answer.put("id_token", idTokens.issue(parties, wanted));
    }
    visits.add(
        signIn.sessionId(),
        new Visits.Visit(
            request.client().application().appId(), loginHost.issuer(signIn.tenantId())));
    answer.putAll(request.back().echo());
    answer.put("session_state", signIn.sessionId());
    return new AuthorizeOutcome.Answer(request.back(), answer);
  }

  private void addCode(
      Map<String, String> answer,
      Map<String, Object> hashes,
      AuthorizeRequest request,
      SignIn signIn) {
    Grant grant =
        new Grant(
            signIn, request.client().application().appId(), request.platform(), request.scopes());
    String code = codes.keep(new IssuedCode(grant, request, clock.instant()));
    answer.put("code", code);
    hashes.put(
        "c_hash",
        CodeHash.compute(new AuthorizationCode(code), JWSAlgorithm.RS256, NO_CURVE).getValue());
  }

  private static void addAccessToken(
      Map<String, String> answer, Map<String, Object> hashes, AccessToken token) {
    answer.put("access_token", token.value());
    answer.put("token_type", "Bearer");
    answer.put("expires_in", Long.toString(token.lifetime().toSeconds()));
    hashes.put(
        "at_hash",
        AccessTokenHash.compute(new BearerAccessToken(token.value()), JWSAlgorithm.RS256, NO_CURVE)
            .getValue());
  }
}
