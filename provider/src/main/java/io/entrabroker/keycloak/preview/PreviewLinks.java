package io.entrabroker.keycloak.preview;

import io.entrabroker.Outcome;
import io.entrabroker.preview.PreviewGuard;
import io.entrabroker.preview.PreviewPass;
import io.entrabroker.signin.Rejection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/**
 * The previews that have been asked for and not shown, on every node of the server. Who opens a
 * link first takes it out of the store, which only one can, and puts it back with the name of their
 * browser on it.
 */
public final class PreviewLinks {

  /** Where a link leads, below the provider's endpoint. */
  public static final String PATH = "preview";

  /** The parameter that holds what opens the preview. */
  public static final String PARAMETER = "link";

  /** A state of ours: one of Keycloak's has dots in it, and this has none. */
  private static final Pattern STATE = Pattern.compile("preview-[A-Za-z0-9_-]{43}");

  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int RANDOM_BYTES = 32;

  private final KeycloakSession session;
  private final String alias;
  private final Set<PreviewGuard> guards;

  /**
   * The previews of an identity provider of the session's realm.
   *
   * @param guards the checks to make
   */
  public PreviewLinks(KeycloakSession session, String alias, Set<PreviewGuard> guards) {
    this.session = session;
    this.alias = alias;
    this.guards = guards;
  }

  /**
   * A link, opened.
   *
   * @param pass what is remembered of it
   * @param linkHash the link's hash
   * @param browserSecret what the browser has to hold from now on
   */
  public record Opened(PreviewPass pass, String linkHash, String browserSecret) {

    /** Shows nothing. */
    @Override
    public String toString() {
      return "Opened[***]";
    }
  }

  /** Whether an answer of Microsoft's is one to a preview, and never one to a sign-in. */
  public static boolean isState(String state) {
    return STATE.matcher(state).matches();
  }

  /** Somebody asks; gives what opens the preview. */
  public String ask() {
    String link = secret();
    PreviewPass pass = PreviewPass.forLink(alias, now());
    put(key("link", hash(link)), PreviewPass.LINK_LIFESPAN, pass);
    return link;
  }

  /**
   * A browser comes with a link. From the first time on the link is that browser's.
   *
   * @param browserSecret what the browser holds; anything if it holds nothing
   */
  public Outcome<Opened, Rejection> open(String link, String browserSecret) {
    if (!SECRET.matcher(link).matches()) {
      return Outcome.failed(Rejection.PREVIEW_OVER);
    }
    String hash = hash(link);
    Optional<PreviewPass> unopened = pass(session.singleUseObjects().remove(key("link", hash)));
    Optional<PreviewPass> pass =
        unopened.or(() -> pass(session.singleUseObjects().get(key("opened", hash))));
    if (pass.isEmpty()) {
      return Outcome.failed(Rejection.PREVIEW_OVER);
    }
    Optional<Rejection> objection = objection(pass.get(), browserSecret);
    if (objection.isPresent()) {
      return Outcome.failed(objection.get());
    }
    String held = SECRET.matcher(browserSecret).matches() ? browserSecret : secret();
    PreviewPass opened = pass.get().openedIn(hash(held));
    // Only the first time: what was shown meanwhile must not come back.
    if (unopened.isPresent()) {
      put(key("opened", hash), PreviewPass.LINK_LIFESPAN + PreviewPass.ANSWER_LIFESPAN, opened);
    }
    return Outcome.found(new Opened(opened, hash, held));
  }

  /** The browser leaves for Microsoft; gives the state that it has to come back with. */
  public String leave(Opened opened, String nonce, String verifier) {
    String state = "preview-" + secret();
    put(
        key("state", hash(state)),
        PreviewPass.ANSWER_LIFESPAN,
        opened.pass().forAnswer(opened.linkHash(), nonce, verifier, now()));
    return state;
  }

  /** The browser comes back with a state: the state, and the link with it, are used up. */
  public Outcome<PreviewPass, Rejection> arrive(String state, String browserSecret) {
    Optional<PreviewPass> pass = take(key("state", hash(state)));
    if (pass.isEmpty()) {
      return Outcome.failed(Rejection.PREVIEW_OVER);
    }
    Optional<Rejection> objection = objection(pass.get(), browserSecret);
    if (objection.isPresent()) {
      return Outcome.failed(objection.get());
    }
    return take(key("opened", pass.get().link())).isPresent()
        ? Outcome.found(pass.get())
        : Outcome.failed(Rejection.PREVIEW_OVER);
  }

  private Optional<Rejection> objection(PreviewPass pass, String browserSecret) {
    return pass.objection(alias, hash(browserSecret), now(), guards);
  }

  private Optional<PreviewPass> take(String key) {
    return pass(
        guards.contains(PreviewGuard.ONCE)
            ? session.singleUseObjects().remove(key)
            : session.singleUseObjects().get(key));
  }

  // Keycloak's store gives null where there is nothing.
  private static Optional<PreviewPass> pass(Map<String, String> notes) {
    return Optional.ofNullable(notes).flatMap(PreviewPass::parse);
  }

  private void put(String key, int lifespan, PreviewPass pass) {
    session.singleUseObjects().put(key, lifespan, pass.notes());
  }

  private String key(String what, String hash) {
    String realmId = session.getContext().getRealm().getId();
    return "entra-preview-" + what + "." + realmId + "." + hash;
  }

  private static Instant now() {
    return Instant.ofEpochSecond(Time.currentTime());
  }

  private static String secret() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(SecretGenerator.getInstance().randomBytes(RANDOM_BYTES));
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
