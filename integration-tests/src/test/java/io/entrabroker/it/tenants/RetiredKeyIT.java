package io.entrabroker.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Person;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.faults.Endpoint;
import io.entrabroker.simulator.faults.Exchange;
import io.entrabroker.simulator.keys.KeyRing;
import io.entrabroker.simulator.keys.SigningKey;
import io.entrabroker.simulator.tokens.Tampering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Microsoft replaces a key: what the old one has signed is good for another day at most. */
@CleanLog
class RetiredKeyIT extends PeopleTest {

  private static final Duration NEARLY_A_DAY = Duration.ofHours(24).minusMinutes(10);
  private static final SigningKey OLD = new KeyRing().current();

  private Duration ahead = Duration.ZERO;

  // The front and this application together are an authority whose keys no other test reads.
  @BeforeEach
  void theOldKeyHasBeenPublishedAndIsNoLonger() {
    upstreams.postWithMappers(
        TRIAL, Upstreams.with(upstreams.implicit(), "authority", stack.surroundings().authority()));
    stack.simulator().faults().at(Endpoint.KEYS).always(this::withTheOldKey);
    assertThat(upstreams.reloadKeys(TRIAL).body().asText()).isEqualTo("true");
    stack.simulator().faults().at(Endpoint.KEYS).clear();
  }

  @AfterEach
  void itIsNowAgain() {
    stack.simulator().faults().at(Endpoint.KEYS).clear();
    passes(ahead.negated());
  }

  @Test
  void itsTokensAreRefusedADayAfterItWasLastSeen() {
    Someone rita = arrived("Rita");
    passes(NEARLY_A_DAY);

    assertThat(signedInByTheOldKey(rita).hasSession).isTrue();
    passes(Duration.ofMinutes(11));
    Visit late = signedInByTheOldKey(rita);
    assertThat(late.hasSession).isFalse();
    assertThat(signedIn(rita).hasSession).isTrue();
    passes(ahead.negated());
    realm.assertRefused(late.page(), "ENTRA3003");
  }

  @Test
  void itsTokensAreRefusedAtOnceWhereTheKeysHaveBeenReloaded() {
    Someone rolf = arrived("Rolf");
    assertThat(signedInByTheOldKey(rolf).hasSession).isTrue();
    assertThat(upstreams.reloadKeys(TRIAL).body().asText()).isEqualTo("true");

    Visit late = signedInByTheOldKey(rolf);
    assertThat(late.hasSession).isFalse();
    realm.assertRefused(late.page(), "ENTRA3003");
    assertThat(signedIn(rolf).hasSession).isTrue();
  }

  /** Where a visit ended. */
  private record Visit(Page end, boolean hasSession) {
    HtmlPage page() {
      return Person.html(end);
    }
  }

  private Visit signedInByTheOldKey(Someone someone) {
    stack
        .simulator()
        .tamperWithNextIdToken(Tampering.with().signing((claims, keys) -> old(claims)));
    return signedIn(someone);
  }

  private Visit signedIn(Someone someone) {
    try (Person person = Person.with(stack)) {
      person.browser().getOptions().setUseInsecureSSL(true);
      Page end = person.signsIn(TRIAL, someone.name());
      return new Visit(end, person.hasSession());
    }
  }

  private static String old(Map<String, Object> claims) {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(OLD.keyId()).build();
    JWSObject token = new JWSObject(header, new Payload(claims));
    try {
      token.sign(new RSASSASigner(OLD.jwk()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private void withTheOldKey(Exchange exchange) throws Exception {
    Exchange.Answer genuine = exchange.genuine();
    ObjectNode set = (ObjectNode) Json.read(genuine.body());
    ObjectNode key = new ObjectMapper().valueToTree(OLD.jwk().toPublicJWK().toJSONObject());
    key.put("issuer", stack.surroundings().login().origin() + "/{tenantid}/v2.0");
    set.withArray("keys").add(key);
    exchange.send(genuine.withBody(set.toString()));
  }

  private Someone arrived(String given) {
    Someone someone = new Someone(given);
    entra(someone.arrives());
    return someone;
  }

  /** Time passes, for Keycloak and for Microsoft; an administrator's token is too old then. */
  private void passes(Duration time) {
    ahead = ahead.plus(time);
    stack.clock().advance(time);
    try (Person operator = Person.with(stack)) {
      String clock = stack.keycloak().realmUri() + "/clock?seconds=" + ahead.toSeconds();
      WebRequest request = new WebRequest(new URL(clock), HttpMethod.POST);
      assertThat(operator.browser().getPage(request).getWebResponse().getContentAsString())
          .isEqualTo(String.valueOf(ahead.toSeconds()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
