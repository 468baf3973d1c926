package io.entrabroker.signin;

import static io.entrabroker.signin.IdTokens.CLIENT;
import static io.entrabroker.signin.IdTokens.HOST;
import static io.entrabroker.signin.IdTokens.NONCE;
import static io.entrabroker.signin.IdTokens.NOW;
import static io.entrabroker.signin.IdTokens.TENANT;
import static io.entrabroker.signin.IdTokens.ofAda;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.tenant.TenantId;
import io.entrabroker.tenant.TenantPolicy;
import io.entrabroker.user.MailDomains;
import io.entrabroker.user.PersonRules;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignInReaderTest {

  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final int LONGEST = 64 * 1024;

  @Test
  void aTrustedTokenOfAMemberIsAPerson() {
    assertThat(read(ofAda().signed(), TENANT)).isInstanceOf(SignInReading.Accepted.class);
    assertThat(read(ofAda().claim("azp", CLIENT).signed(), TENANT))
        .isInstanceOf(SignInReading.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "oid,   not a guid, NO_IDENTITY",
    "acct,  1,          GUEST",
    "idtyp, app,        APPLICATION"
  })
  void whoIsNoPersonHereIsRefusedForIt(String claim, String value, Rejection rejection) {
    assertThat(read(ofAda().claim(claim, value).signed(), TENANT))
        .isEqualTo(new SignInReading.Refused(rejection));
  }

  @Test
  void aPersonalAccountIsRefusedInItsOwnTenantToo() {
    String token =
        ofAda().claim("tid", PERSONAL).claim("iss", HOST + "/" + PERSONAL + "/v2.0").signed();

    assertThat(read(token, PERSONAL))
        .isEqualTo(new SignInReading.Refused(Rejection.PERSONAL_ACCOUNT));
  }

  @Test
  void aTokenHasAtMost65536Characters() {
    String token = ofAda().signed();
    String longest = token + "A".repeat(LONGEST - token.length());

    assertThat(SignedToken.parse(longest, Guard.ALL)).isPresent();
    assertThat(SignedToken.parse(longest + "A", Guard.ALL)).isEmpty();
  }

  @Test
  void aTokenShowsInNoText() {
    assertThat(SignedToken.parse(ofAda().signed(), Guard.ALL).orElseThrow())
        .hasToString("SignedToken[***]");
    assertThat(new Pkce("verifier")).hasToString("Pkce[***]");
  }

  @ParameterizedTest
  @EnumSource(Rejection.class)
  void everyRefusalSaysInSentencesWhatHappenedAndWhatToDo(Rejection rejection) {
    assertThat(rejection.code()).matches("ENTRA[1-49]\\d{3}");
    assertThat(rejection.whatHappened()).matches("[A-Z].*\\.");
    assertThat(rejection.whatToDo()).matches("[A-Z].*\\.");
  }

  @ParameterizedTest
  @CsvSource({
    "NO_EMAIL,           NO_EMAIL,           403",
    "EMAIL_UNTRUSTED,    EMAIL_UNTRUSTED,    403",
    "NAME_RESERVED,      NAME_NOT_AVAILABLE, 409",
    "NOT_ADMITTED,       NO_ACCESS,          403",
    "MEMBERSHIP_UNKNOWN, ACCESS_UNKNOWN,     503",
    "KEYS_UNREACHABLE,   UNAVAILABLE,        503",
    "SIGNATURE,          NOT_TRUSTED,        403",
    "GUEST,              NOT_ADMITTED,       403"
  })
  void thePageFitsTheRefusal(Rejection rejection, Page page, int status) {
    assertThat(rejection.page()).isEqualTo(page);
    assertThat(page.status()).isEqualTo(status);
  }

  private static SignInReading read(String token, String tenant) {
    return new SignInReader(IdTokens.publishedKeys(), Guard.ALL)
        .read(
            token,
            new Expectation(
                CLIENT,
                NONCE,
                new TenantPolicy.SingleTenant(TenantId.parse(tenant).orElseThrow()),
                URI.create(HOST),
                NOW),
            PersonRules.strict(MailDomains.none()));
  }
}
