package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.entrabroker.simulator.directory.CredentialChange;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.keys.ClientCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in a row and certificates, as they are accepted and refused. */
class ClientCredentialTest {

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.ofContoso();

  private static final ClientCertificate FIRST = ClientCertificate.create("broker 1");
  private static final ClientCertificate SECOND = ClientCertificate.create("broker 2");
  private static final ClientCertificate STRANGER = ClientCertificate.create("stranger");

  @AfterEach
  void restore() {
    SIMULATOR.entra().replaceDirectory(Directory.contoso());
  }

  @Test
  void oneSecretCanBeReplacedWhileTheOtherIsInUse() {
    Form old = Form.clientCredentials();
    Form fresh = old.with("client_secret", "the~new.secret");
    assertThat(SIMULATOR.redeem(fresh).aadsts()).isEqualTo(7000215);

    SIMULATOR.entra().change(CredentialChange.addSecret(Contoso.WEB, "the~new.secret"));
    assertThat(SIMULATOR.redeem(old).status()).isEqualTo(200);
    assertThat(SIMULATOR.redeem(fresh).status()).isEqualTo(200);

    SIMULATOR.entra().change(CredentialChange.removeSecret(Contoso.WEB, Contoso.WEB_SECRET));
    assertThat(SIMULATOR.redeem(old).aadsts()).isEqualTo(7000215);
    assertThat(SIMULATOR.redeem(fresh).status()).isEqualTo(200);
  }

  @Test
  void aSecretIsGoodUntilItExpires() {
    Instant end = SIMULATOR.clock().instant().plus(Duration.ofDays(1));
    SIMULATOR.entra().change(CredentialChange.addSecret(Contoso.WEB, "short~lived", end));
    Form form = Form.clientCredentials().with("client_secret", "short~lived");
    assertThat(SIMULATOR.redeem(form).status()).isEqualTo(200);

    SIMULATOR.clock().advance(Duration.ofDays(1));

    assertThat(SIMULATOR.redeem(form).aadsts()).isEqualTo(7000222);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodAssertions")
  void anAssertionByARegisteredCertificateIsAccepted(String what, UnaryOperator<Assertion> change) {
    SIMULATOR.entra().change(CredentialChange.addCertificate(Contoso.WEB, FIRST.certificate()));

    assertThat(send(change.apply(genuine(FIRST))).status()).isEqualTo(200);
  }

  static Stream<Arguments> goodAssertions() {
    return Stream.of(
        good("PS256 with x5t#S256", a -> a),
        good("RS256 with x5t#S256", a -> a.header("alg", "RS256")),
        good(
            "RS256 with x5t",
            a -> a.header("alg", "RS256").without("x5t#S256").header("x5t", sha1(urlSafe()))),
        good(
            "x5t in standard base64",
            a -> a.without("x5t#S256").header("x5t", sha1(Base64.getEncoder()))),
        good("x5t#S256 in standard base64", a -> a.header("x5t#S256", sha256(Base64.getEncoder()))),
        good("a key id that means nothing", a -> a.header("kid", "whatever")),
        good("the token endpoint by domain", a -> a.claim("aud", tokenEndpoint(Contoso.DOMAIN))),
        good("the issuer as audience", a -> a.claim("aud", issuer())),
        good("no jti", a -> a.without("jti")),
        good("no nbf", a -> a.without("nbf")),
        good(
            "a client whose clock is four minutes fast",
            a -> a.times(SIMULATOR.clock().instant().plusSeconds(240))),
        good(
            "one that expired four minutes ago",
            a -> a.claim("exp", SIMULATOR.clock().instant().minusSeconds(240).getEpochSecond())));
  }

  @ParameterizedTest(name = "{0} is AADSTS{2}")
  @MethodSource("badAssertions")
  void anAssertionIsRefused(
      String what, Function<ClientCertificate, Assertion> assertion, int code, int status) {
    SIMULATOR.entra().change(CredentialChange.addCertificate(Contoso.WEB, FIRST.certificate()));

    TokenReply reply = send(assertion.apply(FIRST));

    assertThat(reply.aadsts()).isEqualTo(code);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.text("error")).isEqualTo(status == 401 ? "invalid_client" : "invalid_request");
  }

  static Stream<Arguments> badAssertions() {
    return Stream.of(
        bad("an unknown certificate", c -> genuine(STRANGER), 700027),
        bad("no thumbprint", c -> genuine(c).without("x5t#S256"), 700027),
        bad("a thumbprint in kid only", ClientCredentialTest::thumbprintAsKeyId, 700027),
        bad(
            "another key under the registered thumbprint",
            c -> genuine(STRANGER).header("x5t#S256", sha256(urlSafe())),
            700027),
        bad("another audience", c -> genuine(c).claim("aud", "https://elsewhere.example"), 700023),
        bad("another tenant", c -> genuine(c).claim("aud", tokenEndpoint("fabrikam")), 700023),
        bad("no audience", c -> genuine(c).without("aud"), 700023),
        bad("another subject", c -> genuine(c).claim("sub", Contoso.SPA), 50048),
        bad(
            "another application",
            c -> genuine(c).claim("iss", Contoso.SPA).claim("sub", Contoso.SPA),
            700021),
        bad(
            "one that expired six minutes ago",
            c -> genuine(c).claim("exp", now().minusSeconds(360).getEpochSecond()),
            700024),
        bad(
            "one for six minutes from now on",
            c -> genuine(c).claim("nbf", now().plusSeconds(360).getEpochSecond()),
            700024),
        bad("no expiry", c -> genuine(c).without("exp"), 700024),
        arguments(
            "an HMAC", (Function<ClientCertificate, Assertion>) c -> alg(c, "HS256"), 5002730, 400),
        arguments(
            "RS512", (Function<ClientCertificate, Assertion>) c -> alg(c, "RS512"), 5002730, 400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "e30.e30.x", "a.b.c.d.e"})
  void whatIsNoSignedTokenIsRefused(String text) {
    Form form = assertionForm().with("client_assertion", text);

    assertThat(SIMULATOR.redeem(form).aadsts()).isEqualTo(text.isEmpty() ? 7000216 : 50027);
  }

  @Test
  void theTypeOfTheAssertionIsNeeded() {
    Form form = assertionForm().with("client_assertion", genuine(FIRST).signed());

    assertThat(SIMULATOR.redeem(form.without("client_assertion_type")).aadsts()).isEqualTo(900144);
    assertThat(SIMULATOR.redeem(form.with("client_assertion_type", "saml")).aadsts())
        .isEqualTo(90023);
  }

  @Test
  void oneCertificateCanBeReplacedWhileTheOtherIsInUse() {
    SIMULATOR
        .entra()
        .change(
            CredentialChange.addCertificate(Contoso.WEB, FIRST.certificate()),
            CredentialChange.addCertificate(Contoso.WEB, SECOND.certificate()));
    assertThat(send(genuine(FIRST)).status()).isEqualTo(200);
    assertThat(send(genuine(SECOND)).status()).isEqualTo(200);

    SIMULATOR.entra().change(CredentialChange.removeCertificate(Contoso.WEB, FIRST.certificate()));

    assertThat(send(genuine(FIRST)).aadsts()).isEqualTo(700027);
    assertThat(send(genuine(SECOND)).status()).isEqualTo(200);
  }

  @Test
  void anExpiredCertificateIsRefused() {
    ClientCertificate old =
        ClientCertificate.create("old", now().minus(Duration.ofDays(9)), now().minusSeconds(60));
    SIMULATOR.entra().change(CredentialChange.addCertificate(Contoso.WEB, old.certificate()));

    TokenReply reply = send(genuine(old));

    assertThat(reply.aadsts()).isEqualTo(700027);
    assertThat(reply.text("error_description")).contains("The key used is expired.");
  }

  @Test
  void aCodeIsRedeemedWithACertificate() {
    SIMULATOR.entra().change(CredentialChange.addCertificate(Contoso.WEB, FIRST.certificate()));
    Form form = Form.webCode(SIMULATOR.code(Form.web(), Contoso.ADA)).without("client_secret");

    TokenReply reply =
        SIMULATOR.redeem(
            form.with(
                    "client_assertion_type", assertionForm().values().get("client_assertion_type"))
                .with("client_assertion", genuine(FIRST).signed()));

    assertThat(reply.idToken().getAudience()).containsExactly(Contoso.WEB);
  }

  @Test
  void aPageThatSendsAnAssertionIsRefused() {
    Form form =
        Form.spaCode(SIMULATOR.code(Form.spa(), Contoso.ADA))
            .with("client_assertion", genuine(FIRST).signed());

    assertThat(SIMULATOR.redeem(form, "Origin", Contoso.ORIGIN).aadsts()).isEqualTo(700025);
  }

  private static Assertion genuine(ClientCertificate certificate) {
    return Assertion.by(certificate, tokenEndpoint(Contoso.TENANT), now());
  }

  private static Assertion alg(ClientCertificate certificate, String algorithm) {
    return genuine(certificate).header("alg", algorithm);
  }

  private static Assertion thumbprintAsKeyId(ClientCertificate certificate) {
    return genuine(certificate).without("x5t#S256").header("kid", sha1(urlSafe()));
  }

  private static Instant now() {
    return SIMULATOR.clock().instant();
  }

  private static String tokenEndpoint(String segment) {
    return SIMULATOR.entra().httpUri() + "/" + segment + "/oauth2/v2.0/token";
  }

  private static String issuer() {
    return SIMULATOR.entra().httpUri() + "/" + Contoso.TENANT + "/v2.0";
  }

  private static String sha1(Base64.Encoder encoding) {
    return Assertion.thumbprint("SHA-1", FIRST, encoding);
  }

  private static String sha256(Base64.Encoder encoding) {
    return Assertion.thumbprint("SHA-256", FIRST, encoding);
  }

  private static Base64.Encoder urlSafe() {
    return Base64.getUrlEncoder().withoutPadding();
  }

  private static Form assertionForm() {
    return Form.clientCredentials()
        .without("client_secret")
        .with("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
  }

  private static TokenReply send(Assertion assertion) {
    return SIMULATOR.redeem(assertionForm().with("client_assertion", assertion.signed()));
  }

  private static Arguments good(String what, UnaryOperator<Assertion> change) {
    return arguments(what, change);
  }

  private static Arguments bad(
      String what, Function<ClientCertificate, Assertion> assertion, int code) {
    return arguments(what, assertion, code, 401);
  }
}
