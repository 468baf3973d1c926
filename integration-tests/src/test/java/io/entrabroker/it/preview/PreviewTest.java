package io.entrabroker.it.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Person;
import io.entrabroker.it.Someone;
import java.util.Map;
import java.util.stream.Stream;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlPage;

/** What tests of previews share: links, and the way that begins with one. */
abstract class PreviewTest extends PeopleTest {

  static final String SHOWN = "ENTRA5801";
  static final String ADMITTED = "The person would be let in";
  static final String REFUSED = "The person would be refused";

  /** The link of a new preview at the trial provider. */
  final String link() {
    return linkAt(TRIAL);
  }

  final String linkAt(String alias) {
    return stack
        .admin()
        .post("/openmetadata/openmetadata/preview", Map.of("alias", alias))
        .body()
        .get("link")
        .asText();
  }

  /** Opens a new link and signs in at Microsoft; ends on the page that shows what comes of it. */
  final HtmlPage preview(Person person, Someone someone) {
    return preview(person, link(), someone);
  }

  final HtmlPage preview(Person person, String link, Someone someone) {
    return Person.html(person.choosesAccount(atMicrosoft(person, link), someone.name()));
  }

  /** Opens a link; ends on Microsoft's page. */
  final HtmlPage atMicrosoft(Person person, String link) {
    Page page = person.open(link);
    assertThat(page.getUrl().toString())
        .as(page.getWebResponse().getContentAsString())
        .startsWith(stack.authority());
    return Person.html(page);
  }

  /** The person is in the directory, and a member. */
  final Someone arrived(String given) {
    Someone someone = new Someone(given);
    entra(someone.arrives());
    return someone;
  }

  /** The verdicts of the previews that were shown. */
  final Stream<String> verdicts() {
    return stream(stack.admin().get("/openmetadata/events?type=IDENTITY_PROVIDER_LOGIN"))
        .map(event -> event.get("details"))
        .filter(details -> SHOWN.equals(details.path("finding").asText()))
        .map(details -> details.get("reason").asText());
  }

  static Stream<JsonNode> stream(JsonNode list) {
    return Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get);
  }

  /** What the realm's people leave in it. */
  final String traces() {
    return Stream.of(
            "/users?max=1000&briefRepresentation=false",
            "/groups",
            "/roles",
            "/client-session-stats",
            "/identity-provider/instances/" + TRIAL)
        .map(path -> stack.admin().get("/openmetadata" + path).toString())
        .reduce("", (one, other) -> one + "\n" + other);
  }
}
