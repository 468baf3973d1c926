package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.Prompt;
import com.microsoft.aad.msal4j.RefreshTokenParameters;
import com.microsoft.aad.msal4j.ResponseMode;
import com.microsoft.aad.msal4j.SilentParameters;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.entrabroker.simulator.directory.CredentialChange;
import io.entrabroker.simulator.directory.FederatedIdentityCredential;
import io.entrabroker.simulator.keys.ClientCertificate;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Microsoft's own library, unmodified, takes the simulator for Entra ID. */
class MsalForJavaTest {

  private static EntraSimulator entra;

  @BeforeAll
  static void start() {
    entra = EntraSimulator.builder().httpsPort(0).start();
  }

  @AfterAll
  static void stop() {
    entra.close();
  }

  @Test
  void aPersonSignsInWithCodeAndPkce() throws Exception {
    IAuthenticationResult result = signIn(application(Contoso.WEB_SECRET));

    JWTClaimsSet claims = claims(result.idToken());
    assertThat(claims.getStringClaim("preferred_username"))
        .isEqualTo("ada.lovelace@contoso.example");
    assertThat(result.account().username()).isEqualTo("ada.lovelace@contoso.example");
    assertThat(result.account().homeAccountId()).isEqualTo(Contoso.ADA_ID + "." + Contoso.TENANT);
    assertThat(result.scopes()).contains("https://graph.microsoft.com/User.Read");
  }

  @Test
  void anAccountIsRefreshedSilently() throws Exception {
    ConfidentialClientApplication application = application(Contoso.WEB_SECRET);
    IAuthenticationResult first = signIn(application);

    IAuthenticationResult again =
        application
            .acquireTokenSilently(
                SilentParameters.builder(Set.of("User.Read"), first.account())
                    // Without it MSAL takes the authority from the account, which knows no port.
                    .authorityUrl(authority())
                    .forceRefresh(true)
                    .build())
            .get();

    assertThat(again.accessToken()).isNotEqualTo(first.accessToken());
    assertThat(claims(again.idToken()).getSubject())
        .isEqualTo(claims(first.idToken()).getSubject());
  }

  @Test
  void aRefreshTokenStaysGoodAfterItsUse() throws Exception {
    ConfidentialClientApplication application = application(Contoso.WEB_SECRET);
    signIn(application);
    String refreshToken = refreshTokenIn(application.tokenCache().serialize());
    RefreshTokenParameters parameters =
        RefreshTokenParameters.builder(Set.of("User.Read"), refreshToken).build();

    application.acquireToken(parameters).get();

    assertThat(application.acquireToken(parameters).get().accessToken()).isNotBlank();
  }

  @Test
  void anApplicationGetsATokenForItself() throws Exception {
    IAuthenticationResult result =
        application(Contoso.WEB_SECRET).acquireToken(forApi(Contoso.API)).get();

    JWTClaimsSet claims = claims(result.accessToken());
    assertThat(claims.getAudience()).containsExactly(Contoso.API);
    assertThat(claims.getStringListClaim("roles")).containsExactly("Ingestion");
    assertThat(claims.getStringClaim("oid")).isEqualTo(claims.getSubject());
  }

  @Test
  void aWrongSecretIsRefusedWithItsCode() throws Exception {
    Throwable refusal =
        catchThrowable(() -> application("wrong").acquireToken(forApi(Contoso.API)).get());

    assertThat(refusal)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            MsalServiceException.class,
            failure -> {
              assertThat(failure.errorCode()).isEqualTo("invalid_client");
              assertThat(failure.statusCode()).isEqualTo(401);
              assertThat(failure.getMessage()).startsWith("AADSTS7000215: ");
            });
  }

  @Test
  void anApplicationAuthenticatesWithACertificate() throws Exception {
    ClientCertificate certificate = ClientCertificate.create("msal4j");
    IClientCredential credential =
        ClientCredentialFactory.createFromCertificate(
            certificate.privateKey(), certificate.certificate());

    assertRefused(credential, 700027);
    entra.change(CredentialChange.addCertificate(Contoso.WEB, certificate.certificate()));

    IAuthenticationResult result = application(credential).acquireToken(forApi(Contoso.API)).get();
    assertThat(claims(result.accessToken()).getAudience()).containsExactly(Contoso.API);
  }

  @Test
  void anApplicationAuthenticatesWithATokenOfAnExternalIssuer() throws Exception {
    try (ExternalIssuer external = new ExternalIssuer()) {
      IClientCredential credential =
          ClientCredentialFactory.createFromClientAssertion(external.token(Instant.now()).signed());

      assertRefused(credential, 70021);
      entra.change(
          CredentialChange.addFederatedCredential(
              Contoso.WEB,
              new FederatedIdentityCredential(
                  "msal4j",
                  external.issuer(),
                  "service-account-broker",
                  List.of("api://AzureADTokenExchange"))));

      IAuthenticationResult result =
          application(credential).acquireToken(forApi(Contoso.API)).get();
      assertThat(claims(result.accessToken()).getAudience()).containsExactly(Contoso.API);
    }
  }

  private static void assertRefused(IClientCredential credential, int code) {
    assertThat(
            catchThrowable(() -> application(credential).acquireToken(forApi(Contoso.API)).get()))
        .cause()
        .isInstanceOfSatisfying(
            MsalServiceException.class,
            failure -> assertThat(failure.getMessage()).startsWith("AADSTS" + code + ": "));
  }

  private static IAuthenticationResult signIn(ConfidentialClientApplication application)
      throws Exception {
    CodeVerifier verifier = new CodeVerifier();
    URI start =
        application
            .getAuthorizationRequestUrl(
                AuthorizationRequestUrlParameters.builder(Contoso.WEB_REDIRECT, Set.of("User.Read"))
                    .codeChallenge(
                        CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue())
                    .codeChallengeMethod("S256")
                    .responseMode(ResponseMode.QUERY)
                    .prompt(Prompt.SELECT_ACCOUNT)
                    .state("state-1")
                    .nonce("nonce-1")
                    .build())
            .toURI();
    TestBrowser browser = new TestBrowser(entra.trustingSslContext());
    Map<String, String> answer = browser.open(start).press(Contoso.ADA).queryOfLocation();
    assertThat(answer).containsEntry("state", "state-1");
    return application
        .acquireToken(
            AuthorizationCodeParameters.builder(
                    answer.get("code"), URI.create(Contoso.WEB_REDIRECT))
                .codeVerifier(verifier.getValue())
                .scopes(Set.of("User.Read"))
                .build())
        .get();
  }

  private static ConfidentialClientApplication application(String secret) throws Exception {
    return application(ClientCredentialFactory.createFromSecret(secret));
  }

  private static ConfidentialClientApplication application(IClientCredential credential)
      throws Exception {
    return ConfidentialClientApplication.builder(Contoso.WEB, credential)
        .authority(authority())
        .validateAuthority(false)
        .instanceDiscovery(false)
        .sslSocketFactory(entra.trustingSslContext().getSocketFactory())
        .build();
  }

  private static String authority() {
    return entra.httpsUri() + "/" + Contoso.TENANT + "/";
  }

  private static ClientCredentialParameters forApi(String appId) {
    return ClientCredentialParameters.builder(Set.of("api://" + appId + "/.default")).build();
  }

  private static String refreshTokenIn(String cache) {
    int entry = cache.indexOf("\"credential_type\":\"RefreshToken\"");
    int secret = cache.indexOf("\"secret\":\"", entry) + "\"secret\":\"".length();
    return cache.substring(secret, cache.indexOf('"', secret));
  }

  private static JWTClaimsSet claims(String token) throws ParseException {
    return SignedJWT.parse(token).getJWTClaimsSet();
  }
}
