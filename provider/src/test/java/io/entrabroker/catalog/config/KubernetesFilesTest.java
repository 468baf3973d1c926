package io.entrabroker.catalog.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.catalog.config.CatalogClient.ClientSecret;
import io.entrabroker.catalog.config.CatalogClient.Confidential;
import io.entrabroker.catalog.config.RealmFacts.RegisteredClient;
import io.entrabroker.catalog.config.UpstreamFiles.Chart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * The realm for the Keycloak Operator and the values for OpenMetadata's chart are those of the
 * realm file. {@code -Dupdate.docs=true} writes them.
 */
class KubernetesFilesTest {

  private static final Path KUBERNETES = Path.of("..", "deploy", "kubernetes");
  private static final Path REALM = Path.of("..", "realm-export", "openmetadata-realm.json");
  private static final String RELEASE = "1.13.1";
  private static final String KEYCLOAK = "https://sso.example.com";
  private static final String CATALOG = "https://catalog.example.com";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)[:}]");

  /** What is yes or no in the realm: the resource's schema takes no text there. */
  private static final Map<String, Boolean> SWITCHES =
      Map.of(
          "${ENTRA_ENABLED:false}", true,
          "${OPENMETADATA_CONFIDENTIAL_ENABLED:false}", true,
          "${OPENMETADATA_PUBLIC_ENABLED:false}", false);

  /** What keeps the realm file's default, since a placeholder here has to have a Secret's key. */
  private static final Set<String> DEFAULTS = Set.of("OPENMETADATA_REALM_DISPLAY_NAME");

  /** What only this file has: whoever exports for a catalog that runs has its own keys there. */
  private static final String KEYS =
      """
          # The chart's signing key and Fernet key are published: whoever has them signs in as any bot, and
          # reads the credentials that the catalog stores. docs/deployment.md makes the Secret of these.
          jwtTokenConfiguration:
            enabled: true
            rsapublicKeyFilePath: "/opt/openmetadata/keys/public_key.der"
            rsaprivateKeyFilePath: "/opt/openmetadata/keys/private_key.der"
            jwtissuer: "https://catalog.example.com"
            # Another one with each new key.
            keyId: "catalog.example.com-1"
          fernetkey:
            value: ""
            secretRef: "openmetadata-keys"
            secretKey: "fernet-key"
      """;

  private static final String KEY_FILES =
      """
      # The two files of the signing key.
      extraVolumes:
        - name: openmetadata-keys
          secret:
            secretName: openmetadata-keys
            items:
              - key: private_key.der
                path: private_key.der
              - key: public_key.der
                path: public_key.der
      extraVolumeMounts:
        - name: openmetadata-keys
          mountPath: /opt/openmetadata/keys
          readOnly: true
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theRealmIsThatOfTheRealmFile() throws IOException {
    current("realm-import.yaml", realmImport(realm()));
  }

  @Test
  void theValuesAreThoseOfTheRealmAtItsAddresses() throws IOException {
    CatalogSettings settings =
        new CatalogRequest("confidential", RELEASE, CATALOG, "example.com", "")
            .read(facts())
            .asOptional()
            .orElseThrow();

    String exported = CatalogExport.HELM_VALUES.write(settings);
    current("openmetadata-values.yaml", withKeys(exported));
    assertThat(exported)
        .contains("\"" + KEYCLOAK + "/realms/openmetadata\"", "\"" + CATALOG + "/callback\"")
        .doesNotContain("localhost:8080", "localhost:8585/callback");
  }

  @Test
  void theCatalogHasNoneOfTheKeysThatEverybodyHas() throws IOException {
    JsonNode ours = ours();

    assertThat(PublishedKeys.in(ours)).isEmpty();
    assertThat(ours.at("/extraVolumeMounts/0/name")).isEqualTo(ours.at("/extraVolumes/0/name"));
    assertThat(ours.at("/extraVolumes/0/secret/secretName"))
        .isEqualTo(ours.at("/openmetadata/config/fernetkey/secretRef"));
    String folder = ours.at("/extraVolumeMounts/0/mountPath").asText();
    assertThat(ours.at("/extraVolumes/0/secret/items").findValuesAsText("path"))
        .hasSize(2)
        .allSatisfy(
            file ->
                assertThat(ours.at("/openmetadata/config/jwtTokenConfiguration").toString())
                    .contains("\"" + folder + "/" + file + "\""));
  }

  /** With the chart's own values below ours, where there are charts. */
  @TestFactory
  Stream<DynamicTest> neitherHasItWithTheChartsOwnValues() {
    return chart().map(chart -> dynamicTest(chart.release(), () -> replacesKeys(chart)));
  }

  private static void replacesKeys(Chart chart) throws IOException {
    assertThat(PublishedKeys.in(chart.valuesWith(ours()))).isEmpty();
    assertThat(PublishedKeys.in(chart.values())).hasSize(6);
  }

  @Test
  void theRealmHasTheTypesThatTheOperatorsSchemaIsMadeFrom() throws IOException {
    JsonNode realm = realm();

    RealmRepresentation read = strict().treeToValue(realm, RealmRepresentation.class);

    assertThat(read.getRealm()).isEqualTo("openmetadata");
    assertThat(read.getIdentityProviders().get(0).isEnabled()).isTrue();
  }

  @Test
  void textInThePlaceOfYesOrNoWouldBeNoticed() throws IOException {
    ObjectNode realm = realm();
    ((ObjectNode) realm.at("/clients/0")).put("enabled", "${X:true}");

    assertThatThrownBy(() -> strict().treeToValue(realm, RealmRepresentation.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  /** Helm lays the values over the chart's own and looks at the whole. */
  @TestFactory
  Stream<DynamicTest> theChartTakesTheValues() {
    return chart()
        .map(
            chart ->
                dynamicTest(
                    chart.release(),
                    () -> assertThat(chart.problems(chart.valuesWith(ours()))).isEmpty()));
  }

  private static Stream<Chart> chart() {
    return UpstreamFiles.charts().filter(chart -> chart.release().equals(RELEASE));
  }

  private static JsonNode ours() throws IOException {
    return UpstreamFiles.yaml(KUBERNETES.resolve("openmetadata-values.yaml"));
  }

  private static String withKeys(String exported) {
    String config = "  config:\n";
    assertThat(exported).containsOnlyOnce(config);
    return exported.replace(config, config + KEYS) + KEY_FILES;
  }

  private static ObjectMapper strict() {
    return JsonMapper.builder()
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static void current(String name, String text) throws IOException {
    Path file = KUBERNETES.resolve(name);
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file))
        .as("Run: mvn -pl provider test -Dtest=KubernetesFilesTest -Dupdate.docs=true")
        .isEqualTo(text);
  }

  private static ObjectNode realm() throws IOException {
    ObjectNode realm = (ObjectNode) JSON.readTree(Files.readString(REALM));
    switches(realm);
    return realm;
  }

  private static void switches(JsonNode node) {
    if (node instanceof ArrayNode array) {
      array.forEach(KubernetesFilesTest::switches);
    } else if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (SWITCHES.containsKey(member.getValue().asText())) {
          member.setValue(BooleanNode.valueOf(SWITCHES.get(member.getValue().asText())));
        }
        switches(member.getValue());
      }
    }
  }

  private static String realmImport(ObjectNode realm) throws JsonProcessingException {
    StringBuilder out =
        new StringBuilder(
            """
            # The realm of realm-export/openmetadata-realm.json for the Keycloak Operator, which imports it once. Its values come from
            # the Secret openmetadata-realm, which has to have every key named here; an empty one is fine but for the client's secret.
            # Delete this resource once it is done: bin/realm-apply brings an existing realm up to date.
            apiVersion: k8s.keycloak.org/v2alpha1
            kind: KeycloakRealmImport
            metadata:
              name: openmetadata
            spec:
              keycloakCRName: keycloak
              placeholders:
            """);
    TreeSet<String> names = new TreeSet<>();
    Matcher found = PLACEHOLDER.matcher(realm.toString());
    while (found.find()) {
      names.add(found.group(1));
    }
    names.removeAll(DEFAULTS);
    for (String name : names) {
      out.append("    %s:\n      secret:\n        name: openmetadata-realm\n".formatted(name))
          .append("        key: %s\n".formatted(name));
    }
    String json = printer().writeValueAsString(realm);
    return out.append("  realm:\n    ")
        .append(json.replace("\n", "\n    "))
        .append('\n')
        .toString();
  }

  private static ObjectWriter printer() {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indent);
    printer.indentArraysWith(indent);
    return JSON.writer(printer);
  }

  private static RealmFacts facts() throws IOException {
    JsonNode realm = realm();
    return new RealmFacts(
        new RealmAddress(
            URI.create(KEYCLOAK + "/realms/" + realm.get("realm").asText()),
            realm.get("ssoSessionMaxLifespan").asInt()),
        List.of(
            new RegisteredClient(
                new Confidential("openmetadata-web", new ClientSecret.Withheld()), true, CATALOG)),
        CatalogRelease.parse(RELEASE).asOptional(),
        List.of());
  }
}
