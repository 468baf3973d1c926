package io.entrabroker.settings;

import io.entrabroker.clientauth.AppRegistration;
import io.entrabroker.clientauth.CertificateCredential;
import io.entrabroker.clientauth.CertificateLocation;
import io.entrabroker.clientauth.ClientCredential;
import io.entrabroker.clientauth.ClientSecret;
import io.entrabroker.clientauth.FederatedTokenFile;
import io.entrabroker.clientauth.KeycloakSignedAssertion;
import io.entrabroker.clientauth.Secret;
import java.util.List;
import java.util.Set;

/** Reads how the application is registered, and how it proves who it is. */
record CredentialReader(ConfigReading config, SignInFlow flow) {

  AppRegistration registration(String clientId) {
    Registration platform = config.value(ConnectionSettings.REGISTRATION);
    CredentialKind kind = config.value(CredentialSettings.KIND);
    ClientCredential credential = credential(kind);
    if (config.isFine(
        ConnectionSettings.REGISTRATION, ConnectionSettings.FLOW, CredentialSettings.KIND)) {
      checkKind(platform, kind);
      checkSecret(platform, kind);
      checkStrays(kind);
    }
    if (flow == SignInFlow.ID_TOKEN) {
      return new AppRegistration.WithoutTokenRequest(clientId);
    }
    return platform == Registration.SPA
        ? new AppRegistration.SinglePageApplication(clientId)
        : new AppRegistration.WebApplication(clientId, credential);
  }

  // Every setting is read, whichever counts, so that each is told if it is wrong.
  private ClientCredential credential(CredentialKind kind) {
    String key = config.value(CredentialSettings.SIGNING_KEY);
    String file = config.value(CredentialSettings.CERTIFICATE_FILE);
    String password = config.value(CredentialSettings.CERTIFICATE_PASSWORD);
    CertificateLocation where =
        file.isEmpty()
            ? new CertificateLocation.Realm(key)
            : new CertificateLocation.File(file, password);
    CertificateCredential certificate =
        new CertificateCredential(
            where,
            config.value(CredentialSettings.ALGORITHM),
            config.value(CredentialSettings.EXPIRY_WARNING));
    FederatedTokenFile token = new FederatedTokenFile(config.value(CredentialSettings.TOKEN_FILE));
    KeycloakSignedAssertion assertion =
        new KeycloakSignedAssertion(
            config.value(CredentialSettings.SUBJECT),
            config.value(CredentialSettings.AUDIENCE),
            key);
    return switch (kind) {
      case SECRET -> new ClientSecret(new Secret(secret()));
      case CERTIFICATE -> certificate;
      case TOKEN_FILE -> token;
      case KEYCLOAK_SIGNED -> assertion;
    };
  }

  private void checkKind(Registration platform, CredentialKind kind) {
    if (kind == CredentialKind.SECRET) {
      return;
    }
    if (platform == Registration.SPA) {
      config.wrong(
          CredentialSettings.KIND,
          "A single-page application proves itself by its redirect URI alone: set Credential to"
              + " secret and write none as the client secret, or choose Web.");
    } else if (flow == SignInFlow.ID_TOKEN) {
      config.wrong(
          CredentialSettings.KIND,
          "The flow id_token makes no token request, so there is nothing to prove: set Credential"
              + " to secret and write none as the client secret, or choose the flow code.");
    }
    if (kind == CredentialKind.CERTIFICATE) {
      checkPlaceOfCertificate();
    }
  }

  private void checkPlaceOfCertificate() {
    boolean key = isSet(CredentialSettings.SIGNING_KEY);
    boolean file = isSet(CredentialSettings.CERTIFICATE_FILE);
    if (key && file) {
      config.wrong(
          CredentialSettings.CERTIFICATE_FILE,
          "The certificate is either a key of the realm or a file: empty Signing key or"
              + " Certificate file.");
    } else if (!key && !file) {
      config.missing(
          CredentialSettings.SIGNING_KEY,
          "A certificate needs its private key: write a key of the realm under Signing key, or the"
              + " path of a PEM or PKCS#12 file under Certificate file.");
    } else if (key && isSet(CredentialSettings.CERTIFICATE_PASSWORD)) {
      config.wrong(
          CredentialSettings.CERTIFICATE_PASSWORD,
          "A key of the realm needs no password: empty Certificate password.");
    }
  }

  private void checkSecret(Registration platform, CredentialKind kind) {
    String secret = secret();
    if (secret.isEmpty() || secret.equals(SettingsReader.NO_SECRET)) {
      checkNoneIsNeeded(platform, kind);
    } else {
      checkOneIsUsed(platform, kind);
    }
    boolean placeholder = secret.startsWith("${") && !secret.startsWith("${vault.");
    if (secret.equals(SettingsReader.MASKED) || placeholder) {
      config.wrong(
          ConnectionSettings.CLIENT_SECRET,
          "The client secret is a placeholder, not a secret: paste the Value of the secret, or"
              + " write a vault reference such as ${vault.entra}.");
    }
  }

  private void checkNoneIsNeeded(Registration platform, CredentialKind kind) {
    if (platform == Registration.WEB && flow == SignInFlow.CODE && kind == CredentialKind.SECRET) {
      config.missing(
          ConnectionSettings.CLIENT_SECRET,
          "A Web registration needs a client secret: paste the Value of a secret (Entra admin"
              + " center > App registrations > Certificates & secrets), or choose spa if the"
              + " redirect URI is registered as a single-page application.");
    }
  }

  private void checkOneIsUsed(Registration platform, CredentialKind kind) {
    if (platform == Registration.SPA) {
      config.wrong(
          ConnectionSettings.CLIENT_SECRET,
          "A single-page application must not send a client secret: replace the secret by "
              + SettingsReader.NO_SECRET
              + ", or choose Web.");
    } else if (kind != CredentialKind.SECRET) {
      config.wrong(
          ConnectionSettings.CLIENT_SECRET,
          "With the credential "
              + kind.text()
              + " no secret is sent, so none should be kept: replace the client secret by "
              + SettingsReader.NO_SECRET
              + ", or set Credential to secret.");
    }
  }

  // What is set and not used was meant for something: better asked than ignored.
  private void checkStrays(CredentialKind kind) {
    Set<Setting<?>> used = used(kind);
    for (Setting<?> setting :
        List.of(
            CredentialSettings.SIGNING_KEY,
            CredentialSettings.CERTIFICATE_FILE,
            CredentialSettings.CERTIFICATE_PASSWORD,
            CredentialSettings.TOKEN_FILE,
            CredentialSettings.SUBJECT,
            CredentialSettings.AUDIENCE)) {
      if (isSet(setting) && !used.contains(setting)) {
        config.wrong(
            setting,
            setting.label()
                + " is not used with the credential "
                + kind.text()
                + ": empty it, or choose another credential.");
      }
    }
  }

  private static Set<Setting<?>> used(CredentialKind kind) {
    return switch (kind) {
      case SECRET -> Set.of();
      case CERTIFICATE ->
          Set.of(
              CredentialSettings.SIGNING_KEY,
              CredentialSettings.CERTIFICATE_FILE,
              CredentialSettings.CERTIFICATE_PASSWORD);
      case TOKEN_FILE -> Set.of(CredentialSettings.TOKEN_FILE);
      case KEYCLOAK_SIGNED ->
          Set.of(
              CredentialSettings.SIGNING_KEY,
              CredentialSettings.SUBJECT,
              CredentialSettings.AUDIENCE);
    };
  }

  private boolean isSet(Setting<?> setting) {
    return !config.text(setting).isEmpty();
  }

  private String secret() {
    return config.text(ConnectionSettings.CLIENT_SECRET);
  }
}
