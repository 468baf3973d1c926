package io.entrabroker.realm;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlaceholderTest {
  /** Keycloak's own: texts of its message bundles, and the two base URLs of its consoles. */
  private static final Pattern KEYCLOAKS_OWN =
      Pattern.compile(
          "(role_|client_)[a-z_-]+|(email|profile|roles|offlineAccess)ScopeConsentText"
              + "|authBaseUrl|authAdminUrl|client_id");

  /** {@code | `NAME` | default | …}, where the default is none, empty or quoted. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| (none|empty|`([^`]*)`) \\|");

  @Test
  void everyPlaceholderIsDocumentedWithItsDefaultAndNoOther() {
    assertThat(documented()).isEqualTo(defaultsByName());
  }

  @Test
  void aVariableHasTheSameDefaultWhereverItIsUsed() {
    assertThat(
            variables()
                .collect(groupingBy(Placeholder::name, mapping(Placeholder::text, toSet())))
                .values())
        .isNotEmpty()
        .allSatisfy(written -> assertThat(written).hasSize(1));
  }

  @Test
  void whateverElseLooksLikeAPlaceholderIsOneOfKeycloaksTextKeys() {
    assertThat(Placeholder.in(RealmFile.text()).stream().filter(p -> !p.isVariable()))
        .isNotEmpty()
        .allSatisfy(
            p -> {
              assertThat(p.name()).matches(KEYCLOAKS_OWN);
              assertThat(p.fallback()).isEmpty();
            });
  }

  @Test
  void everyOpeningBraceOfAPlaceholderIsUnderstoodByThisTest() {
    long opened = RealmFile.text().split(Pattern.quote("${"), -1).length - 1L;
    assertThat(Placeholder.in(RealmFile.text())).hasSize((int) opened);
  }

  @Test
  void onlyTheSecretThatMustBeGivenHasNoDefault() {
    assertThat(variables().filter(p -> p.fallback().isEmpty()).map(Placeholder::name))
        .containsExactly("OPENMETADATA_CLIENT_SECRET");
  }

  @Test
  void whatLetsPeopleInIsOffUnlessASiteSaysOtherwise() {
    Map<String, String> enabled =
        Stream.of("/clients/3", "/clients/4", "/identityProviders/0")
            .collect(toMap(PlaceholderTest::nameAt, PlaceholderTest::enabledAt));

    assertThat(enabled)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "openmetadata-spa", "${OPENMETADATA_PUBLIC_ENABLED:false}",
                "openmetadata-web", "${OPENMETADATA_CONFIDENTIAL_ENABLED:false}",
                "entra", "${ENTRA_ENABLED:false}"));
  }

  @Test
  void nothingButAPlaceholderStandsWhereASecretBelongs() {
    Pattern secretive = Pattern.compile("(?i).*/[^/]*(secret|password|privatekey|certificate)");
    Set<String> values =
        RealmFile.leaves().entrySet().stream()
            .filter(leaf -> secretive.matcher(leaf.getKey()).matches())
            .map(leaf -> leaf.getValue().asText())
            .collect(toSet());

    assertThat(values)
        .containsExactlyInAnyOrder("${OPENMETADATA_CLIENT_SECRET}", "${ENTRA_CLIENT_SECRET:}");
  }

  @Test
  void noValueLooksLikeAKeyOrAToken() {
    Pattern random = Pattern.compile("[A-Za-z0-9+/_=-]{32,}");
    List<String> suspects =
        RealmFile.leaves().values().stream()
            .map(value -> random.matcher(value.asText()))
            .flatMap(matcher -> matcher.results().map(MatchResult::group))
            .filter(text -> !text.matches("\\D+"))
            .toList();

    assertThat(suspects).isEmpty();
  }

  private static Map<String, String> documented() {
    return ROW.matcher(RealmFile.readme())
        .results()
        .collect(
            toMap(row -> row.group(1), row -> row.group(3) == null ? row.group(2) : row.group(3)));
  }

  private static Map<String, String> defaultsByName() {
    return variables()
        .collect(toMap(Placeholder::name, PlaceholderTest::defaultInWords, (one, same) -> one));
  }

  private static String defaultInWords(Placeholder placeholder) {
    return placeholder.fallback().map(text -> text.isEmpty() ? "empty" : text).orElse("none");
  }

  private static Stream<Placeholder> variables() {
    return Placeholder.in(RealmFile.text()).stream().filter(Placeholder::isVariable);
  }

  private static String nameAt(String pointer) {
    return RealmFile.json().at(pointer).path("clientId").asText()
        + RealmFile.json().at(pointer).path("alias").asText();
  }

  private static String enabledAt(String pointer) {
    return RealmFile.json().at(pointer).path("enabled").asText();
  }
}
