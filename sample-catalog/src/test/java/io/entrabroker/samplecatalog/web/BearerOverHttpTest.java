package io.entrabroker.samplecatalog.web;

import static io.entrabroker.samplecatalog.web.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.samplecatalog.rules.ClaimOrder;
import io.entrabroker.samplecatalog.rules.SelfSignup;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BearerOverHttpTest {
  private final TestIssuer issuer = new TestIssuer();
  private final Browser browser = new Browser();
  private final SampleCatalog catalog =
      SampleCatalog.builder().realm(issuer.realm()).publicClient("openmetadata-spa").start();

  @AfterEach
  void stop() {
    catalog.close();
    issuer.close();
  }

  private HttpResponse<String> ask(String token) {
    return browser.get(catalog.url() + "/api/v1/users/loggedInUser", token);
  }

  private String good() {
    return TestIssuer.signed(TestIssuer.KEY, issuer.claims().build());
  }

  private static void assertRefused(HttpResponse<String> response, int status, String message) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).get("code").asInt()).isEqualTo(status);
    assertThat(json(response).get("message").asText()).startsWith(message);
  }

  @Test
  void aTokenOfTheRealmShowsItsPerson() {
    HttpResponse<String> answer = ask(good());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).toString())
        .contains(
            "\"name\":\"ada.lovelace\",\"fullyQualifiedName\":\"ada.lovelace\","
                + "\"email\":\"ada.lovelace@contoso.example\",\"displayName\":\"Ada Lovelace\","
                + "\"isAdmin\":false,\"isBot\":false,\"deleted\":false,"
                + "\"teams\":[],\"roles\":[]");
  }

  @Test
  void anotherIssuerAndAnotherAudienceAreAccepted() {
    JWTClaimsSet claims =
        issuer.claims().issuer("https://other.example").audience("account").build();

    assertThat(ask(TestIssuer.signed(TestIssuer.KEY, claims)).statusCode()).isEqualTo(200);
  }

  @Test
  void noTokenIs401() {
    assertRefused(
        browser.get(catalog.url() + "/api/v1/users/loggedInUser"),
        401,
        "Not Authorized! Token not present");
  }

  @Test
  void anEs256TokenIs401() {
    assertRefused(
        ask(TestIssuer.signed(TestIssuer.EC_KEY, issuer.claims().build())),
        401,
        "Not Authorized! Invalid token. Token verification failed. Public key mismatch.");
  }

  @Test
  void anUnsignedTokenIs401() {
    String[] signed = good().split("\\.");
    String unsigned = new PlainJWT(issuer.claims().build()).serialize();
    String header =
        com.nimbusds.jose.util.Base64URL.encode("{\"alg\":\"none\",\"kid\":\"realm-rs\"}")
            .toString();

    assertRefused(ask(header + '.' + signed[1] + '.'), 401, "Not Authorized! Invalid token.");
    assertThat(ask(unsigned).statusCode()).isEqualTo(500);
  }

  @Test
  void anotherKeyUnderTheSameIdIs401() {
    RSAKey impostor = TestIssuer.rsaKey("realm-rs");

    assertRefused(
        ask(TestIssuer.signed(impostor, issuer.claims().build())),
        401,
        "Not Authorized! Invalid token. Token verification failed.");
  }

  @Test
  void anExpiredTokenIs401() {
    Date past = Date.from(Instant.now().minusSeconds(1));
    JWTClaimsSet claims = issuer.claims().expirationTime(past).build();

    assertRefused(ask(TestIssuer.signed(TestIssuer.KEY, claims)), 401, "Expired token!");
  }

  @Test
  void aTokenWithoutUsernameIs401() {
    JWTClaimsSet claims = issuer.claims().claim("preferred_username", null).build();

    assertRefused(
        ask(TestIssuer.signed(TestIssuer.KEY, claims)),
        401,
        "Invalid JWT token, 'username' claim is not present");
  }

  @Test
  void anUnknownKeyIdIs500AndIsAskedForEveryTime() {
    RSAKey unknown = TestIssuer.rsaKey("unknown");
    String token = TestIssuer.signed(unknown, issuer.claims().build());

    assertRefused(ask(token), 500, "JWT Token keyID doesn't match the configured keyID");
    ask(token);
    assertThat(keyRequests()).isEqualTo(2);
  }

  @Test
  void aKnownKeyIsFetchedOnce() {
    ask(good());
    ask(good());

    assertThat(keyRequests()).isEqualTo(1);
  }

  private long keyRequests() {
    return issuer.paths.stream().filter(path -> path.endsWith("/certs")).count();
  }

  @Test
  void aKnownNameWithAnotherEmailIs400() {
    ask(good());
    JWTClaimsSet claims = issuer.claims().claim("email", "ada@fabrikam.example").build();

    assertRefused(ask(TestIssuer.signed(TestIssuer.KEY, claims)), 400, "Account already exists.");
  }

  @Test
  void asInOpenMetadataTheUnknownCanCreateThemselvesAndNobodyElse() {
    try (SampleCatalog strict =
        SampleCatalog.builder()
            .realm(issuer.realm())
            .publicClient("openmetadata-spa")
            .selfSignup(SelfSignup.BY_REQUEST)
            .start()) {
      String users = strict.url() + "/api/v1/users";
      String ada = "{'name':'ada.lovelace','email':'ada.lovelace@contoso.example'}";

      assertThat(browser.get(users + "/loggedInUser", good()).statusCode()).isEqualTo(404);
      assertThat(browser.post(users, good(), "{'name':'bob','email':'b@c.d'}").statusCode())
          .isEqualTo(403);
      assertThat(browser.post(users, good(), "no json").statusCode()).isEqualTo(403);
      assertThat(browser.post(users, "garbage", ada).statusCode()).isEqualTo(401);
      assertThat(browser.post(users, good(), ada).statusCode()).isEqualTo(201);
      assertThat(browser.get(users + "/loggedInUser", good()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theOlderClaimOrderCanBeChosen() {
    try (SampleCatalog older =
        SampleCatalog.builder()
            .realm(issuer.realm())
            .publicClient("openmetadata-spa")
            .principalResolution(new ClaimOrder(List.of("name"), "contoso.example"))
            .start()) {
      JWTClaimsSet claims = issuer.claims().claim("name", "Ada").build();
      HttpResponse<String> answer =
          browser.get(
              older.url() + "/api/v1/users/loggedInUser",
              TestIssuer.signed(TestIssuer.KEY, claims));

      assertThat(json(answer).get("email").asText()).isEqualTo("ada@contoso.example");
    }
  }
}
