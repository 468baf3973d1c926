package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.errors.Aadsts;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the token endpoint hands out, for how long, and to whom. */
class TokenAnswerTest {

  private static final String OFFLINE = "openid profile email offline_access User.Read";

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.ofContoso();

  @Test
  void theAnswerToACodeHasEntrasMembers() {
    TokenReply reply = SIMULATOR.signInThroughWeb(Form.web().with("scope", OFFLINE), Contoso.ADA);

    List<String> names = new ArrayList<>();
    reply.json().fieldNames().forEachRemaining(names::add);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(names)
        .containsExactlyInAnyOrder(
            "token_type",
            "scope",
            "expires_in",
            "ext_expires_in",
            "access_token",
            "refresh_token",
            "id_token");
    assertThat(reply.text("token_type")).isEqualTo("Bearer");
    assertThat(reply.text("scope"))
        .isEqualTo("email openid profile https://graph.microsoft.com/User.Read");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store, no-cache");
    assertThat(reply.header("x-ms-clitelem")).isEqualTo("1,0,0,,");
  }

  @Test
  void withoutOfflineAccessThereIsNoRefreshToken() {
    assertThat(SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA).json().has("refresh_token"))
        .isFalse();
  }

  @Test
  void anAccessTokenIsGoodForSixtyToNinetyMinutes() {
    for (int i = 0; i < 5; i++) {
      TokenReply reply = SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA);

      assertThat(reply.json().path("expires_in").asInt()).isBetween(3600, 5400);
      JWTClaimsSet claims = reply.accessToken();
      assertThat(
              Duration.between(
                      claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant())
                  .toSeconds())
          .isEqualTo(reply.json().path("expires_in").asInt() + 300L);
    }
  }

  @Test
  void clientInfoComesOnlyWhenAsked() {
    Form form = Form.webCode(SIMULATOR.code(Form.web(), Contoso.ADA)).with("client_info", "1");

    String info = SIMULATOR.redeem(form).text("client_info");

    assertThat(new String(Base64.getUrlDecoder().decode(info), StandardCharsets.UTF_8))
        .isEqualTo("{\"uid\":\"%s\",\"utid\":\"%s\"}".formatted(Contoso.ADA_ID, Contoso.TENANT));
    assertThat(SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA).json().has("client_info"))
        .isFalse();
  }

  @Test
  void aSecretMayComeInTheHeader() {
    String header =
        new ClientSecretBasic(new ClientID(Contoso.WEB), new Secret(Contoso.WEB_SECRET))
            .toHTTPAuthorizationHeader();
    Form form =
        Form.webCode(SIMULATOR.code(Form.web(), Contoso.ADA))
            .without("client_id")
            .without("client_secret");

    assertThat(SIMULATOR.redeem(form, "Authorization", header).status()).isEqualTo(200);
  }

  @Test
  void aCodeExpiresAfterTenMinutes() {
    Form inTime = Form.webCode(SIMULATOR.code(Form.web(), Contoso.ADA));
    SIMULATOR.clock().advance(Duration.ofMinutes(9));
    assertThat(SIMULATOR.redeem(inTime).status()).isEqualTo(200);

    Form late = Form.webCode(SIMULATOR.code(Form.web(), Contoso.ADA));
    SIMULATOR.clock().advance(Duration.ofMinutes(10));
    assertThat(SIMULATOR.redeem(late).aadsts()).isEqualTo(70008);
  }

  @Test
  void aWebRefreshTokenSlidesByNinetyDays() {
    String first = webRefreshToken();
    SIMULATOR.clock().advance(Duration.ofDays(89));
    TokenReply refreshed = SIMULATOR.redeem(refresh(first));
    String second = refreshed.text("refresh_token");
    SIMULATOR.clock().advance(Duration.ofDays(2));

    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(second).isNotBlank().isNotEqualTo(first);
    assertThat(SIMULATOR.redeem(refresh(first)).aadsts()).isEqualTo(700082);
    assertThat(SIMULATOR.redeem(refresh(second)).status()).isEqualTo(200);
  }

  @Test
  void aPagesRefreshTokenEndsADayAfterTheSignIn() {
    Form signIn = Form.spa().with("scope", OFFLINE);
    String first =
        SIMULATOR
            .redeem(Form.spaCode(SIMULATOR.code(signIn, Contoso.ADA)), "Origin", Contoso.ORIGIN)
            .text("refresh_token");
    SIMULATOR.clock().advance(Duration.ofHours(23));
    String second = refreshPage(first).text("refresh_token");
    assertThat(second).isNotBlank().isNotEqualTo(first);
    SIMULATOR.clock().advance(Duration.ofHours(2));

    assertThat(refreshPage(second).aadsts()).isEqualTo(700084);
  }

  @Test
  void aPageMustSendItsOriginOnRefresh() {
    Form signIn = Form.spa().with("scope", OFFLINE);
    String token =
        SIMULATOR
            .redeem(Form.spaCode(SIMULATOR.code(signIn, Contoso.ADA)), "Origin", Contoso.ORIGIN)
            .text("refresh_token");
    Form form =
        Form.of("client_id", Contoso.SPA, "grant_type", "refresh_token", "refresh_token", token);

    assertThat(SIMULATOR.redeem(form).aadsts()).isEqualTo(9002327);
  }

  @Test
  void aServerMustSendItsSecretOnRefresh() {
    Form form = refresh(webRefreshToken());

    assertThat(SIMULATOR.redeem(form.without("client_secret")).aadsts()).isEqualTo(7000218);
    assertThat(SIMULATOR.redeem(form, "Origin", Contoso.ORIGIN).aadsts()).isEqualTo(9002326);
  }

  @Test
  void aRefreshedIdTokenHasNoNonce() {
    assertThat(SIMULATOR.redeem(refresh(webRefreshToken())).idToken().getClaims())
        .containsKey("oid")
        .doesNotContainKey("nonce");
  }

  @Test
  void aTokenForGraphVerifiesForNobodyElse() throws Exception {
    SignedJWT token =
        SignedJWT.parse(SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA).text("access_token"));
    JWSVerifier verifier =
        new RSASSAVerifier(keySet().getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey());

    assertThat(token.getHeader().getCustomParam("nonce")).isNotNull();
    assertThat(token.verify(verifier)).isFalse();
    assertThat(token.getJWTClaimsSet().getStringClaim("ver")).isEqualTo("1.0");
    assertThat(token.getJWTClaimsSet().getIssuer())
        .isEqualTo("https://sts.windows.net/" + Contoso.TENANT + "/");
  }

  @Test
  void anIdTokenVerifiesWithAPublishedKey() throws Exception {
    SignedJWT token =
        SignedJWT.parse(SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA).text("id_token"));

    assertThat(token.getHeader().toJSONObject()).containsOnlyKeys("typ", "alg", "kid");
    assertThat(
            token.verify(
                new RSASSAVerifier(
                    keySet().getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
        .isTrue();
  }

  @Test
  void anApplicationsOwnTokenSpeaksOfItsServicePrincipal() throws ParseException {
    TokenReply reply = SIMULATOR.redeem(Form.clientCredentials());

    JWTClaimsSet claims = reply.accessToken();
    assertThat(reply.json().has("id_token")).isFalse();
    assertThat(reply.json().has("refresh_token")).isFalse();
    assertThat(claims.getSubject()).isEqualTo("5e2171ce-0000-4000-8000-000000000001");
    assertThat(claims.getClaim("oid")).isEqualTo(claims.getSubject());
    assertThat(claims.getClaim("azp")).isEqualTo(Contoso.WEB);
    assertThat(claims.getStringListClaim("roles")).containsExactly("Ingestion");
    assertThat(claims.getClaims()).doesNotContainKeys("scp", "name", "preferred_username");
  }

  @Test
  void aTokenForAnApiIsForThatApi() {
    String scope = "openid api://" + Contoso.API + "/access_as_user";

    TokenReply reply = SIMULATOR.signInThroughWeb(Form.web().with("scope", scope), Contoso.ADA);

    assertThat(reply.text("scope")).isEqualTo("openid api://" + Contoso.API + "/access_as_user");
    assertThat(reply.accessToken().getAudience()).containsExactly(Contoso.API);
    assertThat(reply.accessToken().getClaim("scp")).isEqualTo("access_as_user");
  }

  @Test
  void aTestCanLetTheNextTokenRequestFail() {
    SIMULATOR.entra().failNextTokenRequestWith(Aadsts.TEMPORARILY_UNAVAILABLE.with());

    assertThat(SIMULATOR.redeem(Form.clientCredentials()).status()).isEqualTo(503);
    assertThat(SIMULATOR.redeem(Form.clientCredentials()).status()).isEqualTo(200);
  }

  @Test
  void aTokenOfADisabledPersonCannotBeRefreshed() {
    String token = webRefreshToken();
    Directory before = SIMULATOR.entra().directory();
    SIMULATOR
        .entra()
        .replaceDirectory(
            before.edited(json -> json.withObject("/users/0").put("accountEnabled", false)));
    try {
      assertThat(SIMULATOR.redeem(refresh(token)).aadsts()).isEqualTo(50057);
    } finally {
      SIMULATOR.entra().replaceDirectory(before);
    }
  }

  private static String webRefreshToken() {
    return SIMULATOR
        .signInThroughWeb(Form.web().with("scope", OFFLINE), Contoso.ADA)
        .text("refresh_token");
  }

  private static Form refresh(String token) {
    return Form.of(
        "client_id",
        Contoso.WEB,
        "client_secret",
        Contoso.WEB_SECRET,
        "grant_type",
        "refresh_token",
        "refresh_token",
        token);
  }

  private static TokenReply refreshPage(String token) {
    Form form =
        Form.of("client_id", Contoso.SPA, "grant_type", "refresh_token", "refresh_token", token);
    return SIMULATOR.redeem(form, "Origin", Contoso.ORIGIN);
  }

  private static JWKSet keySet() throws ParseException {
    return JWKSet.parse(SIMULATOR.browser().open(SIMULATOR.endpoint("discovery/v2.0/keys")).body());
  }
}
