package io.entrabroker.keycloak.credential;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.entrabroker.Parsed;
import io.entrabroker.clientauth.CertificateLocation;
import io.entrabroker.clientauth.CertifiedKey;
import io.entrabroker.clientauth.CredentialSource;
import io.entrabroker.clientauth.RealmKey;
import io.entrabroker.clientauth.Secret;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Credentials of one realm on this node. */
record RealmCredentials(KeycloakSession session, RealmModel realm, NodeCredentials node)
    implements CredentialSource {

  /** Bytes. A token of Kubernetes has about 1,000. */
  private static final int LARGEST_TOKEN = 16 * 1024;

  @Override
  public Parsed<List<CertifiedKey>> certificates(CertificateLocation where) {
    return where instanceof CertificateLocation.File file
        ? password(file.password())
            .then(secret -> node.keyFiles().keys(node.folders(), realm.getId(), file, secret))
        : new RealmKeys(session, realm).certified(((CertificateLocation.Realm) where).name());
  }

  @Override
  public Parsed<List<RealmKey>> realmKeys(String name) {
    return new RealmKeys(session, realm).forRs256(name);
  }

  @Override
  public Parsed<Secret> token(String path) {
    return path.isEmpty() ? tokenOfEnvironment() : text(node.folders().read(path, LARGEST_TOKEN));
  }

  private Parsed<Secret> tokenOfEnvironment() {
    return node.tokenFile().isEmpty()
        ? Parsed.refused(
            "The server's environment has no "
                + NodeCredentials.TOKEN_FILE_VARIABLE
                + ": write the path of the token file.")
        : text(CredentialFolders.around(node.tokenFile()).read(node.tokenFile(), LARGEST_TOKEN));
  }

  private static Parsed<Secret> text(Parsed<byte[]> content) {
    return content.map(bytes -> new Secret(new String(bytes, ISO_8859_1).strip()));
  }

  private Parsed<Secret> password(String reference) {
    if (reference.isEmpty()) {
      return Parsed.accepted(new Secret(""));
    }
    try (var secret = session.vault().getStringSecret(reference)) {
      return secret
          .get()
          .map(text -> Parsed.accepted(new Secret(text)))
          .orElseGet(() -> Parsed.refused("The vault has no password under " + reference + "."));
    }
  }
}
