package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.entrabroker.simulator.directory.CredentialChange;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.FederatedIdentityCredential;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of external issuers as credentials: no secret is known to both sides. */
class FederatedCredentialTest {

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.ofContoso();

  private ExternalIssuer external;

  @BeforeEach
  void start() {
    external = new ExternalIssuer();
    trust(external.issuer(), "service-account-broker", "api://AzureADTokenExchange");
  }

  @AfterEach
  void stop() {
    external.close();
    SIMULATOR.entra().replaceDirectory(Directory.contoso());
  }

  @Test
  void aTokenThatFitsIsACredential() {
    assertThat(send(token()).status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0} is AADSTS{2}")
  @MethodSource("unfit")
  void aTokenThatDoesNotFitIsRefused(String what, UnaryOperator<Assertion> change, int code) {
    TokenReply reply = send(change.apply(token()));

    assertThat(reply.aadsts()).isEqualTo(code);
    assertThat(reply.text("error")).isEqualTo("invalid_client");
    assertThat(reply.status()).isEqualTo(401);
  }

  static Stream<Arguments> unfit() {
    return Stream.of(
        unfit("another issuer", a -> a.claim("iss", "https://evil.example"), 700211),
        unfit("another subject", a -> a.claim("sub", "service-account-other"), 700213),
        unfit("a subject in another case", a -> a.claim("sub", "Service-Account-Broker"), 7002138),
        unfit("another audience", a -> a.claim("aud", "account"), 700212),
        unfit(
            "one audience too many",
            a -> a.claim("aud", List.of("api://AzureADTokenExchange", "account")),
            700212),
        unfit("no audience", a -> a.without("aud"), 700212),
        unfit(
            "an expired one",
            a -> a.claim("exp", SIMULATOR.clock().instant().minusSeconds(360).getEpochSecond()),
            700024),
        unfit("a key id that is not published", a -> a.header("kid", "unknown"), 700027));
  }

  @Test
  void aTokenBySomebodyElsesKeyIsRefused() {
    try (ExternalIssuer attacker = new ExternalIssuer()) {
      Assertion forged =
          attacker.token(SIMULATOR.clock().instant()).claim("iss", external.issuer());

      assertThat(send(forged).aadsts()).isEqualTo(700027);
    }
  }

  @Test
  void onlyRs256IsSupported() {
    TokenReply reply = send(token().header("alg", "PS256"));

    assertThat(reply.aadsts()).isEqualTo(5002730);
    assertThat(reply.text("error")).isEqualTo("invalid_request");
  }

  @Test
  void anApplicationWithoutFederatedCredentialsTrustsNobody() {
    SIMULATOR.entra().replaceDirectory(Directory.contoso());

    TokenReply reply = send(token());

    assertThat(reply.aadsts()).isEqualTo(70021);
    assertThat(reply.status()).isEqualTo(400);
  }

  @Test
  void aCredentialThatWasRemovedIsNoLongerGood() {
    SIMULATOR.entra().change(CredentialChange.removeFederatedCredential(Contoso.WEB, "broker"));

    assertThat(send(token()).aadsts()).isEqualTo(70021);
  }

  @Test
  void keysAreKeptAndFetchedAgainForAnUnknownKeyId() {
    send(token());
    send(token());
    assertThat(external.keyRequests()).isEqualTo(1);

    external.rollsOverTo("external-2");

    assertThat(send(token()).status()).isEqualTo(200);
    assertThat(external.keyRequests()).isEqualTo(2);
  }

  @Test
  void anIssuerThatCannotBeReachedIsReported() {
    Assertion token = token();
    external.close();

    TokenReply reply = send(token);

    assertThat(reply.aadsts()).isEqualTo(50166);
    assertThat(reply.text("error")).isEqualTo("invalid_request");
  }

  @Test
  void anIssuerWhoseMetadataNamesSomebodyElseIsReported() {
    external.liesAboutItsName();

    assertThat(send(token()).aadsts()).isEqualTo(50166);
  }

  @Test
  void aPersonsTokenOfEntraIsNoCredential() {
    TokenReply person = SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA);

    assertThat(send(person.text("id_token")).aadsts()).isEqualTo(700229);
  }

  @Test
  void anApplicationsTokenOfEntraIsACredential() {
    TokenReply application = SIMULATOR.redeem(Form.clientCredentials());
    SIMULATOR.entra().replaceDirectory(Directory.contoso());
    trust(
        application.accessToken().getIssuer(), application.accessToken().getSubject(), Contoso.API);

    assertThat(send(application.text("access_token")).status()).isEqualTo(200);
  }

  private Assertion token() {
    return external.token(SIMULATOR.clock().instant());
  }

  private static void trust(String issuer, String subject, String audience) {
    SIMULATOR
        .entra()
        .change(
            CredentialChange.addFederatedCredential(
                Contoso.WEB,
                new FederatedIdentityCredential("broker", issuer, subject, List.of(audience))));
  }

  private static TokenReply send(Assertion assertion) {
    return send(assertion.signed());
  }

  private static TokenReply send(String assertion) {
    return SIMULATOR.redeem(
        Form.clientCredentials()
            .without("client_secret")
            .with("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
            .with("client_assertion", assertion));
  }

  private static Arguments unfit(String what, UnaryOperator<Assertion> change, int code) {
    return arguments(what, change, code);
  }
}
