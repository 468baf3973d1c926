package io.entrabroker.preview;

import io.entrabroker.signin.Rejection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is remembered of a link, or of a browser's way to Microsoft that began with one. Of what
 * opens either, link, state and the browser's secret, only hashes are kept.
 *
 * @param alias the identity provider for which it was asked
 * @param until when it ends, in seconds since 1970
 * @param browser the hash of the secret that the browser holds; empty while nobody has opened it
 * @param link the hash of the link; empty in the link's own
 * @param nonce the nonce of the authorization request; empty in a link's
 * @param verifier the request's PKCE verifier; empty in a link's
 */
public record PreviewPass(
    String alias, long until, String browser, String link, String nonce, String verifier) {

  /** How long a link is good for: seconds. */
  public static final int LINK_LIFESPAN = 300;

  /** How long a browser may stay at Microsoft: seconds. */
  public static final int ANSWER_LIFESPAN = 600;

  private static final String ALIAS = "alias";
  private static final String UNTIL = "until";
  private static final String BROWSER = "browser";
  private static final String LINK = "link";
  private static final String NONCE = "nonce";
  private static final String VERIFIER = "verifier";

  /** A link that nobody has opened. */
  public static PreviewPass forLink(String alias, Instant now) {
    return new PreviewPass(alias, now.getEpochSecond() + LINK_LIFESPAN, "", "", "", "");
  }

  /** The link, opened in a browser. */
  public PreviewPass openedIn(String browserHash) {
    return new PreviewPass(alias, until, browserHash, link, nonce, verifier);
  }

  /** The way to Microsoft of the browser that has opened this link. */
  public PreviewPass forAnswer(String linkHash, String aNonce, String aVerifier, Instant now) {
    return new PreviewPass(
        alias, now.getEpochSecond() + ANSWER_LIFESPAN, browser, linkHash, aNonce, aVerifier);
  }

  /**
   * Why it is of no use here and now; empty if it is.
   *
   * @param here the identity provider at which somebody came with it
   * @param browserHash the hash of what their browser holds; anything while nobody has opened it
   */
  public Optional<Rejection> objection(
      String here, String browserHash, Instant now, Set<PreviewGuard> guards) {
    boolean over = guards.contains(PreviewGuard.EXPIRY) && now.getEpochSecond() >= until;
    boolean elsewhere = guards.contains(PreviewGuard.PROVIDER) && !alias.equals(here);
    if (over || elsewhere) {
      return Optional.of(Rejection.PREVIEW_OVER);
    }
    boolean anothers =
        guards.contains(PreviewGuard.BROWSER) && !browser.isEmpty() && !same(browser, browserHash);
    return anothers ? Optional.of(Rejection.PREVIEW_ELSEWHERE) : Optional.empty();
  }

  /** As a store keeps it. */
  public Map<String, String> notes() {
    return Map.of(
        ALIAS,
        alias,
        UNTIL,
        Long.toString(until),
        BROWSER,
        browser,
        LINK,
        link,
        NONCE,
        nonce,
        VERIFIER,
        verifier);
  }

  /** Reads what {@link #notes} wrote; empty for anything else. */
  public static Optional<PreviewPass> parse(Map<String, String> notes) {
    try {
      return Optional.of(
          new PreviewPass(
              notes.getOrDefault(ALIAS, ""),
              Long.parseLong(notes.getOrDefault(UNTIL, "")),
              notes.getOrDefault(BROWSER, ""),
              notes.getOrDefault(LINK, ""),
              notes.getOrDefault(NONCE, ""),
              notes.getOrDefault(VERIFIER, "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Shows nothing that opens anything. */
  @Override
  public String toString() {
    return "PreviewPass[" + alias + "]";
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
