package io.entrabroker.keys;

import static io.entrabroker.keys.FakeEndpoint.DOWN;
import static io.entrabroker.keys.Jwks.ONE;
import static io.entrabroker.keys.Jwks.PERSONAL;
import static io.entrabroker.keys.Jwks.TWO;
import static io.entrabroker.keys.Jwks.key;
import static io.entrabroker.keys.Jwks.set;
import static io.entrabroker.keys.Jwks.with;
import static io.entrabroker.keys.KeyDocument.OF_APPLICATION;
import static io.entrabroker.keys.KeyDocument.OF_AUTHORITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.Parsed;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityKeysTest {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private final FakeEndpoint endpoint = new FakeEndpoint().answers(set(key("old")));
  private final AuthorityKeys keys = new AuthorityKeys();
  private Instant now = START;

  @Test
  void theFirstSignInReadsTheKeysAndTheNextOnesDoNot() {
    assertThat(find("old")).isInstanceOf(KeyLookup.Found.class);
    after(Duration.ofMinutes(59));
    assertThat(find("old")).isInstanceOf(KeyLookup.Found.class);

    assertThat(endpoint.asked).containsExactly(OF_AUTHORITY);
  }

  @Test
  void theKeysAreReadAgainEveryHour() {
    find("old");
    after(Duration.ofHours(1));
    find("old");

    assertThat(endpoint.asked).containsExactly(OF_AUTHORITY, OF_AUTHORITY);
  }

  @Test
  void afterARolloverTheUnknownKeyIsReadAtOnce() {
    find("old");
    endpoint.answers(set(key("new", TWO)));
    after(Duration.ofMinutes(5));

    assertThat(find("new")).isEqualTo(found("new", TWO));
  }

  @Test
  void unknownKeysAreNotAskedForMoreOftenThanEveryFiveMinutes() {
    find("old");
    endpoint.asked.clear();
    for (int second = 0; second < 3600; second += 10) {
      now = START.plusSeconds(second);
      assertThat(find("made-up-" + second)).isInstanceOf(KeyLookup.Unknown.class);
    }

    assertThat(endpoint.asked.stream().filter(OF_AUTHORITY::equals)).hasSize(11);
    assertThat(endpoint.asked.stream().filter(OF_APPLICATION::equals)).hasSize(11);
  }

  @Test
  void aRetiredKeyIsTrustedForADayAndNoLonger() {
    find("old");
    endpoint.answers(set(key("new", TWO)));
    after(Duration.ofHours(2));
    find("new");

    after(Duration.ofHours(22).minusSeconds(1));
    assertThat(find("old")).isEqualTo(found("old", ONE));
    after(Duration.ofSeconds(1));
    assertThat(find("old")).isInstanceOf(KeyLookup.Unknown.class);
  }

  @Test
  void aKeyThatIsStillPublishedIsTrustedOn() {
    for (int hour = 0; hour < 72; hour++) {
      assertThat(find("old")).isInstanceOf(KeyLookup.Found.class);
      after(Duration.ofHours(1));
    }
  }

  @Test
  void anAdministratorsReloadDropsARetiredKeyAtOnce() {
    find("old");
    endpoint.answers(set(key("new", TWO)));

    assertThat(keys.reload(now, endpoint)).isTrue();
    assertThat(find("old")).isInstanceOf(KeyLookup.Unknown.class);
    assertThat(find("new")).isEqualTo(found("new", TWO));
  }

  @Test
  void aReloadThatFailsTakesNothingAway() {
    find("old");
    endpoint.answers(DOWN);

    assertThat(keys.reload(now, endpoint)).isFalse();
    assertThat(find("old")).isEqualTo(found("old", ONE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {DOWN, "", "{\"keys\":[]}", "<html>a proxy's page</html>", "{\"error\":\"no\"}"})
  void whileTheEndpointIsDownOrLiesTheLastGoodSetIsUsed(String answer) {
    find("old");
    endpoint.answers(answer);

    for (int hour = 1; hour < 24; hour++) {
      now = START.plus(Duration.ofHours(hour));
      assertThat(find("old")).as("after %s hours", hour).isEqualTo(found("old", ONE));
    }
  }

  @Test
  void aSetOfForeignKeysDoesNotReplaceTheLastGoodOne() {
    find("old");
    endpoint.answers(set(with(key("old", TWO), "issuer", PERSONAL)));
    after(Duration.ofHours(1));

    assertThat(find("old")).isEqualTo(found("old", ONE));
  }

  @Test
  void noKeyIsTrustedThatWasNotSeenForADay() {
    find("old");
    endpoint.answers(DOWN);
    after(Duration.ofHours(24));

    assertThat(find("old")).isInstanceOf(KeyLookup.Unreachable.class);
  }

  @Test
  void whileTheEndpointIsDownAnUnknownKeyIsNotCalledForged() {
    find("old");
    endpoint.answers(DOWN);
    after(Duration.ofMinutes(5));

    assertThat(find("new")).isInstanceOf(KeyLookup.Unreachable.class);
  }

  @Test
  void anEndpointThatFailsWithAGoodSetAtHandIsAskedEveryFiveMinutes() {
    find("old");
    endpoint.answers(DOWN);
    endpoint.asked.clear();
    for (int second = 3600; second < 7200; second += 10) {
      now = START.plusSeconds(second);
      find("old");
    }

    assertThat(endpoint.asked).hasSize(12).containsOnly(OF_AUTHORITY);
  }

  @Test
  void withoutAnyKeyTheEndpointIsAskedAgainSoonButLessAndLessOften() {
    endpoint.answers(DOWN);
    for (int second = 0; second < 600; second++) {
      now = START.plusSeconds(second);
      assertThat(find("old")).isInstanceOf(KeyLookup.Unreachable.class);
    }

    assertThat(endpoint.asked).hasSizeBetween(10, 20);
    endpoint.answers(set(key("old")));
    after(Duration.ofMinutes(1));
    assertThat(find("old")).isEqualTo(found("old", ONE));
  }

  @Test
  void anApplicationsOwnKeyIsLookedForWhereTheAuthoritysDoNotHaveIt() {
    endpoint.answers(OF_APPLICATION, set(key("old"), key("own", TWO)));

    assertThat(find("own")).isEqualTo(found("own", TWO));
    assertThat(endpoint.asked).containsExactly(OF_AUTHORITY, OF_APPLICATION);
  }

  @Test
  void anApplicationWithKeysOfItsOwnHasBothDocumentsReadEveryHour() {
    endpoint.answers(OF_APPLICATION, set(key("own", TWO)));
    find("own");
    for (int hour = 1; hour < 48; hour++) {
      now = START.plus(Duration.ofHours(hour));
      assertThat(find("own")).isEqualTo(found("own", TWO));
      assertThat(find("old")).isEqualTo(found("old", ONE));
    }
  }

  @Test
  void anAdministratorsReloadReadsTheApplicationsKeysToo() {
    endpoint.answers(OF_APPLICATION, set(key("own", TWO)));
    find("own");
    endpoint.answers(OF_APPLICATION, set(key("own-2", TWO)));

    assertThat(keys.reload(now, endpoint)).isTrue();
    assertThat(find("own-2")).isEqualTo(found("own-2", TWO));
    assertThat(find("own")).isInstanceOf(KeyLookup.Unknown.class);
  }

  @Test
  void theAuthoritysKeyGoesBeforeTheApplicationsOfTheSameId() {
    endpoint.answers(OF_APPLICATION, set(key("old", TWO), key("own", TWO)));
    find("own");

    assertThat(find("old")).isEqualTo(found("old", ONE));
  }

  @Test
  void theNewestMaterialOfAnIdIsTheOneThatCounts() {
    find("old");
    endpoint.answers(set(key("old", TWO)));
    after(Duration.ofHours(1));

    assertThat(find("old")).isEqualTo(found("old", TWO));
  }

  @Test
  void anEndpointThatMakesUpKeysDoesNotFillTheMemory() {
    for (int minute = 0; minute < 24 * 60; minute += 5) {
      now = START.plus(Duration.ofMinutes(minute));
      Map<String, Object>[] made = madeUp(minute);
      endpoint.answers(OF_AUTHORITY, set(made)).answers(OF_APPLICATION, set(made));
      find("unknown");
    }

    assertThat(find("k0-99")).isInstanceOf(KeyLookup.Unknown.class);
    assertThat(find("k1435-99")).isInstanceOf(KeyLookup.Found.class);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object>[] madeUp(int minute) {
    Map<String, Object>[] made = new Map[100];
    for (int i = 0; i < made.length; i++) {
      made[i] = new HashMap<>(key("k" + minute + "-" + i));
    }
    return made;
  }

  @Test
  void aClockThatWasSetBackDoesNotStopTheReadings() {
    find("old");
    endpoint.answers(set(key("new", TWO)));
    now = START.minus(Duration.ofHours(5));

    assertThat(find("new")).isEqualTo(found("new", TWO));
  }

  @Test
  void whileOneReadsTheOthersGoOnWithTheLastGoodSet() throws Exception {
    find("old");
    after(Duration.ofHours(1));
    HeldEndpoint slow = new HeldEndpoint(endpoint);
    CompletableFuture<KeyLookup> reader =
        CompletableFuture.supplyAsync(() -> keys.key("old", now, slow));
    assertThat(slow.isAsked.await(1, TimeUnit.MINUTES)).isTrue();

    assertThat(keys.key("old", now, never())).isEqualTo(found("old", ONE));
    slow.mayAnswer.countDown();
    assertThat(reader.get(1, TimeUnit.MINUTES)).isEqualTo(found("old", ONE));
  }

  @Test
  void whoeverNeedsANewKeyWaitsForTheOneWhoReads() throws Exception {
    find("old");
    endpoint.answers(set(key("new", TWO)));
    after(Duration.ofMinutes(5));
    HeldEndpoint slow = new HeldEndpoint(endpoint);
    CompletableFuture<KeyLookup> reader =
        CompletableFuture.supplyAsync(() -> keys.key("new", now, slow));
    assertThat(slow.isAsked.await(1, TimeUnit.MINUTES)).isTrue();
    CompletableFuture<KeyLookup> other =
        CompletableFuture.supplyAsync(() -> keys.key("new", now, never()));
    slow.mayAnswer.countDown();

    assertThat(reader.get(1, TimeUnit.MINUTES)).isEqualTo(found("new", TWO));
    assertThat(other.get(1, TimeUnit.MINUTES)).isEqualTo(found("new", TWO));
  }

  /** An endpoint that answers when a test lets it. */
  private record HeldEndpoint(
      KeyEndpoint endpoint, CountDownLatch isAsked, CountDownLatch mayAnswer)
      implements KeyEndpoint {

    HeldEndpoint(KeyEndpoint endpoint) {
      this(endpoint, new CountDownLatch(1), new CountDownLatch(1));
    }

    @Override
    public Parsed<KeySet> read(KeyDocument document) {
      isAsked.countDown();
      try {
        mayAnswer.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return endpoint.read(document);
    }
  }

  private static KeyEndpoint never() {
    return document -> {
      throw new AssertionError(document);
    };
  }

  private void after(Duration time) {
    now = now.plus(time);
  }

  private KeyLookup find(String keyId) {
    return keys.key(keyId, now, endpoint);
  }

  private static KeyLookup found(String keyId, RSAPublicKey key) {
    return new KeyLookup.Found(new PublishedKey(keyId, Jwks.ANY_TENANT, key));
  }
}
