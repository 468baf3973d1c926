package io.entrabroker.it.tenants;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Person;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.CredentialChange;
import io.entrabroker.simulator.tokens.Tampering;
import io.entrabroker.simulator.tokens.TokenSigning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An application whose claims are mapped: Entra signs its ID tokens with a key that stands only in
 * the document for this application ({@code ?appid=}).
 */
@CleanLog
class OwnKeysIT extends PeopleTest {

  // The front and this application together are an authority that nobody else has read keys of:
  // what has been read is not read again for five minutes.
  @BeforeEach
  void theApplicationHasKeysOfItsOwn() {
    entra(
        CredentialChange.useOwnSigningKey(Upstreams.SPA_APP),
        CredentialChange.useOwnSigningKey(Upstreams.WEB_APP));
    upstreams.postWithMappers(
        TRIAL, Upstreams.with(upstreams.spa(), "authority", stack.surroundings().authority()));
  }

  @Test
  void itsOwnKeyIsFoundWithoutASetting() {
    Someone oda = arrived("Oda");

    assertComesIn(oda);
  }

  @Test
  void nobodyElsesSignatureIsTakenForItsOwn() {
    Someone otto = arrived("Otto");
    assertComesIn(otto);
    realm.forgetPeople();

    assertRefusedIfSigned(otto, ownKeyIdOverAForeignSignature(), "ENTRA3003");
    assertRefusedIfSigned(otto, TokenSigning.unknownKeyId(), "ENTRA3003");
    assertRefusedIfSigned(otto, TokenSigning.keyOfApplication(Upstreams.WEB_APP), "ENTRA3003");
    assertComesIn(otto);
  }

  private static TokenSigning ownKeyIdOverAForeignSignature() {
    return (claims, keys) -> {
      String own = TokenSigning.keyOfApplication(Upstreams.SPA_APP).sign(claims, keys);
      String foreign = TokenSigning.unknownKeyId().sign(claims, keys);
      return own.substring(0, own.lastIndexOf('.')) + foreign.substring(foreign.lastIndexOf('.'));
    };
  }

  private void assertRefusedIfSigned(Someone someone, TokenSigning signing, String code) {
    stack.simulator().tamperWithNextIdToken(Tampering.with().signing(signing));
    realm.forgetEvents();
    try (Person person = browser()) {
      realm.assertRefused(Person.html(person.signsIn(TRIAL, someone.name())), code);
      realm.assertNobodyGotIn(person);
    }
  }

  private Someone arrived(String given) {
    Someone someone = new Someone(given);
    entra(someone.arrives());
    return someone;
  }

  private void assertComesIn(Someone someone) {
    try (Person person = browser()) {
      tokenAt(person.signsIn(TRIAL, someone.name()));
    }
  }

  private Person browser() {
    Person person = Person.with(stack);
    person.browser().getOptions().setUseInsecureSSL(true);
    return person;
  }
}
