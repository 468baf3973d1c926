package io.entrabroker.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.RefreshNow;
import io.entrabroker.it.Someone;
import io.entrabroker.it.browser.Needs;
import io.entrabroker.it.browser.Tool;
import io.entrabroker.simulator.directory.UserChange;
import io.entrabroker.simulator.faults.Endpoint;
import io.entrabroker.simulator.faults.Fault;
import io.entrabroker.simulator.faults.HeldAnswer;
import io.entrabroker.simulator.policy.Moment;
import io.entrabroker.simulator.policy.SignInRule;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both nodes look after all sessions, and do it once. */
@Needs(Tool.INITDB)
class StayingCurrentOnTwoNodesIT extends ClusterTest {

  private static final int SESSIONS = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration BEFORE_A_CLAIM_LAPSES = Duration.ofSeconds(240);
  private static final Duration AFTER_A_CLAIM_LAPSED = Duration.ofSeconds(361);

  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  StayingCurrentOnTwoNodesIT() throws IOException, InterruptedException {}

  @AfterEach
  void nobodyIsLeft() {
    threads.shutdownNow();
  }

  @Test
  void twoNodesThatLookAtTheSameMomentRedeemEachTokenOnce() throws Exception {
    assertThat(Files.readString(two().logFile())).containsPattern("cluster view[^\\n]*\\(2\\)");
    trialWith();
    List<Someone> people =
        IntStream.range(0, SESSIONS).mapToObj(i -> new Someone("Nora" + i)).toList();
    for (int i = 0; i < SESSIONS; i++) {
      signedIn(people.get(i), i % 2 == 0 ? one() : two());
    }
    List<String> due = issued.texts(IssuedTokens.Kind.REFRESH_TOKEN);
    assertThat(due).hasSize(SESSIONS);
    issued.slowly(Duration.ofMillis(200));
    for (int interval = 0; interval < 3; interval++) {
      issued.forget();
      entra().clearRequests();
      onOne().makeDue();
      CyclicBarrier together = new CyclicBarrier(2);
      Future<Integer> byOne = running(onOne(), together);
      Future<Integer> byTwo = running(onTwo(), together);

      assertThat(byOne.get(2, TimeUnit.MINUTES)).isBetween(1, SESSIONS - 1);
      assertThat(byTwo.get(2, TimeUnit.MINUTES)).isBetween(1, SESSIONS - 1);
      assertThat(onTwo().rowsAtRest()).hasSize(SESSIONS);
      assertThat(redeemed()).containsExactlyInAnyOrderElementsOf(due);
      due = issued.texts(IssuedTokens.Kind.REFRESH_TOKEN);
    }
    assertThat(people).allMatch(person -> sessionsOf(person, one()) == 1);
  }

  // The count above is worth something: whoever did not respect a claim would be seen.
  @Test
  void withoutTheClaimTheSameTokenWouldBeRedeemedTwiceAndTheLaterNodeChangesNothing()
      throws Exception {
    trialWith();
    Someone nick = new Someone("Nick");
    signedIn(nick, one());
    List<String> ofSignIn = issued.texts(IssuedTokens.Kind.REFRESH_TOKEN);
    HeldAnswer held = entra().faults().at(Endpoint.TOKEN).holdNext();
    onOne().makeDue();
    Future<Integer> late = threads.submit(() -> onOne().whatIsDue());
    assertThat(held.awaitRequest(PATIENCE)).isTrue();
    assertThat(onTwo().whatIsDue()).isZero();
    assertThat(redeemed()).hasSize(1);
    // Takes the claim away from the first node.
    onTwo().makeDue();
    issued.forget();
    assertThat(onTwo().whatIsDue()).isEqualTo(1);

    assertThat(redeemed()).hasSize(2).containsOnlyElementsOf(ofSignIn);
    held.release();
    assertThat(late.get(1, TimeUnit.MINUTES)).isEqualTo(1);
    entra().clearRequests();
    List<String> ofTheSecondNode = issued.texts(IssuedTokens.Kind.REFRESH_TOKEN);
    assertThat(onOne().everySession()).isEqualTo(1);
    assertThat(redeemed()).isEqualTo(ofTheSecondNode).hasSize(1);
    assertThat(sessionsOf(nick, two())).isEqualTo(1);
  }

  @Test
  void aSessionThatBeganAtOneNodeIsRefreshedAndEndedByTheOther() throws Exception {
    trialWith();
    Someone nell = new Someone("Nell");
    Visitor visitor = signedIn(nell, one());
    assertThat(visitor.sentTo(one(), "none")).containsPattern("[?&#]code=");
    assertThat(onTwo().everySession()).isEqualTo(1);
    assertThat(sessionsOf(nell, one())).isEqualTo(1);
    entra().change(UserChange.disable(nell.objectId()));
    assertThat(onTwo().everySession()).isEqualTo(1);

    assertThat(visitor.sentTo(one(), "none")).contains("error=login_required");
    assertThat(sessionsOf(nell, one())).isZero();
    assertThat(sessionsOf(nell, two())).isZero();
    assertThat(onOne().kept()).isZero();
    JsonNode event = admin().get("/openmetadata/events?type=LOGOUT").get(0);
    assertThat(event.at("/details/reason").asText()).isEqualTo("ENTRA5601");
  }

  @Test
  void whoeverOneNodeWantsToSeeAgainIsSentToEntraByTheOther() throws Exception {
    trialWith();
    Someone nina = new Someone("Nina");
    Visitor visitor = signedIn(nina, one());
    entra().signInRules().add(SignInRule.demandingMfa().at(Moment.REFRESH));
    assertThat(onTwo().everySession()).isEqualTo(1);

    assertThat(visitor.sentTo(one(), "none")).contains("error=login_required");
    assertThat(sessionsOf(nina, one())).isEqualTo(1);
    assertThat(onOne().kept()).isZero();
  }

  @Test
  void whatANodeHadClaimedThatDiedIsRefreshedByTheOther() throws Exception {
    trialWith();
    Someone nele = new Someone("Nele");
    signedIn(nele, one());
    HeldAnswer held = entra().faults().at(Endpoint.TOKEN).holdNext();
    onOne().makeDue();
    Future<Integer> dying = threads.submit(() -> onOne().whatIsDue());
    assertThat(held.awaitRequest(PATIENCE)).isTrue();
    cluster.firstDies();
    held.release();
    try {
      assertThat(dying).failsWithin(PATIENCE);
      assertThat(onTwo().whatIsDue()).isZero();
      assertThat(onTwo().whatIsDueIn(BEFORE_A_CLAIM_LAPSES)).isZero();
      assertThat(onTwo().rows()).hasSize(1).allMatch(RefreshNow.Row::isClaimed);
      issued.forget();
      assertThat(onTwo().whatIsDueIn(AFTER_A_CLAIM_LAPSED)).isEqualTo(1);

      assertThat(onTwo().rowsAtRest()).hasSize(1);
      assertThat(sessionsOf(nele, two())).isEqualTo(1);
      entra().clearRequests();
      assertThat(onTwo().everySession()).isEqualTo(1);
      assertThat(redeemed())
          .isEqualTo(List.of(issued.texts(IssuedTokens.Kind.REFRESH_TOKEN).get(0)));
    } finally {
      cluster.firstIsReplaced();
    }
  }

  @Test
  void aLongTokenFitsIntoPostgresqlsTable() throws Exception {
    String token = "1.AXkB" + "0aZ_-9".repeat(1_500);
    trialWith();
    entra()
        .faults()
        .at(Endpoint.TOKEN)
        .next(Fault.changed(body -> body.put("refresh_token", token)));
    signedIn(new Someone("Neo"), one());
    assertThat(onTwo().rows()).hasSize(1).allMatch(row -> row.length() > token.length());
    onTwo().everySession();

    assertThat(redeemed()).containsExactly(token);
    assertThat(cluster.postgres().dump())
        .contains(
            "CREATE TABLE public.entra_kept_token (",
            "session_id character varying(64) NOT NULL",
            "token text NOT NULL",
            "due bigint NOT NULL",
            "failures integer NOT NULL",
            "idx_entra_kept_token_due ON public.entra_kept_token USING btree (due)");
  }

  private Future<Integer> running(RefreshNow node, CyclicBarrier together) {
    Callable<Integer> run =
        () -> {
          together.await(1, TimeUnit.MINUTES);
          return node.whatIsDue();
        };
    return threads.submit(run);
  }
}
