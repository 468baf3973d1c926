package io.entrabroker.keycloak.idp;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.Parsed;
import io.entrabroker.keycloak.upstream.ScriptedHttpClient;
import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.keys.KeyDocument;
import io.entrabroker.keys.KeySet;
import io.entrabroker.tenant.Endpoints;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

class KeyDownloadTest {

  private static final String TENANT = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  private static final String CLIENT = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001";
  private static final String HOST = "https://login.microsoftonline.com";
  private static final String KEYS = HOST + "/" + TENANT + "/discovery/v2.0/keys";
  private static final String MODULUS = modulus();

  private final ScriptedHttpClient client = new ScriptedHttpClient();
  private final AtomicInteger findings = new AtomicInteger();
  private final KeyDownload download =
      new KeyDownload(
          session(),
          new Upstream(client, Duration.ofSeconds(5)),
          new Endpoints(URI.create(HOST), TENANT),
          CLIENT);

  @Test
  void theKeysOfEverybodyAreReadWhereTheAuthorityPublishesThem() {
    client.answers(200, set(HOST + "/{tenantid}/v2.0"));

    assertThat(keys(download.read(KeyDocument.OF_AUTHORITY)).keys()).containsOnlyKeys("one");
    assertThat(client.asked).containsExactly(URI.create(KEYS));
    assertThat(findings).hasValue(0);
  }

  @Test
  void thoseOfTheApplicationAreAskedForWithItsId() {
    client.answers(200, set(HOST + "/{tenantid}/v2.0"));
    download.read(KeyDocument.OF_APPLICATION);

    assertThat(client.asked).containsExactly(URI.create(KEYS + "?appid=" + CLIENT));
  }

  @ParameterizedTest
  @CsvSource({
    "302, The key endpoint answered with status 302.",
    "404, The key endpoint answered with status 404.",
    "429, The key endpoint answered with status 429.",
    "500, The key endpoint answered with status 500.",
    "0, Cause: UNREACHABLE."
  })
  void anAnswerThatIsNoneIsAFindingEvenIfItsBodyIsAGoodSet(int status, String problem) {
    client.answers(status, set(HOST + "/{tenantid}/v2.0"));

    assertThat(problem(download.read(KeyDocument.OF_AUTHORITY))).isEqualTo(problem);
    assertThat(findings).hasValue(1);
  }

  @Test
  void aSetOfForeignKeysIsAFinding() {
    client.answers(200, set("https://login.microsoftonline.us/{tenantid}/v2.0"));

    assertThat(problem(download.read(KeyDocument.OF_AUTHORITY))).contains("no key that signs for");
    assertThat(findings).hasValue(1);
  }

  @Test
  void moreThanASetCanHaveIsNotRead() {
    client.answers(200, set(HOST + "/{tenantid}/v2.0") + " ".repeat(KeySet.LONGEST));

    assertThat(problem(download.read(KeyDocument.OF_AUTHORITY))).isEqualTo("Cause: TOO_LARGE.");
    assertThat(findings).hasValue(1);
  }

  private static KeySet keys(Parsed<KeySet> read) {
    return read.asOptional().orElseThrow();
  }

  private static String problem(Parsed<KeySet> read) {
    return read.fold(keys -> "none", problem -> problem);
  }

  private static String set(String issuer) {
    return """
        {"keys":[{"kty":"RSA","use":"sig","kid":"one","n":"%s","e":"AQAB","issuer":"%s"}]}"""
        .formatted(MODULUS, issuer);
  }

  private static String modulus() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      RSAPublicKey key = (RSAPublicKey) generator.generateKeyPair().getPublic();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getModulus().toByteArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  // Whoever writes a finding asks for the realm's name, and nobody else does.
  private KeycloakSession session() {
    RealmModel realm =
        Answering.type(
            RealmModel.class,
            Map.of(
                "getName",
                () -> {
                  findings.incrementAndGet();
                  return "openmetadata";
                }));
    KeycloakContext context =
        Answering.type(KeycloakContext.class, Map.of("getRealm", () -> realm));
    return Answering.type(KeycloakSession.class, Map.of("getContext", () -> context));
  }
}
