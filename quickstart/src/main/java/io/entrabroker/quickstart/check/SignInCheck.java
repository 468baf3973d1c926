package io.entrabroker.quickstart.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.quickstart.check.Browser.Place;
import io.entrabroker.quickstart.upstream.Person;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** Signs somebody in, as a browser and the catalog's page would together. */
public final class SignInCheck {
  private static final List<Function<Site, CatalogWay>> WAYS =
      List.of(ConfidentialWay::new, PublicCodeWay::new, PublicImplicitWay::new);
  private static final int MOST_PAGES = 5;

  private final Site site;

  public SignInCheck(Site site) {
    this.site = site;
  }

  /**
   * Signs a person in once for each way in which a catalog can, each time in a new browser.
   *
   * @param upstream alias of the identity provider
   * @param person who picks their account on Microsoft's page
   * @param before is run before each sign-in
   */
  public List<Result> overEveryWay(String upstream, Person person, Runnable before) {
    return WAYS.stream()
        .map(
            way -> {
              before.run();
              return result(upstream, way.apply(site), person);
            })
        .toList();
  }

  private Result result(String upstream, CatalogWay way, Person person) {
    String combination = upstream + " -> " + way.label();
    try {
      SignedIn user = signIn(upstream, way, person);
      if (!user.is(person.username(), person.mail())) {
        return new Result.Failed(combination, "signed in as somebody else: " + user);
      }
      return user.roles().isEmpty()
          ? new Result.Failed(combination, "signed in without any role: " + user)
          : new Result.Passed(combination, user);
    } catch (CheckFailure e) {
      return new Result.Failed(combination, String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      return new Result.Failed(combination, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // Its message may hold an address, and that a token.
      return new Result.Failed(combination, "ended with " + e.getClass().getName());
    }
  }

  private SignedIn signIn(String upstream, CatalogWay way, Person person) {
    try (Browser browser = new Browser()) {
      String token =
          way.idToken(
              answer(browser, browser.open(way.start(upstream), way::isAnswer), way, person));
      JsonNode user =
          new Http(site.catalog())
              .get(URI.create(site.catalog() + "/api/v1/users/loggedInUser"), token);
      return new SignedIn(
          user.path("name").asText(),
          user.path("email").asText(),
          names(user.path("roles")),
          names(user.path("teams")));
    }
  }

  private static List<String> names(JsonNode references) {
    return references.findValuesAsText("name");
  }

  private static URI answer(Browser browser, Place start, CatalogWay way, Person person) {
    Place place = start;
    for (int i = 0; i < MOST_PAGES && place instanceof Place.Waiting waiting; i++) {
      place =
          waiting
              .find(nextClick(person))
              .map(button -> browser.click(button, way::isAnswer))
              .orElseThrow(() -> new CheckFailure("stopped with " + waiting.described()));
    }
    if (place instanceof Place.Sent sent) {
      return sent.address();
    }
    throw new CheckFailure("more than " + MOST_PAGES + " pages and no end");
  }

  /**
   * The person's account; consent, which OpenMetadata asks for at every sign-in; or the button of a
   * page that would submit itself if it had scripts.
   */
  private static String nextClick(Person person) {
    return "//button[@name='user' and @value='"
        + person.id()
        + "'] | //button[@id='accept'] | //form[@id='form-post']//button[@type='submit']";
  }

  /** What came of one combination. */
  public sealed interface Result {
    /** Which combination it was, for people. */
    String combination();

    /** The catalog knows the person who signed in. */
    record Passed(String combination, SignedIn user) implements Result {}

    /** It does not; {@code reason} says where it ended. */
    record Failed(String combination, String reason) implements Result {}
  }
}
