package io.entrabroker.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.web.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What tests share that change the simulator's directory and look at what becomes of people. After
 * each the directory is as before, and the realm has neither groups nor roles.
 */
public abstract class PeopleTest extends TrialTest {

  private final Directory directory = stack.simulator().directory();
  private int linesBefore;

  @BeforeEach
  final void rememberWhereTheLogIs() {
    stack.simulator().clearRequests();
    linesBefore = realm.logLines("").size();
  }

  @AfterEach
  final void putEverythingBack() {
    stack.simulator().graphFaults().clear();
    stack.simulator().replaceDirectory(directory);
    realm.forgetTeamsAndRoles();
  }

  /** The trial provider: a Web registration with the three mappers and these settings. */
  protected final void trialWith(String... settings) {
    upstreams.postWithMappers(TRIAL, Upstreams.with(upstreams.web(), settings));
  }

  /** Other settings from now on. */
  protected final void changeTrial(String... settings) {
    upstreams.put(TRIAL, "entra", Upstreams.with(upstreams.web(), settings));
  }

  /** Something happens in the directory. */
  protected final void entra(DirectoryChange... changes) {
    stack.simulator().change(changes);
  }

  /** Signs in with a fresh browser and gives the ID token that the catalog gets. */
  protected final String tokenOf(Someone someone) {
    return tokenOf(someone.name());
  }

  /** The same for somebody of the simulator's own. */
  protected final String tokenOf(String button) {
    try (Person person = Person.with(stack)) {
      return tokenAt(person.signsIn(TRIAL, button));
    }
  }

  /** Signs in with a fresh browser and gives the claims of the ID token. */
  protected final JsonNode claimsOf(Someone someone) {
    return Json.claims(tokenOf(someone));
  }

  /** The same for somebody whom this run's catalog would not let in: asks the realm alone. */
  protected final JsonNode claimsOfTheRealm(Someone someone) {
    App catalog =
        new App(
            stack,
            "openmetadata-web",
            stack.catalogUrl() + "/callback",
            Map.of("client_secret", stack.catalogSecret()));
    try (Person person = Person.with(stack)) {
      person.signsIn(TRIAL, someone.name());
      assertThat(person.hasSession()).isTrue();
      return Json.claims(catalog.idToken(person));
    }
  }

  /** The ID token on its way to the catalog's page. */
  protected static String tokenAt(Page end) {
    String address = end.getUrl().toString();
    assertThat(address)
        .as(end.getWebResponse().getContentAsString())
        .contains("/callback", "id_token=");
    return Person.parameter(address, "id_token");
  }

  /** Whom the catalog knows the bearer as. */
  protected final JsonNode catalogUser(String token) {
    return App.catalogUser(stack, token);
  }

  /** The names in a list of the catalog: {@code teams} or {@code roles}. */
  protected static List<String> names(JsonNode catalogUser, String list) {
    return catalogUser.get(list).findValuesAsText("name").stream().sorted().toList();
  }

  /** A claim that is a list. */
  protected static List<String> list(JsonNode claims, String name) {
    List<String> values = new ArrayList<>();
    claims.path(name).forEach(value -> values.add(value.asText()));
    return values.stream().sorted().toList();
  }

  /** The realm's user of a person who has signed in. */
  protected final JsonNode user(Someone someone) {
    return realm.user(someone.name()).orElseThrow();
  }

  /** The id of {@link #user}. */
  protected final String userId(Someone someone) {
    return user(someone).get("id").asText();
  }

  /** Asserts a refusal with its three traces, and that the browser holds no session. */
  protected final HtmlPage assertRefused(Someone someone, String code) {
    return assertRefused(someone.name(), code);
  }

  /** The same for somebody of the simulator's own. */
  protected final HtmlPage assertRefused(String button, String code) {
    realm.forgetEvents();
    try (Person person = Person.with(stack)) {
      HtmlPage page = Person.html(person.signsIn(TRIAL, button));
      realm.assertRefused(page, code);
      assertThat(person.hasSession()).isFalse();
      return page;
    }
  }

  /** The lines of the log since the test began that contain a text. */
  protected final List<String> logged(String text) {
    List<String> lines = realm.logLines("");
    return lines.subList(linesBefore, lines.size()).stream()
        .filter(line -> line.contains(text))
        .toList();
  }

  /** What Microsoft Graph was asked since the test began, or since it was last forgotten. */
  protected final List<RecordedRequest> graphCalls() {
    return stack.simulator().requests().stream().filter(RecordedRequest::toGraph).toList();
  }
}
