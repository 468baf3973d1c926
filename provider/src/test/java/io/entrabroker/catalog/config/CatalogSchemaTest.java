package io.entrabroker.catalog.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is written has the types that OpenMetadata's own schemas ask for. Those of 1.4 come with
 * Maven; where {@link UpstreamFiles} has newer ones, they count, too.
 */
class CatalogSchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String AUTHENTICATION = AuthenticationFields.SECTION;
  private static final String AUTHORIZER = AuthorizerFields.SECTION;

  // What releases after 1.4 added: {release, members}.
  private static final Set<String> AFTER_1_4 =
      Set.of(
          "tokenValidationAlgorithm",
          "jwtPrincipalClaimsMapping",
          "emailClaim",
          "displayNameClaim",
          "jwtTeamClaimMapping",
          "forceSecureSessionCookie",
          "sessionExpiry",
          "tokenValidity",
          "maxAge",
          "prompt",
          "adminEmails");

  static Stream<CatalogSettings> catalogs() {
    return ExampleCatalog.all();
  }

  @ParameterizedTest
  @MethodSource("catalogs")
  void whatWasThereIn1_4HasTheTypesOf1_4(CatalogSettings settings) throws IOException {
    ObjectNode written = SettingsJson.tree(settings);

    assertThat(problems(schema1_4(AUTHENTICATION), without(AFTER_1_4, written, AUTHENTICATION)))
        .isEmpty();
    assertThat(problems(schema1_4(AUTHORIZER), without(AFTER_1_4, written, AUTHORIZER))).isEmpty();
  }

  @Test
  void theSchemaNoticesAWrongTypeAndAnUnknownMember() throws IOException {
    ObjectNode written = SettingsJson.tree(ExampleCatalog.confidential("1.9"));
    ObjectNode authentication = without(AFTER_1_4, written, AUTHENTICATION);
    authentication.put("enableSelfSignup", "yes").put("unheardOf", 1);
    authentication.withObjectProperty("oidcConfiguration").put("useNonce", true);

    assertThat(problems(schema1_4(AUTHENTICATION), authentication)).hasSize(3);
  }

  @TestFactory
  Stream<DynamicTest> everythingHasTheTypesOfANewerServer() {
    return UpstreamFiles.areThere()
        ? catalogs()
            .map(
                settings ->
                    DynamicTest.dynamicTest(
                        settings.release() + " " + settings.client().kind(),
                        () -> hasNewTypes(settings)))
        : Stream.empty();
  }

  private static void hasNewTypes(CatalogSettings settings) throws IOException {
    ObjectNode written = SettingsJson.tree(settings);

    assertThat(
            problems(
                newer("authenticationConfiguration"), written.withObjectProperty(AUTHENTICATION)))
        .isEmpty();
    assertThat(problems(newer("authorizerConfiguration"), written.withObjectProperty(AUTHORIZER)))
        .isEmpty();
  }

  private static List<String> problems(JsonNode schema, JsonNode document) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
        .getSchema(schema)
        .validate(document)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static ObjectNode without(Set<String> members, ObjectNode root, String section) {
    ObjectNode copy = root.withObjectProperty(section).deepCopy();
    copy.remove(members);
    if (copy.get("oidcConfiguration") instanceof ObjectNode oidc) {
      oidc.remove(members);
    }
    return copy;
  }

  private static JsonNode schema1_4(String section) throws IOException {
    return alone(
        resource("configuration/" + section), resource("security/client/oidcClientConfig"));
  }

  private static ObjectNode resource(String name) throws IOException {
    String path = "/json/schema/" + name + ".json";
    try (InputStream in = CatalogSchemaTest.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return (ObjectNode) JSON.readTree(in);
    }
  }

  private static JsonNode newer(String name) throws IOException {
    return alone(UpstreamFiles.serverSchema(name), UpstreamFiles.serverSchema("oidcClientConfig"));
  }

  /**
   * A schema that refers to nothing beyond itself: what is no concern of sign-in may be anything.
   */
  private static JsonNode alone(ObjectNode schema, ObjectNode oidc) {
    schema.remove("$id");
    oidc.remove(List.of("$id", "$schema"));
    if (schema.get("properties") instanceof ObjectNode properties) {
      for (String name : new ArrayList<>(names(properties))) {
        String reference = properties.path(name).path("$ref").asText("");
        if (name.equals("oidcConfiguration")) {
          properties.set(name, oidc);
        } else if (!reference.isEmpty() && !reference.startsWith("#")) {
          properties.set(name, JSON.createObjectNode());
        }
      }
    }
    return schema;
  }

  private static List<String> names(ObjectNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
