package io.entrabroker.settings;

import static io.entrabroker.settings.SettingParsers.matching;

import io.entrabroker.Parsed;
import io.entrabroker.clientauth.AssertionAlgorithm;
import java.util.List;

/** The settings that say how a Web registration proves who it is. */
public final class CredentialSettings {

  /** Which kind of credential. */
  public static final Setting<CredentialKind> KIND =
      Setting.choice(
          "credential",
          "Credential",
          "How a Web registration proves who it is: the client secret (secret), a certificate whose"
              + " private key is in the realm or in a file of the server (certificate), a token file"
              + " of another issuer such as Kubernetes (token-file), or an assertion that the realm"
              + " itself signs (keycloak-signed). With all but secret, write none as the client"
              + " secret. See docs/credentials.md.",
          CredentialKind.values(),
          CredentialKind::text);

  /** The realm's key. */
  public static final Setting<String> SIGNING_KEY =
      new Setting<>(
          "signingKey",
          "Signing key",
          "The realm's key that signs: its key id (Kid), which pins it, or the name of a key provider"
              + " (Realm settings > Keys > Add providers), whose active key is used and, while Entra"
              + " does not know that one yet, the one before it. For certificate instead of a file;"
              + " for keycloak-signed it may be empty: the realm's active RS256 key.",
          new Setting.Field.Text(),
          "",
          text ->
              matching(
                  "[^\\p{Cntrl}]{1,255}",
                  text,
                  "Write a key id or the name of a key provider, as Realm settings > Keys shows"
                      + " them."));

  /** A file with key and certificate. */
  public static final Setting<String> CERTIFICATE_FILE =
      new Setting<>(
          "certificateFile",
          "Certificate file",
          "For certificate: the absolute path, on the server, of a PEM or PKCS#12 file with one RSA"
              + " private key and its certificate, in a folder that the server allows"
              + " (credential-folders). It is read again when it has changed.",
          new Setting.Field.Text(),
          "",
          CredentialSettings::path);

  /** What that file is encrypted with. */
  public static final Setting<String> CERTIFICATE_PASSWORD =
      new Setting<>(
          "certificatePassword",
          "Certificate password",
          "The password of the certificate file as a vault reference such as"
              + " ${vault.entra-certificate}; empty if it is not encrypted.",
          new Setting.Field.Text(),
          "",
          text ->
              matching(
                  "\\$\\{vault\\.[A-Za-z0-9_.-]{1,200}\\}",
                  text,
                  "Write a vault reference such as ${vault.entra-certificate}, never the password:"
                      + " what stands here is shown to administrators and exported."));

  /** How assertions are signed. */
  public static final Setting<AssertionAlgorithm> ALGORITHM =
      Setting.choice(
          "assertionAlgorithm",
          "Assertion algorithm",
          "For certificate: ps256 (with the SHA-256 thumbprint, as Microsoft documents) or rs256"
              + " (with the SHA-1 thumbprint, for what is older).",
          AssertionAlgorithm.values(),
          AssertionAlgorithm::text);

  /** When to warn of a certificate's end. */
  public static final Setting<Integer> EXPIRY_WARNING =
      new Setting<>(
          "expiryWarning",
          "Warn before expiry",
          "For certificate: how many days before the certificate expires the log and the events say"
              + " so, once a day (0 to 365).",
          new Setting.Field.Text(),
          "30",
          text ->
              text.matches("\\d{1,3}") && Integer.parseInt(text) <= 365
                  ? Parsed.accepted(Integer.valueOf(text))
                  : Parsed.refused("Write a number of days from 0 to 365."));

  /** A file with a token of another issuer. */
  public static final Setting<String> TOKEN_FILE =
      new Setting<>(
          "tokenFile",
          "Token file",
          "For token-file: the absolute path of the token on the server, in a folder that the server"
              + " allows (credential-folders); empty for the file that the server's variable"
              + " AZURE_FEDERATED_TOKEN_FILE names.",
          new Setting.Field.Text(),
          "",
          CredentialSettings::path);

  /** Whom the realm's assertion speaks of. */
  public static final Setting<String> SUBJECT =
      new Setting<>(
          "assertionSubject",
          "Assertion subject",
          "For keycloak-signed: the subject of the federated credential in Entra; empty for"
              + " entra-broker: and the alias, such as entra-broker:entra.",
          new Setting.Field.Text(),
          "",
          text ->
              matching(
                  "[!-~]{1,255}",
                  text,
                  "Write the subject without spaces, as it stands in Entra."));

  /** For whom the realm's assertion is meant. */
  public static final Setting<String> AUDIENCE =
      new Setting<>(
          "assertionAudience",
          "Assertion audience",
          "For keycloak-signed: the audience of the federated credential in Entra; empty for the"
              + " usual one of the cloud, such as api://AzureADTokenExchange.",
          new Setting.Field.Text(),
          "",
          text ->
              matching(
                  "[!-~]{1,255}",
                  text,
                  "Write the audience without spaces, as it stands in Entra."));

  static final List<Setting<?>> ALL =
      List.of(
          KIND,
          SIGNING_KEY,
          CERTIFICATE_FILE,
          CERTIFICATE_PASSWORD,
          ALGORITHM,
          EXPIRY_WARNING,
          TOKEN_FILE,
          SUBJECT,
          AUDIENCE);

  private CredentialSettings() {}

  private static Parsed<String> path(String text) {
    return matching(
        "(/|[A-Za-z]:[/\\\\])(?!.*\\.\\.)[^\\p{Cntrl}]{1,1000}",
        text,
        "Write the absolute path of a file on the server, without '..'.");
  }
}
