package io.entrabroker.it.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** The files for Kubernetes fit the operator, the chart, the realm and each other. */
class KubernetesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOLDER = "deploy/kubernetes/";

  private final JsonNode keycloak = yaml("keycloak.yaml");
  private final JsonNode realmImport = yaml("realm-import.yaml");
  private final JsonNode values = yaml("openmetadata-values.yaml");
  private final String dockerfile = ComposeFile.text(FOLDER + "Dockerfile");
  private final String docs = ComposeFile.text("docs/deployment.md");

  @Test
  void theOperatorKnowsEveryFieldAndItsType() {
    assertThat(keycloak.path("apiVersion").asText()).isEqualTo("k8s.keycloak.org/v2alpha1");
    assertThat(OperatorFields.problems(spec())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "instances, 'two', spec.instances must be of the type Integer",
    "replicas, 2, spec.replicas is no field",
    "db, postgres, spec.db has the wrong shape"
  })
  void whatTheOperatorDoesNotKnowIsNoticed(String field, String value, String problem) {
    Map<String, Object> spec = new HashMap<>(spec());
    spec.put(field, value);

    assertThat(OperatorFields.problems(spec)).containsExactly(problem);
  }

  @Test
  void twoNodesOfAnImageThatIsBuiltBeforehand() {
    assertThat(keycloak.at("/spec/instances").asInt()).isEqualTo(2);
    assertThat(keycloak.at("/spec/startOptimized").asBoolean()).isTrue();
  }

  @Test
  void theReleaseIsTheOneThatComposeStarts() {
    String release = only(ComposeFile.text(".env.example"), "(?m)^KEYCLOAK_RELEASE=(.*)$");

    assertThat(only(dockerfile, "ARG KEYCLOAK_RELEASE=(.*)")).isEqualTo(release);
    assertThat(keycloak.at("/spec/image").asText()).endsWith(":" + release);
    assertThat(all(docs + dockerfile, "openmetadata-keycloak:([0-9.]+[0-9])"))
        .containsOnly(release);
  }

  @Test
  void theImageHasTheJarsThatTheBuildMakes() {
    Set<String> jars =
        Stream.of("provider", "themes")
            .map(
                module ->
                    module
                        + "/target/"
                        + only(ComposeFile.text(module + "/pom.xml"), "<finalName>(.*)</finalName>")
                        + ".jar")
            .collect(Collectors.toSet());
    String copied = only(dockerfile, "(?m)^COPY --chown=\\S+ (.*) /opt/keycloak/providers/$");

    assertThat(copied.split(" ", -1)).containsExactlyInAnyOrderElementsOf(jars);
    assertThat(ComposeFile.text(FOLDER + "Dockerfile.dockerignore").lines()).first().isEqualTo("*");
    assertThat(all(ComposeFile.text(FOLDER + "Dockerfile.dockerignore"), "(?m)^!(.*)$"))
        .containsExactlyInAnyOrderElementsOf(jars);
  }

  @Test
  void whatIsBuiltIsWhatTheResourceStarts() {
    assertThat(all(dockerfile, "KC_DB=(\\w+)"))
        .containsOnly(keycloak.at("/spec/db/vendor").asText());
    assertThat(all(dockerfile, "KC_HEALTH_ENABLED=(\\w+)")).containsOnly("true");
    assertThat(all(dockerfile, "(?m)^ENV (.*)$")).hasSize(1);
  }

  @Test
  void keycloakHasOneAddressForBrowsersAndCatalog() {
    String hostname = keycloak.at("/spec/hostname/hostname").asText();
    JsonNode authentication = values.at("/openmetadata/config/authentication");

    assertThat(hostname).startsWith("https://");
    assertThat(authentication.path("authority").asText())
        .isEqualTo(hostname + "/realms/openmetadata");
    assertThat(authentication.at("/oidcConfiguration/discoveryUri").asText()).startsWith(hostname);
    assertThat(authentication.at("/publicKeys/0").asText()).startsWith(hostname);
    assertThat(docs)
        .contains("OPENMETADATA_URL=" + authentication.at("/oidcConfiguration/serverUrl").asText());
  }

  @Test
  void headersAboutTheClientAreReadOnlyBecauseNobodyPassesTheIngressBy() {
    assertThat(keycloak.at("/spec/proxy/headers").asText()).isEqualTo("xforwarded");
    assertThat(keycloak.at("/spec/networkPolicy/enabled").asBoolean()).isTrue();
    assertThat(keycloak.at("/spec/networkPolicy/http")).isNotEmpty();
    assertThat(keycloak.at("/spec/ingress/tlsSecret").asText()).isNotEmpty();
  }

  /** Switched on, what the file has for the admin console is what the operator knows. */
  @Test
  void theAdminConsolesAddressCanBeAnother() {
    String file = ComposeFile.text(FOLDER + "keycloak.yaml");
    String switchedOn = file.replaceFirst("(?m)^    # (admin: https://\\S+)$", "    $1");
    Map<String, Object> spec = ComposeFile.child(new Yaml().load(switchedOn), "spec");

    assertThat(keycloak.at("/spec/hostname/admin").isMissingNode()).isTrue();
    assertThat(ComposeFile.child(spec, "hostname"))
        .containsEntry("admin", "https://sso-admin.example.com");
    assertThat(OperatorFields.problems(spec)).isEmpty();
    assertThat(docs).contains("`" + keycloak.at("/metadata/name").asText() + "-service`");
  }

  @Test
  void theRealmIsTheFilesButForWhatIsSwitchedOn() throws Exception {
    JsonNode realm = realmImport.at("/spec/realm");
    JsonNode file = JSON.readTree(ComposeFile.text("realm-export/openmetadata-realm.json"));

    assertThat(differences("", file, realm))
        .containsExactlyInAnyOrder(
            "/identityProviders/0/enabled true",
            "/clients/3/enabled false",
            "/clients/4/enabled true");
    assertThat(realm.at("/clients/4/clientId").asText()).isEqualTo("openmetadata-web");
    assertThat(realmImport.at("/spec/keycloakCRName")).isEqualTo(keycloak.at("/metadata/name"));
  }

  @Test
  void everyPlaceholderOfTheRealmHasAKeyOrADefault() {
    Set<String> keys = new TreeSet<>();
    realmImport.at("/spec/placeholders").fieldNames().forEachRemaining(keys::add);
    String realm = realmImport.at("/spec/realm").toString();

    assertThat(all(realm, "\\$\\{([A-Z][A-Z0-9_]*)}")).isSubsetOf(keys);
    assertThat(keys).isSubsetOf(all(realm, "\\$\\{([A-Z][A-Z0-9_]*)[:}]"));
    assertThat(keys).contains("OPENMETADATA_CLIENT_SECRET", "ENTRA_CLIENT_SECRET");
    assertThat(all(section("OPENMETADATA_CLIENT_SECRET=", "```"), "(?m)^([A-Z_]+)="))
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void secretsAreNamedAndNeverWritten() {
    String files =
        ComposeFile.text(FOLDER + "keycloak.yaml")
            + ComposeFile.text(FOLDER + "realm-import.yaml")
            + ComposeFile.text(FOLDER + "openmetadata-values.yaml")
            + dockerfile;

    assertThat(files).doesNotContainIgnoringCase("kind: Secret", "stringData", "PUT-THE-");
    assertThat(all(files, "\"(?:clientSecret|secret)\" : \"([^\"]*)\""))
        .isNotEmpty()
        .allMatch(value -> value.startsWith("${"));
    Set<String> named = new TreeSet<>();
    named.add(keycloak.at("/spec/db/passwordSecret/name").asText());
    named.add(keycloak.at("/spec/bootstrapAdmin/user/secret").asText());
    named.add(values.findPath("clientSecret").path("secretRef").asText());
    named.add(values.findPath("fernetkey").path("secretRef").asText());
    realmImport.findValues("secret").stream()
        .filter(JsonNode::isObject)
        .forEach(secret -> named.add(secret.path("name").asText()));
    assertThat(all(docs, "create secret generic (\\S+)"))
        .containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void theCommandsOfTheDocumentMakeTheKeysThatTheValuesReferTo(@TempDir Path folder)
      throws Exception {
    Path secret = Files.createDirectory(folder.resolve("secret"));
    String commands = section("umask 077\n", "```");
    assertThat(commands)
        .contains(
            "create secret generic "
                + values.at("/extraVolumes/0/secret/secretName").asText()
                + " --from-file=");

    runs(folder, commands, secret);

    Set<String> wanted =
        new TreeSet<>(values.at("/extraVolumes/0/secret/items").findValuesAsText("key"));
    wanted.add(values.findPath("fernetkey").path("secretKey").asText());
    assertThat(secret.toFile().list()).containsExactlyInAnyOrderElementsOf(wanted);
    KeyFactory rsa = KeyFactory.getInstance("RSA");
    byte[] signing = Files.readAllBytes(secret.resolve("private_key.der"));
    byte[] published = Files.readAllBytes(secret.resolve("public_key.der"));
    assertThat(((RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(published))).getModulus())
        .isEqualTo(
            ((RSAPrivateKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(signing))).getModulus());
    assertThat(Base64.getUrlDecoder().decode(Files.readString(secret.resolve("fernet-key"))))
        .hasSize(32);
    assertThat(folder.resolve("private_key.der")).doesNotExist();
    assertThat(folder.resolve("signing.pem")).doesNotExist();
  }

  /** With a stand-in for kubectl, which puts the files into a folder. */
  private static void runs(Path folder, String commands, Path secret) throws Exception {
    String kubectl =
        "kubectl() { for one in \"$@\"; do case $one in"
            + " --from-file=*) cp \"${one#*=}\" '%s' ;; esac; done; }\n".formatted(secret);
    Process bash =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", kubectl + commands)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
  }

  private Map<String, Object> spec() {
    Map<String, Object> file = new Yaml().load(ComposeFile.text(FOLDER + "keycloak.yaml"));
    return ComposeFile.child(file, "spec");
  }

  private String section(String start, String end) {
    int from = docs.indexOf(start);
    return docs.substring(from, docs.indexOf(end, from));
  }

  private static JsonNode yaml(String name) {
    return JSON.valueToTree(new Yaml().load(ComposeFile.text(FOLDER + name)));
  }

  private static List<String> differences(String path, JsonNode file, JsonNode other) {
    if (file.isContainerNode() && file.getNodeType() == other.getNodeType()) {
      Set<String> names = new TreeSet<>();
      file.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      Stream<String> members =
          names.stream()
              .flatMap(
                  name ->
                      differences(path + "/" + name, file.path(name), other.path(name)).stream());
      Stream<String> elements =
          Stream.iterate(0, i -> i < Math.max(count(file), count(other)), i -> i + 1)
              .flatMap(i -> differences(path + "/" + i, file.path(i), other.path(i)).stream());
      return Stream.concat(members, elements).toList();
    }
    return file.equals(other) ? List.of() : List.of(path + " " + other);
  }

  private static int count(JsonNode node) {
    return node.isArray() ? node.size() : 0;
  }

  private static String only(String text, String pattern) {
    List<String> found = all(text, pattern);
    assertThat(found).as(pattern).hasSize(1);
    return found.get(0);
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .distinct()
        .toList();
  }
}
