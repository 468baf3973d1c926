package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.entrabroker.simulator.directory.CredentialChange;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.keys.ClientCertificate;
import io.entrabroker.simulator.policy.Moment;
import io.entrabroker.simulator.policy.SignInRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Microsoft's library for Node, unmodified, is content with the simulator. */
class MsalForNodeTest {

  private static final String SCRIPT = "msal-node.test.mjs";
  private static final int TESTS_OF_THE_SCRIPT = 10;
  private static final Pattern VERDICT = Pattern.compile("(?m)^(ok|not ok) \\d+ - (.*)$");

  @TempDir private static Path secrets = Path.of("");

  @BeforeAll
  static void programs() {
    Program.require(Program.NODE, Program.NPM);
  }

  @TestFactory
  Stream<DynamicTest> itDoesWhatItDoesWithEntra() throws Exception {
    InstalledMsal.folder();
    InstalledMsal.Output output;
    try (EntraSimulator entra = EntraSimulator.builder().httpsPort(0).start()) {
      ClientCertificate certificate = ClientCertificate.create("msal-node");
      entra.change(CredentialChange.addCertificate(Contoso.WEB, certificate.certificate()));
      addRules(entra);
      output =
          InstalledMsal.run(
              List.of(Program.NODE.path(), "--test", "--test-reporter=tap", SCRIPT),
              environment(entra, certificate));
    }
    Map<String, String> verdicts = new LinkedHashMap<>();
    Matcher lines = VERDICT.matcher(output.text());
    while (lines.find()) {
      verdicts.put(lines.group(2), lines.group(1));
    }
    assertThat(verdicts).as(output.text()).hasSize(TESTS_OF_THE_SCRIPT);
    return verdicts.entrySet().stream()
        .map(
            verdict ->
                dynamicTest(
                    verdict.getKey(),
                    () -> assertThat(verdict.getValue()).as(output.text()).isEqualTo("ok")));
  }

  private static void addRules(EntraSimulator entra) {
    entra
        .signInRules()
        .add(
            SignInRule.demandingContext("c1").of(Contoso.GRACE_UPN),
            SignInRule.refusing(Aadsts.GRANT_REVOKED.with("then", "later").suberror("bad_token"))
                .of("alan.turing@contoso.example")
                .at(Moment.REFRESH),
            SignInRule.blocking().of("hypatia@contoso.example").at(Moment.REFRESH),
            SignInRule.refusing(Aadsts.TOO_MANY_REQUESTS.with())
                .of("zofie.novakova@contoso.example")
                .at(Moment.REFRESH));
  }

  private static Map<String, String> environment(
      EntraSimulator entra, ClientCertificate certificate)
      throws IOException, GeneralSecurityException {
    Path authority = Files.writeString(secrets.resolve("ca.pem"), entra.caCertificatePem());
    Path key = Files.writeString(secrets.resolve("key.pem"), certificate.privateKeyPem());
    byte[] thumbprint =
        MessageDigest.getInstance("SHA-256").digest(certificate.certificate().getEncoded());
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("NODE_EXTRA_CA_CERTS", authority.toString());
    environment.put("LOGIN_HOST", entra.httpsUri().toString());
    environment.put("TENANT", Contoso.TENANT);
    environment.put("CLIENT_ID", Contoso.WEB);
    environment.put("CLIENT_SECRET", Contoso.WEB_SECRET);
    environment.put("REDIRECT_URI", Contoso.WEB_REDIRECT);
    environment.put("API_SCOPE", "api://" + Contoso.API + "/.default");
    environment.put("PRIVATE_KEY_FILE", key.toString());
    environment.put("CERTIFICATE_THUMBPRINT", HexFormat.of().formatHex(thumbprint));
    return environment;
  }
}
