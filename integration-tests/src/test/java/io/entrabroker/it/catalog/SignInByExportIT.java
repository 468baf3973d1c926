package io.entrabroker.it.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.samplecatalog.openmetadata.Release;
import io.entrabroker.samplecatalog.rules.Band;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In every release whose settings or rules differ, with both kinds of client and in every form: the
 * exported file alone signs people in, and they are who they are.
 */
class SignInByExportIT extends ExportTest {

  private static final List<String> RELEASES =
      List.of("1.8.0", "1.9.0", "1.10.4", "1.11.6", "1.13.1", "2.0.0", "2.1.0");

  static Stream<Arguments> everything() {
    return RELEASES.stream()
        .flatMap(
            release ->
                Stream.of(Flow.values())
                    .flatMap(
                        flow ->
                            Stream.of(Form.values())
                                .filter(form -> knows(release, form))
                                .map(form -> Arguments.of(release, flow, form))));
  }

  private static boolean knows(String release, Form form) {
    return form != Form.SETTINGS_API || !List.of("1.8.0", "1.9.0").contains(release);
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @MethodSource("everything")
  void theFileAloneSignsPeopleIn(String release, Flow flow, Form form) {
    Path[] files = exported().write(form, flow, release, folder);

    try (SampleCatalog catalog = catalog(release, files)) {
      JsonNode member = person(flow, MEMBER);
      assertThat(member.path("name").asText()).as(member.toString()).isEqualTo(MEMBER.name());
      assertThat(member.get("email").asText()).isEqualTo(MEMBER.address());
      assertThat(member.get("displayName").asText()).isEqualTo(displayName(release, flow));
      assertThat(names(member, "roles")).containsExactly("DataConsumer", "DataSteward");
      assertThat(names(member, "teams")).isEqualTo(teams(release, flow, form));
      assertThat(member.get("isAdmin").asBoolean()).isFalse();

      JsonNode admin = person(flow, ADMIN);
      assertThat(admin.path("name").asText()).as(admin.toString()).isEqualTo(ADMIN.name());
      assertThat(admin.get("email").asText()).isEqualTo(ADMIN.address());
      assertThat(admin.get("isAdmin").asBoolean()).isTrue();
      assertThat(catalog.url().getPort()).isEqualTo(exported().address().port());
    }
  }

  /** Which versions store the name of a token at all. */
  private static String displayName(String release, Flow flow) {
    Band band = Release.of(release).band();
    boolean isStored = flow == Flow.PUBLIC || band == Band.V1_9 || band == Band.EMAIL_FIRST;
    return isStored ? "Xenia Quillfeather" : "";
  }

  private static List<String> teams(String release, Flow flow, Form form) {
    boolean makesTeams =
        flow == Flow.CONFIDENTIAL
            && form.hasTeamClaim()
            && Release.of(release).compareTo(new Release(1, 11, 6)) >= 0;
    return makesTeams ? List.of("Curators") : List.of();
  }
}
