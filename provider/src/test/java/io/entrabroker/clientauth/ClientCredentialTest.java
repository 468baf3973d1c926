package io.entrabroker.clientauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.entrabroker.Parsed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Assertions, read by a library that had no part in making them. */
class ClientCredentialTest {

  private static final String CLIENT = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001";
  private static final CertificateLocation KEY = new CertificateLocation.Realm("key");

  @ParameterizedTest
  @EnumSource
  void aCertificatesAssertionIsVerifiedByTheCertificate(AssertionAlgorithm algorithm)
      throws ParseException, JOSEException {
    SignedJWT assertion = assertion(certificate(algorithm), FakeSource.with(TestKeys.FIRST));

    assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo(algorithm.name());
    assertThat(isVerifiedBy(assertion, TestKeys.FIRST)).isTrue();
    assertThat(isVerifiedBy(assertion, TestKeys.SECOND)).isFalse();
  }

  @Test
  void itsHeaderHoldsTheSha256ThumbprintAndNothingToFetch() throws ParseException {
    SignedJWT assertion =
        assertion(certificate(AssertionAlgorithm.PS256), FakeSource.with(TestKeys.FIRST));

    assertThat(assertion.getHeader().getX509CertSHA256Thumbprint())
        .isEqualTo(X509CertUtils.computeSHA256Thumbprint(TestKeys.FIRST.certificate()));
    assertThat(assertion.getHeader().toJSONObject()).containsOnlyKeys("alg", "typ", "x5t#S256");
    assertThat(assertion.getHeader().getType().getType()).isEqualTo("JWT");
  }

  @Test
  void withRs256ItsHeaderHoldsTheSha1Thumbprint()
      throws ParseException, NoSuchAlgorithmException, CertificateEncodingException {
    SignedJWT assertion =
        assertion(certificate(AssertionAlgorithm.RS256), FakeSource.with(TestKeys.FIRST));
    byte[] sha1 =
        MessageDigest.getInstance("SHA-1").digest(TestKeys.FIRST.certificate().getEncoded());

    assertThat(assertion.getHeader().toJSONObject())
        .containsOnlyKeys("alg", "typ", "x5t")
        .containsEntry("x5t", Base64URL.encode(sha1).toString());
  }

  @Test
  void itSaysWhoAsksWhomAndForFiveMinutes() throws ParseException {
    JWTClaimsSet claims =
        assertion(certificate(AssertionAlgorithm.PS256), FakeSource.with(TestKeys.FIRST))
            .getJWTClaimsSet();

    assertThat(claims.getIssuer()).isEqualTo(CLIENT);
    assertThat(claims.getSubject()).isEqualTo(CLIENT);
    assertThat(claims.getAudience()).containsExactly(Requests.ENDPOINT);
    assertThat(claims.getIssueTime()).isEqualTo(TestKeys.NOW);
    assertThat(claims.getNotBeforeTime()).isEqualTo(TestKeys.NOW);
    assertThat(claims.getExpirationTime()).isEqualTo(TestKeys.NOW.plus(Duration.ofMinutes(5)));
    assertThat(claims.getClaims())
        .containsOnlyKeys("iss", "sub", "aud", "jti", "iat", "nbf", "exp");
  }

  @Test
  void noTwoAssertionsHaveTheSameId() throws ParseException {
    ClientCredential credential = certificate(AssertionAlgorithm.PS256);
    FakeSource source = FakeSource.with(TestKeys.FIRST);

    assertThat(assertion(credential, source).getJWTClaimsSet().getJWTID())
        .isNotEqualTo(assertion(credential, source).getJWTClaimsSet().getJWTID());
  }

  @Test
  void theFormSaysThatItIsAnAssertionAndHoldsNoSecret() {
    assertThat(forms(certificate(AssertionAlgorithm.PS256), FakeSource.with(TestKeys.FIRST)).get(0))
        .containsOnlyKeys("client_id", "client_assertion_type", "client_assertion")
        .containsEntry("client_id", CLIENT)
        .containsEntry(
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
  }

  @Test
  void whileTheKeyChangesThereIsAnAssertionOfTheOneBefore() throws ParseException, JOSEException {
    List<Map<String, String>> forms =
        forms(
            certificate(AssertionAlgorithm.PS256),
            FakeSource.with(TestKeys.FIRST, TestKeys.SECOND));

    assertThat(forms).hasSize(2);
    assertThat(isVerifiedBy(jwt(forms.get(0)), TestKeys.FIRST)).isTrue();
    assertThat(isVerifiedBy(jwt(forms.get(1)), TestKeys.SECOND)).isTrue();
  }

  // The certificate ends 90 days after the time of the test.
  @ParameterizedTest
  @CsvSource({"89,false", "90,false", "91,true", "365,true", "0,false"})
  void itsEndIsToldAheadByAsManyDaysAsConfigured(int warning, boolean told) {
    CertificateCredential credential =
        new CertificateCredential(KEY, AssertionAlgorithm.PS256, warning);

    assertThat(credential.endingSoon(FakeSource.with(TestKeys.FIRST), TestKeys.NOW).isPresent())
        .isEqualTo(told);
  }

  @Test
  void anEndThatHasBeenIsToldWhateverIsConfigured() {
    CertificateCredential credential = new CertificateCredential(KEY, AssertionAlgorithm.PS256, 0);

    assertThat(
            credential.endingSoon(
                FakeSource.with(TestKeys.FIRST), TestKeys.NOW.plus(Duration.ofDays(100))))
        .contains(TestKeys.FIRST.certificate().getNotAfter().toInstant());
  }

  @Test
  void theRealmsAssertionIsOfTheRealmForTheTokenExchange() throws ParseException, JOSEException {
    SignedJWT assertion =
        assertion(new KeycloakSignedAssertion("", "", "key"), FakeSource.with(TestKeys.FIRST));
    JWTClaimsSet claims = assertion.getJWTClaimsSet();

    assertThat(isVerifiedBy(assertion, TestKeys.FIRST)).isTrue();
    assertThat(assertion.getHeader().toJSONObject())
        .containsOnlyKeys("alg", "typ", "kid")
        .containsEntry("alg", "RS256")
        .containsEntry("kid", "kid-key");
    assertThat(claims.getIssuer()).isEqualTo(Requests.ISSUER);
    assertThat(claims.getSubject()).isEqualTo("entra-broker:entra");
    assertThat(claims.getAudience()).containsExactly("api://AzureADTokenExchange");
    assertThat(claims.getExpirationTime()).isEqualTo(TestKeys.NOW.plus(Duration.ofMinutes(5)));
    assertThat(claims.getJWTID()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.microsoftonline.us, api://AzureADTokenExchangeUSGov",
    "https://login.partner.microsoftonline.cn, api://AzureADTokenExchangeChina",
    "https://login.windows.net, api://AzureADTokenExchange",
    "http://localhost:9999, api://AzureADTokenExchange"
  })
  void itsAudienceIsTheOneOfTheCloud(String host, String audience) throws ParseException {
    SignedJWT assertion =
        jwt(
            forms(
                    new KeycloakSignedAssertion("", "", ""),
                    FakeSource.with(TestKeys.FIRST),
                    Requests.to(host + "/t/oauth2/v2.0/token"))
                .get(0));

    assertThat(assertion.getJWTClaimsSet().getAudience()).containsExactly(audience);
  }

  @Test
  void itsSubjectAndAudienceCanBeOnesOwn() throws ParseException {
    JWTClaimsSet claims =
        assertion(
                new KeycloakSignedAssertion("subject", "api://elsewhere", ""),
                FakeSource.with(TestKeys.FIRST))
            .getJWTClaimsSet();

    assertThat(claims.getSubject()).isEqualTo("subject");
    assertThat(claims.getAudience()).containsExactly("api://elsewhere");
  }

  @Test
  void aFederatedTokenIsPassedOnAsItIs() {
    assertThat(forms(new FederatedTokenFile("/f"), new FakeSource(List.of(), "eyJh.eyJp.c2ln")))
        .singleElement()
        .satisfies(form -> assertThat(form).containsEntry("client_assertion", "eyJh.eyJp.c2ln"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "eyJh",
        "eyJh.eyJp",
        "eyJh.eyJp.",
        "eyJh.eyJp.c2ln.x",
        "eyJh.eyJp.c2ln eyJh.eyJp.c2ln",
        "eyJh.eyJp.c2l+",
        "eyJh.eyJp.c2ln&grant_type=password",
        "-----BEGIN PRIVATE KEY-----"
      })
  void whatIsNoSignedTokenIsNotSent(String content) {
    Parsed<List<Proof>> proofs =
        new FederatedTokenFile("/f").load(new FakeSource(List.of(), content));

    assertThat(proofs.<String>fold(none -> "", problem -> problem))
        .startsWith("The token file does not hold one signed token")
        .doesNotContain("eyJh");
  }

  @Test
  void nothingShowsAnAssertionOrASecret() {
    FakeSource source = new FakeSource(List.of(TestKeys.FIRST), "eyJh.eyJp.c2ln");
    for (ClientCredential credential :
        List.of(
            certificate(AssertionAlgorithm.PS256),
            new FederatedTokenFile("/f"),
            new ClientSecret(new Secret("eyJsecret")))) {
      List<Proof> proofs = credential.load(source).asOptional().orElseThrow();
      Object parts =
          new AppRegistration.WebApplication(CLIENT, credential)
              .tokenRequest(Requests.request(), source);

      assertThat(proofs + " " + parts + " " + credential).doesNotContain("eyJ", "c2ln");
    }
  }

  private static CertificateCredential certificate(AssertionAlgorithm algorithm) {
    return new CertificateCredential(KEY, algorithm, 30);
  }

  private static SignedJWT assertion(ClientCredential credential, FakeSource source)
      throws ParseException {
    return jwt(forms(credential, source).get(0));
  }

  private static SignedJWT jwt(Map<String, String> form) throws ParseException {
    return SignedJWT.parse(form.get("client_assertion"));
  }

  private static List<Map<String, String>> forms(ClientCredential credential, FakeSource source) {
    return forms(credential, source, Requests.request());
  }

  private static List<Map<String, String>> forms(
      ClientCredential credential, FakeSource source, TokenRequest request) {
    return new AppRegistration.WebApplication(CLIENT, credential)
        .tokenRequest(request, source).asOptional().orElseThrow().stream()
            .map(TokenRequestParts::form)
            .toList();
  }

  private static boolean isVerifiedBy(SignedJWT assertion, TestKeys keys) throws JOSEException {
    return assertion.verify(new RSASSAVerifier((RSAPublicKey) keys.certificate().getPublicKey()));
  }
}
