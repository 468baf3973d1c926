package io.entrabroker.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.signin.Rejection;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each guard, and what gets through without it. */
class PreviewPassTest {

  private static final Instant ASKED = Instant.ofEpochSecond(1_800_000_000);
  private static final PreviewPass LINK = PreviewPass.forLink("entra", ASKED);
  private static final PreviewPass OPENED = LINK.openedIn("browser");

  @Test
  void aNewLinkIsAnybodys() {
    assertThat(LINK.objection("entra", "any", ASKED, PreviewGuard.ALL)).isEmpty();
  }

  @Test
  void aLinkIsGoodForFiveMinutes() {
    assertThat(LINK.objection("entra", "any", ASKED.plusSeconds(299), PreviewGuard.ALL)).isEmpty();
    assertThat(LINK.objection("entra", "any", ASKED.plusSeconds(300), PreviewGuard.ALL))
        .contains(Rejection.PREVIEW_OVER);
    assertThat(LINK.objection("entra", "any", ASKED.plusSeconds(300), without(PreviewGuard.EXPIRY)))
        .isEmpty();
  }

  @Test
  void openingALinkDoesNotMakeItLastLonger() {
    assertThat(OPENED.objection("entra", "browser", ASKED.plusSeconds(300), PreviewGuard.ALL))
        .contains(Rejection.PREVIEW_OVER);
  }

  @Test
  void anAnswerIsGoodForTenMinutes() {
    PreviewPass answer = OPENED.forAnswer("link", "n", "v", ASKED.plusSeconds(100));

    assertThat(answer.objection("entra", "browser", ASKED.plusSeconds(699), PreviewGuard.ALL))
        .isEmpty();
    assertThat(answer.objection("entra", "browser", ASKED.plusSeconds(700), PreviewGuard.ALL))
        .contains(Rejection.PREVIEW_OVER);
  }

  @Test
  void whatWasOpenedIsOfNoUseInAnotherBrowser() {
    assertThat(OPENED.objection("entra", "browser", ASKED, PreviewGuard.ALL)).isEmpty();
    assertThat(OPENED.objection("entra", "other", ASKED, PreviewGuard.ALL))
        .contains(Rejection.PREVIEW_ELSEWHERE);
    assertThat(OPENED.objection("entra", "", ASKED, PreviewGuard.ALL))
        .contains(Rejection.PREVIEW_ELSEWHERE);
    assertThat(OPENED.objection("entra", "other", ASKED, without(PreviewGuard.BROWSER))).isEmpty();
  }

  @Test
  void anAnswerBelongsToTheBrowserThatLeft() {
    PreviewPass answer = OPENED.forAnswer("link", "n", "v", ASKED);

    assertThat(answer.objection("entra", "other", ASKED, PreviewGuard.ALL))
        .contains(Rejection.PREVIEW_ELSEWHERE);
  }

  @Test
  void whatOneProviderWasAskedForIsOfNoUseAtAnother() {
    assertThat(LINK.objection("other", "any", ASKED, PreviewGuard.ALL))
        .contains(Rejection.PREVIEW_OVER);
    assertThat(LINK.objection("other", "any", ASKED, without(PreviewGuard.PROVIDER))).isEmpty();
  }

  @Test
  void itIsReadAsItWasWritten() {
    PreviewPass answer = OPENED.forAnswer("link", "n", "v", ASKED);

    assertThat(PreviewPass.parse(LINK.notes())).contains(LINK);
    assertThat(PreviewPass.parse(answer.notes())).contains(answer);
    assertThat(PreviewPass.parse(Map.of())).isEmpty();
    assertThat(PreviewPass.parse(Map.of("until", "tomorrow"))).isEmpty();
  }

  @Test
  void itsTextOpensNothing() {
    assertThat(OPENED.forAnswer("link", "nonce", "verifier", ASKED))
        .hasToString("PreviewPass[entra]");
  }

  private static Set<PreviewGuard> without(PreviewGuard guard) {
    return EnumSet.complementOf(EnumSet.of(guard));
  }
}
