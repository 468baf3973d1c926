package io.entrabroker.simulator.oauth;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.entrabroker.simulator.errors.Aadsts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** An authorization code: good for ten minutes and for one redemption. */
final class IssuedCode {

  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final Grant grant;
  private final AuthorizeRequest request;
  private final Instant expires;
  private final AtomicBoolean redeemed = new AtomicBoolean();

  IssuedCode(Grant grant, AuthorizeRequest request, Instant now) {
    this.grant = grant;
    this.request = request;
    this.expires = now.plus(LIFETIME);
  }

  Grant grant() {
    return grant;
  }

  Optional<String> nonce() {
    return request.nonce();
  }

  String tenantId() {
    return request.client().tenant().id();
  }

  boolean wasSentTo(String redirectUri) {
    return request.back().redirectUri().equals(redirectUri);
  }

  void requireFresh(Instant now) {
    if (redeemed.get()) {
      throw Aadsts.CODE_ALREADY_REDEEMED.thrown();
    }
    if (!now.isBefore(expires)) {
      throw Aadsts.GRANT_EXPIRED.thrown();
    }
  }

  /** Redeems the code; of two requests at once only one gets through. */
  void redeem() {
    if (redeemed.getAndSet(true)) {
      throw Aadsts.CODE_ALREADY_REDEEMED.thrown();
    }
  }

  /** The code can be redeemed once more. */
  void forgetRedemption() {
    redeemed.set(false);
  }

  /** Compares the verifier with the challenge, if the authorization request had one. */
  void requireVerifier(Optional<String> sent) {
    Optional<String> challenge = request.parameters().first("code_challenge");
    if (challenge.isEmpty()) {
      return;
    }
    Optional<String> computed = sent.flatMap(this::challengeOf);
    if (!challenge.equals(computed)) {
      throw Aadsts.CODE_VERIFIER_MISMATCH.thrown();
    }
  }

  private Optional<String> challengeOf(String verifier) {
    // Entra assumes "plain" when the method is absent, as RFC 7636 section 4.3 says.
    String method = request.parameters().first("code_challenge_method").orElse("plain");
    try {
      return Optional.of(
          CodeChallenge.compute(CodeChallengeMethod.parse(method), new CodeVerifier(verifier))
              .getValue());
    } catch (IllegalArgumentException tooShortOrTooLong) {
      return Optional.empty();
    }
  }
}
