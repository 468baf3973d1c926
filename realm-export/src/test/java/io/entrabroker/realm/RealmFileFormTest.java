package io.entrabroker.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealmFileFormTest {
  @Test
  void theFileIsNormalisedSoThatADifferenceIsAChange() {
    assertThat(RealmFile.text()).isEqualTo(RealmFile.normalised(RealmFile.text()));
  }

  @Test
  void theUserProfileInsideItIsNormalisedToo() {
    assertThat(RealmFile.userProfileText())
        .isEqualTo(RealmFile.compact(RealmFile.userProfileText()));
  }

  @ParameterizedTest
  @CsvSource({
    "/clients,                clientId",
    "/clientScopes,           name",
    "/identityProviders,      alias",
    "/roles/realm,            name",
    "/roles/client/account,   name"
  })
  void listsWithoutAnOrderAreSorted(String list, String by) {
    assertThat(texts(RealmFile.json().at(list), by)).isNotEmpty().isSorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redirectUris",
        "webOrigins",
        "defaultClientScopes",
        "optionalClientScopes",
        "defaultDefaultClientScopes",
        "defaultOptionalClientScopes"
      })
  void namesInAListAreSorted(String member) {
    assertThat(RealmFile.json().findValues(member))
        .isNotEmpty()
        .allSatisfy(list -> assertThat(texts(list)).isSorted());
  }

  @Test
  void requiredActionsAreInTheOrderInWhichTheyRun() {
    assertThat(numbers(RealmFile.json().path("requiredActions"), "priority"))
        .isNotEmpty()
        .isSorted();
  }

  @Test
  void keycloakChoosesTheIds() {
    assertThat(RealmFile.leaves().keySet())
        .noneMatch(pointer -> pointer.matches(".*/(id|containerId|internalId|kid)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "federatedUsers", "groups", "organizations"})
  void thereAreNoPeopleAndNoGroupsInTheFile(String member) {
    assertThat(RealmFile.json().has(member)).isFalse();
  }

  @Test
  void theJarHoldsTheSameFile() throws IOException {
    try (InputStream resource =
        Objects.requireNonNull(
            RealmFileFormTest.class.getResourceAsStream(
                "/io/entrabroker/realm/openmetadata-realm.json"))) {
      assertThat(new String(resource.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(RealmFile.text());
    }
  }

  private static List<String> texts(JsonNode list, String member) {
    return stream(list).map(node -> node.path(member).asText()).toList();
  }

  private static List<String> texts(JsonNode list) {
    return stream(list).map(JsonNode::asText).toList();
  }

  private static List<Integer> numbers(JsonNode list, String member) {
    return stream(list).map(node -> node.path(member).asInt()).toList();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
