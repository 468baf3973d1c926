package io.entrabroker.catalog;

import static io.entrabroker.catalog.CatalogVersion.EMAIL_FIRST;
import static io.entrabroker.catalog.CatalogVersion.V1_8;
import static io.entrabroker.catalog.CatalogVersion.V1_9;
import static io.entrabroker.catalog.CatalogVersion.V2_0;
import static io.entrabroker.catalog.Visits.ABSENT;
import static io.entrabroker.catalog.Visits.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.entrabroker.Outcome;
import io.entrabroker.catalog.CatalogIdentity.ClaimMapping;
import io.entrabroker.catalog.CatalogIdentity.ClaimOrder;
import io.entrabroker.catalog.CatalogIdentity.EmailFirst;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityReadingTest {

  private static final ClaimMapping MAPPING = CatalogIdentity.recommendedMapping();
  private static final ClaimOrder ORDER = CatalogIdentity.ClaimOrder.STANDARD;

  @ParameterizedTest
  @CsvSource({
    "V1_8, Ada@Contoso.example, ada@contoso.example",
    "V1_9, Ada@Contoso.example, ada",
    "V2_0, a@b@c, a",
    "EMAIL_FIRST, Ada@Contoso.example, ada",
    "V1_8, ADA, ada",
    "V1_9, ADA.Lovelace+x, ada.lovelace+x",
  })
  void aMappedUsernameIsCutAtTheFirstAtSince19AndAlwaysLowerCase(
      CatalogVersion version, String claim, String username) {
    assertThat(read(version, MAPPING, ada("preferred_username", claim)).username())
        .isEqualTo(username);
  }

  @Test
  void aMappedAddressBecomesLowerCase() {
    assertThat(read(V1_9, MAPPING, ada("email", "Ada@Contoso.EXAMPLE")).email())
        .isEqualTo("ada@contoso.example");
  }

  @Test
  void aMissingEmptyOrOtherUsernameIsRefused() {
    Refused missing = new Refused(401, "Invalid JWT token, 'username' claim is not present");

    for (Object value : Arrays.asList(ABSENT, "", null, 7, List.of("ada"))) {
      assertThat(refused(V1_9, MAPPING, ada("preferred_username", value))).isEqualTo(missing);
    }
  }

  @Test
  void anAddressWithoutAtIsRefusedInItsOwnWords() {
    assertThat(refused(V1_9, MAPPING, ada("email", "Ada")))
        .isEqualTo(
            new Refused(401, "Invalid JWT token, 'email' claim is not present or invalid : Ada"));
    for (Object value : Arrays.asList(ABSENT, "", null, List.of("ada@contoso.example"))) {
      assertThat(refused(V1_9, MAPPING, ada("email", value)))
          .isEqualTo(
              new Refused(401, "Invalid JWT token, 'email' claim is not present or invalid : "));
    }
  }

  @Test
  void claimNamesAreReadWithoutRegardToCase() {
    Map<String, Object> claims = Map.of("EMAIL", "ada@contoso.example", "Preferred_Username", "x");

    assertThat(read(V1_9, MAPPING, claims).username()).isEqualTo("x");
    assertThat(read(V1_9, ORDER, claims).username()).isEqualTo("ada");
  }

  @ParameterizedTest
  @EnumSource(CatalogVersion.class)
  void theFirstClaimOfTheListThatIsThereGivesBoth(CatalogVersion version) {
    Candidate byEmail = read(version, ORDER, ada("email", "Ada@Home.example"));
    Candidate byName = read(version, ORDER, ada("email", ABSENT));
    Candidate bySub = read(version, ORDER, Map.of("sub", "S-1"));

    assertThat(byEmail.username()).isEqualTo("ada");
    assertThat(byEmail.email()).isEqualTo("ada@home.example");
    assertThat(byName.username()).isEqualTo("ada");
    assertThat(byName.email()).isEqualTo("ada@contoso.example");
    assertThat(bySub.username()).isEqualTo("s-1");
    assertThat(bySub.email()).isEqualTo("s-1@contoso.example");
  }

  @Test
  void aFirstClaimThatIsNoTextIsRefusedAndNotSkipped() {
    Refused none =
        new Refused(
            401,
            "Invalid JWT token, none of the following claims are present [email,"
                + " preferred_username, sub]");

    assertThat(refused(V1_9, ORDER, Map.of())).isEqualTo(none);
    for (Object value : Arrays.asList(null, 7, List.of("ada@contoso.example"), Map.of())) {
      assertThat(refused(V1_9, ORDER, ada("email", value))).isEqualTo(none);
    }
  }

  @Test
  void anEmptyFirstClaimIsTaken() {
    Candidate nobody = read(V1_9, ORDER, ada("email", ""));

    assertThat(nobody.username()).isEmpty();
    assertThat(nobody.email()).isEqualTo("@contoso.example");
  }

  @Test
  void anAddressOfADomainAloneIsStillAnAddress() {
    assertThat(read(V1_9, MAPPING, ada("email", "@Home.example")).email())
        .isEqualTo("@home.example");
    assertThat(read(V1_9, ORDER, ada("email", "@home.example")).email()).isEqualTo("@home.example");
  }

  @Test
  void aBotsTokenIsReadByTheListWhateverIsMapped() {
    Map<String, Object> bot = Map.of("isBot", true, "sub", "Ingestion-Bot");

    assertThat(read(V1_9, MAPPING, bot).username()).isEqualTo("ingestion-bot");
    assertThat(read(EMAIL_FIRST, withFallback(), bot).username()).isEqualTo("ingestion-bot");
    assertThat(refused(EMAIL_FIRST, emailFirst(), bot).message()).endsWith("are present []");
    assertThat(refused(V1_9, MAPPING, Map.of("isBot", "true", "sub", "x")).message())
        .contains("'username'");
  }

  @Test
  void emailFirstReadsTheAddressAlone() {
    Candidate ada =
        read(
            EMAIL_FIRST,
            emailFirst(),
            ada("email", "Ada.L@Contoso.example", "preferred_username", "x"));

    assertThat(ada)
        .isEqualTo(
            new Candidate("ada.l", "ada.l@contoso.example", "contoso.example", Lookup.BY_EMAIL));
  }

  @Test
  void emailFirstSaysWhatIsWrongWithTheAddress() {
    assertThat(refused(EMAIL_FIRST, emailFirst(), ada("email", ABSENT)))
        .isEqualTo(
            new Refused(401, "Authentication failed: email claim 'email' not found in token"));
    for (String wrong :
        List.of("", "ada", "o'brien@contoso.example", "ada@contoso", "ä@c.example")) {
      assertThat(refused(EMAIL_FIRST, emailFirst(), ada("email", wrong)))
          .isEqualTo(
              new Refused(401, "Authentication failed: invalid email format in claim 'email'"));
    }
  }

  @Test
  void emailFirstBreaksOnAnAddressThatIsNoText() {
    for (Object value : Arrays.asList(null, List.of("ada@contoso.example"), 7)) {
      assertThat(refused(EMAIL_FIRST, withFallback(), ada("email", value)).status()).isEqualTo(500);
    }
  }

  @Test
  void emailFirstWithTheDefaultListFallsBackOnItInsteadOfRefusing() {
    Candidate brien = read(EMAIL_FIRST, withFallback(), ada("email", "O'Brien@contoso.example"));
    Candidate bySub = read(EMAIL_FIRST, withFallback(), Map.of("sub", "S-1"));

    assertThat(brien.username()).isEqualTo("o'brien");
    assertThat(brien.lookup()).isEqualTo(Lookup.BY_NAME);
    assertThat(bySub.email()).isEqualTo("s-1@contoso.example");
  }

  @Test
  void emailFirstIsNoSettingOfOlderVersions() {
    CatalogSetup older = Visits.setup(V2_0, ClientKind.PUBLIC);

    assertThatIllegalArgumentException().isThrownBy(() -> older.with(emailFirst()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> older.with(new CatalogAdmins(java.util.Set.of(), java.util.Set.of("a"))));
  }

  @Test
  void aNullNameInTheMapIsNobodysClaim() {
    Map<String, Object> claims = new HashMap<>(ada());
    claims.put(null, "x");

    assertThat(read(V1_8, MAPPING, claims).username()).isEqualTo("ada");
  }

  @Test
  void whatIsPersonalIsNotPrinted() {
    Candidate ada = read(V1_9, MAPPING, ada());

    CatalogAccount account = CatalogAccount.named("ada", "ada@contoso.example");

    assertThat(ada).hasToString("Candidate[***]");
    assertThat(account).hasToString("CatalogAccount[***]");
    assertThat(account.accepted()).hasToString("Accepted[***]");
    assertThat(new Refused(400, "ada").toString()).isEqualTo("Refused[400]");
  }

  private static EmailFirst emailFirst() {
    return new EmailFirst("email", "name", new ClaimOrder(List.of()));
  }

  private static EmailFirst withFallback() {
    return new EmailFirst("email", "name", ORDER);
  }

  private static Outcome<Candidate, Refused> answer(
      CatalogVersion version, CatalogIdentity identity, Map<String, Object> claims) {
    CatalogSetup setup = Visits.setup(version, ClientKind.CONFIDENTIAL).with(identity);
    return identity.read(CatalogClaims.of(claims), setup);
  }

  private static Candidate read(
      CatalogVersion version, CatalogIdentity identity, Map<String, Object> claims) {
    return answer(version, identity, claims)
        .fold(
            yes -> yes,
            no -> {
              throw new AssertionError(no.status() + " " + no.message());
            });
  }

  private static Refused refused(
      CatalogVersion version, CatalogIdentity identity, Map<String, Object> claims) {
    return answer(version, identity, claims)
        .fold(
            yes -> {
              throw new AssertionError("accepted");
            },
            no -> no);
  }
}
