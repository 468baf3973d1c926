package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.entrabroker.simulator.tokens.Tampering;
import io.entrabroker.simulator.tokens.TokenSigning;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacks that other modules' tests let the simulator play are what they claim to be. */
class TamperingTest {

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.ofContoso();

  @Test
  void claimsAreChangedAddedAndRemovedUnderAGenuineSignature() throws Exception {
    long past = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();

    SignedJWT token =
        signed(
            Tampering.with()
                .claim("aud", "somebody-else")
                .claim("exp", past)
                .claim("extra", true)
                .without("nonce"));

    JWTClaimsSet claims = token.getJWTClaimsSet();
    assertThat(claims.getAudience()).containsExactly("somebody-else");
    assertThat(claims.getExpirationTime().toInstant().getEpochSecond()).isEqualTo(past);
    assertThat(claims.getClaims()).containsEntry("extra", true).doesNotContainKey("nonce");
    assertThat(token.verify(published(token))).isTrue();
  }

  @Test
  void onlyTheNextTokenIsTamperedWith() {
    assertThat(idToken(Tampering.with().claim("oid", "other"))).contains(".");

    assertThat(SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA).idToken().getClaim("oid"))
        .isEqualTo(Contoso.ADA_ID);
  }

  @Test
  void aTokenFromTheAuthorizationEndpointIsTamperedWithToo() {
    SIMULATOR.entra().tamperWithNextIdToken(Tampering.with().claim("nonce", "stolen"));

    String token =
        SIMULATOR
            .browser()
            .open(SIMULATOR.authorize(Form.implicit()))
            .press(Contoso.ADA)
            .fragmentOfLocation()
            .get("id_token");

    assertThat(TokenReply.claims(token).getClaim("nonce")).isEqualTo("stolen");
  }

  @Test
  void aForeignKeyUsesThePublishedIdAndDoesNotVerify() throws Exception {
    SignedJWT token = signed(Tampering.with().signing(TokenSigning.foreignKeyWithSameId()));

    assertThat(token.verify(published(token))).isFalse();
  }

  @Test
  void anUnknownKeyIsNotPublished() throws Exception {
    SignedJWT token = signed(Tampering.with().signing(TokenSigning.unknownKeyId()));

    assertThat(keySet().getKeyByKeyId(token.getHeader().getKeyID())).isNull();
  }

  @Test
  void aKeyOfAnotherTenantVerifiesButMayNotVouch() throws Exception {
    SignedJWT token = signed(Tampering.with().signing(TokenSigning.keyOfAnotherTenant()));

    assertThat(token.verify(published(token))).isTrue();
    assertThat(issuerOfKey(token.getHeader().getKeyID()))
        .isEqualTo(SIMULATOR.entra().httpUri() + "/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256"})
  void anotherRsaAlgorithmVerifiesWithThePublishedKey(String algorithm) throws Exception {
    SignedJWT token = signed(Tampering.with().signing(TokenSigning.algorithm(algorithm)));

    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
    assertThat(token.verify(published(token))).isTrue();
  }

  @Test
  void anEllipticCurveSignatureVerifiesWithAPublishedKey() throws Exception {
    SignedJWT token = signed(Tampering.with().signing(TokenSigning.es256()));
    JWK key = keySet().getKeyByKeyId(token.getHeader().getKeyID());

    assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
  }

  @Test
  void theClientSecretAsMacKeyVerifies() throws Exception {
    byte[] secret = "a client secret that is long enough".getBytes(StandardCharsets.UTF_8);

    SignedJWT token = signed(Tampering.with().signing(TokenSigning.hs256(secret)));

    assertThat(token.verify(new MACVerifier(secret))).isTrue();
  }

  @Test
  void thePublicKeyAsMacKeyVerifies() throws Exception {
    SignedJWT token = signed(Tampering.with().signing(TokenSigning.hs256WithPublicKey()));
    byte[] publicKey =
        keySet().getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey().toPublicKey().getEncoded();

    assertThat(token.verify(new MACVerifier(publicKey))).isTrue();
  }

  @Test
  void anUnsignedTokenSaysSo() throws Exception {
    String token = idToken(Tampering.with().signing(TokenSigning.none()));

    assertThat(JWTParser.parse(token)).isInstanceOf(PlainJWT.class);
    assertThat(token).endsWith(".");
  }

  private static String issuerOfKey(String keyId) {
    for (JsonNode key : TokenReply.json(keys()).path("keys")) {
      if (key.path("kid").asText().equals(keyId)) {
        return key.path("issuer").asText();
      }
    }
    throw new AssertionError("No key " + keyId);
  }

  private static SignedJWT signed(Tampering tampering) throws Exception {
    return SignedJWT.parse(idToken(tampering));
  }

  private static String idToken(Tampering tampering) {
    SIMULATOR.entra().tamperWithNextIdToken(tampering);
    return SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA).text("id_token");
  }

  private static JWSVerifier published(SignedJWT token) throws Exception {
    return new RSASSAVerifier(keySet().getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey());
  }

  private static JWKSet keySet() throws Exception {
    return JWKSet.parse(keys());
  }

  private static String keys() {
    return SIMULATOR.browser().open(SIMULATOR.endpoint("discovery/v2.0/keys")).body();
  }
}
