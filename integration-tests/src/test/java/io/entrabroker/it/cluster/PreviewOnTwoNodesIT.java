package io.entrabroker.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.Person;
import io.entrabroker.it.RunningKeycloak;
import io.entrabroker.it.Someone;
import io.entrabroker.it.browser.Needs;
import io.entrabroker.it.browser.Tool;
import java.io.IOException;
import java.util.Map;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** A preview is asked for, opened and shown at whichever node the proxy chooses. */
@Needs(Tool.INITDB)
class PreviewOnTwoNodesIT extends ClusterTest {

  private static final String ADMITTED = "The person would be let in";

  PreviewOnTwoNodesIT() throws IOException, InterruptedException {}

  @Test
  void whatBeginsAtOneNodeEndsAtTheOther() throws IOException {
    cluster.upstreams().post(TRIAL, "entra", cluster.upstreams().implicit());
    Someone zoe = new Someone("Zoe");
    entra().change(zoe.arrives());
    String link = link(one());
    try (Person person = Person.at(two().realmUri().toString())) {
      HtmlPage microsoft = Person.html(person.open(at(two(), link)));
      HtmlPage form = Person.html(person.press(microsoft, "user-" + zoe.name()));
      HtmlForm answer = form.getForms().get(0);
      assertThat(answer.getActionAttribute()).startsWith(two().realmUri().toString());
      answer.setActionAttribute(at(one(), answer.getActionAttribute()));
      Page shown = person.press(form, "continue");

      assertThat(shown.getUrl().toString()).startsWith(one().realmUri().toString());
      assertThat(Person.html(shown).asNormalizedText()).contains(ADMITTED, "z***.q***");
      for (RunningKeycloak node : cluster.nodes()) {
        assertThat(Person.html(person.open(at(node, link))).asNormalizedText())
            .contains("This preview is over");
      }
    }
  }

  @Test
  void aLinkThatWasOpenedAtOneNodeBelongsToThatBrowserAtTheOther() throws IOException {
    cluster.upstreams().post(TRIAL, "entra", cluster.upstreams().web());
    String link = link(one());
    try (Person first = Person.at(one().realmUri().toString());
        Person second = Person.at(two().realmUri().toString())) {
      first.open(at(one(), link));

      assertThat(Person.html(second.open(at(two(), link))).asNormalizedText())
          .contains("This preview is over");
      assertThat(first.open(at(two(), link)).getUrl().toString())
          .startsWith(entra().httpUri().toString());
    }
  }

  private static String link(RunningKeycloak node) {
    return node.admin()
        .post("/openmetadata/openmetadata/preview", Map.of("alias", TRIAL))
        .body()
        .get("link")
        .asText();
  }

  /** The same address at a node. */
  private static String at(RunningKeycloak node, String address) {
    return address.replaceFirst("^.*?(?=/broker/)", node.realmUri().toString());
  }
}
