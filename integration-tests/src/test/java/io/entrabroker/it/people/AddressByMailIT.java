package io.entrabroker.it.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Person;
import io.entrabroker.it.Someone;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** Nothing proves that the address is the person's own. */
@CleanLog
class AddressByMailIT extends PeopleTest {

  private static final String ELSEWHERE = "elsewhere.example";

  @Test
  void whoeverHasAnAddressThatNobodyVouchesForIsRefused() {
    Someone vera = withAddressElsewhere("Vera");
    trialWith();
    HtmlPage page = assertRefused(vera, "ENTRA4007");

    assertThat(page.asNormalizedText())
        .contains("could not confirm that the e-mail address")
        .doesNotContain(ELSEWHERE);
    assertThat(realm.users()).isEmpty();
  }

  @Test
  void withoutAMailServerNobodyCanBeAsked() {
    Someone vito = withAddressElsewhere("Vito");
    trialWith("untrustedEmail", "verify");

    assertRefused(vito, "ENTRA4007");
    assertThat(logged("ENTRA4007 ")).hasSize(1).first().asString().contains("mail server");
    assertThat(realm.users()).isEmpty();
  }

  @Test
  void whoeverOpensTheLinkInTheMailHasProvenTheAddress() throws Exception {
    Someone viola = withAddressElsewhere("Viola");
    trialWith("untrustedEmail", "verify");
    try (RealmMail mail = RealmMail.of(stack);
        Person person = Person.with(stack)) {
      HtmlPage asked = Person.html(person.signsIn(TRIAL, viola.name()));
      assertThat(asked.asNormalizedText()).containsIgnoringCase("verify your email");
      assertNotInYet(viola, person);
      MimeMessage message = mail.received(1).get(0);
      assertThat(message.getRecipients(Message.RecipientType.TO))
          .extracting(Object::toString)
          .containsExactly(viola.addressAt(ELSEWHERE));
      opens(person, RealmMail.link(message));

      assertThat(user(viola).get("emailVerified").asBoolean()).isTrue();
      assertIsInTheCatalog(viola);
      assertThat(mail.received(1)).hasSize(1);
    }
  }

  @Test
  void aSecondSignInDoesNotHelpWhoeverHasNotOpenedTheLink() {
    Someone vladi = withAddressElsewhere("Vladi");
    trialWith("untrustedEmail", "verify");
    try (RealmMail mail = RealmMail.of(stack);
        Person once = Person.with(stack);
        Person again = Person.with(stack)) {
      once.signsIn(TRIAL, vladi.name());
      assertThat(mail.received(1)).hasSize(1);
      again.signsIn(TRIAL, vladi.name());

      assertNotInYet(vladi, once);
      assertNotInYet(vladi, again);
    }
  }

  @Test
  void aProofByMailJoinsNoLocalAccount() {
    Someone victor = withAddressElsewhere("Victor");
    String address = victor.addressAt(ELSEWHERE);
    String local = realm.createUser(LocalUsers.proven("local.victor", address));
    trialWith("untrustedEmail", "verify", "existingAccount", "link");
    try (RealmMail mail = RealmMail.of(stack)) {
      assertRefused(victor, "ENTRA4102");
    }
    assertThat(realm.links(local)).isEmpty();
    assertThat(realm.users()).hasSize(1);
  }

  private Someone withAddressElsewhere(String given) {
    Someone someone = new Someone(given);
    entra(someone.arrives(), someone.hasMail(someone.addressAt(ELSEWHERE)));
    return someone;
  }

  private void assertNotInYet(Someone someone, Person person) {
    assertThat(person.hasSession()).isFalse();
    assertThat(realm.sessionsOf(userId(someone))).isZero();
    assertThat(user(someone).get("emailVerified").asBoolean()).isFalse();
    assertThat(list(user(someone), "requiredActions")).containsExactly("VERIFY_EMAIL");
  }

  /** Opens a link; where Keycloak asks whether to go on, goes on. */
  private static void opens(Person person, String link) throws Exception {
    Page page = person.open(link);
    if (page instanceof HtmlPage html && !html.getUrl().getPath().equals("/callback")) {
      List<HtmlAnchor> onwards =
          html.getAnchors().stream()
              .filter(anchor -> anchor.getHrefAttribute().contains("action-token"))
              .toList();
      if (!onwards.isEmpty()) {
        onwards.get(0).click();
      }
    }
  }

  private void assertIsInTheCatalog(Someone someone) {
    String token = tokenOf(someone);
    JsonNode claims = Json.claims(token);
    assertThat(claims.get("email").asText()).isEqualTo(someone.addressAt(ELSEWHERE));
    assertThat(claims.get("email_verified").asBoolean()).isTrue();
    assertThat(claims.get("preferred_username").asText()).isEqualTo(someone.name());
    assertThat(catalogUser(token).get("name").asText()).isEqualTo(someone.name());
  }
}
