package io.entrabroker.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.tokens.Tampering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of a preview, as people see it. */
@CleanLog
@Needs(Tool.CHROMIUM)
@ExtendWith(Chromium.class)
class PreviewInTheBrowserIT extends PeopleTest {

  private static final String GROUP = "97009590-0000-4000-8000-000000000031";

  @Test
  void whoeverWouldBeLetInSeesTheirUser(Visitor xenia) {
    Someone someone = arrived("Xenia");
    entra(
        GroupChange.add(GROUP, "Analysts", someone.objectId()),
        ApplicationChange.assignRole(Upstreams.WEB_APP, someone.objectId(), "DataSteward"));
    trialWith("groupBindings", GROUP + " = Insights", "appRoles", "DataSteward = DataSteward");
    opensAndSignsIn(xenia, someone);

    assertThat(xenia.element("entra-preview-verdict")).containsText("would be let in");
    assertThat(xenia.element("entra-preview-rules")).containsText("x***.q***@contoso.example");
    assertThat(xenia.element("entra-preview-catalog")).containsText("Insights");
    assertThat(xenia.page().locator("body").innerText().toLowerCase())
        .doesNotContain("quillfeather", someone.objectId());
    assertThat(xenia.hasSession()).isFalse();
    xenia.picture("preview of somebody who is let in");
    xenia.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    xenia.picture("preview in the dark");
    xenia.page().setViewportSize(390, 844);
    xenia.picture("preview on a telephone");
  }

  @Test
  void whoeverWouldBeRefusedSeesWhy(Visitor xaver) {
    Someone someone = arrived("Xaver");
    entra(GroupChange.add(GROUP, "Analysts"));
    trialWith("accessGate", GROUP);
    opensAndSignsIn(xaver, someone);

    assertThat(xaver.element("entra-preview-verdict")).containsText("would be refused");
    assertThat(xaver.element("entra-preview-verdict")).containsText("ENTRA4201");
    assertThat(xaver.element("entra-preview-rules")).containsText("Shut");
    xaver.picture("preview of somebody who is refused");
  }

  @Test
  void aLinkThatIsOverSaysSo(Visitor xerxes) {
    Someone someone = arrived("Xerxes");
    trialWith();
    String link = opensAndSignsIn(xerxes, someone);
    xerxes.opens(link);

    assertThat(xerxes.page().locator("body")).containsText("This preview is over");
    xerxes.picture("preview that is over");
  }

  @Test
  void nothingInAClaimRuns(Visitor xandra) {
    Someone someone = arrived("Xandra");
    trialWith();
    String evil =
        "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";
    stack
        .simulator()
        .tamperWithNextIdToken(
            Tampering.with()
                .claim(evil, evil)
                .claim("roles", List.of(evil))
                .claim("idp", evil)
                .claim("given_name", evil));
    List<String> elsewhere = new ArrayList<>();
    xandra
        .page()
        .onRequest(
            request -> {
              if (!request.url().startsWith("http://localhost")) {
                elsewhere.add(request.url());
              }
            });
    opensAndSignsIn(xandra, someone);

    assertThat(xandra.element("entra-preview-claims")).containsText("onerror");
    assertThat(xandra.page().title()).isNotEqualTo("run");
    assertThat(xandra.page().locator("#entra-preview img, #entra-preview script")).hasCount(0);
    assertThat(elsewhere).isEmpty();
    xandra.picture("preview of hostile claims");
  }

  private Someone arrived(String given) {
    Someone someone = new Someone(given);
    entra(someone.arrives());
    return someone;
  }

  private String opensAndSignsIn(Visitor visitor, Someone someone) {
    String link =
        stack
            .admin()
            .post("/openmetadata/openmetadata/preview", Map.of("alias", TRIAL))
            .body()
            .get("link")
            .asText();
    visitor.opens(link);
    visitor.picksAtMicrosoft(someone.name());
    assertThat(visitor.element("entra-preview")).isVisible();
    return link;
  }
}
