package io.entrabroker.keycloak.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entrabroker.Parsed;
import io.entrabroker.clientauth.CertificateLocation;
import io.entrabroker.clientauth.CertifiedKey;
import io.entrabroker.clientauth.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Key files that this node has read. The file is read every time, and parsed when it has changed;
 * the key before the change is kept, since Entra may not know the new certificate yet.
 */
final class KeyFiles {

  private static final int LARGEST = 64 * 1024;

  private final Map<String, Reading> readings = new ConcurrentHashMap<>();

  /**
   * The key that a file holds now, and the one that it held before, if there was another.
   *
   * @param realm the id of the realm that asks: none is given what another's password has opened
   */
  Parsed<List<CertifiedKey>> keys(
      CredentialFolders folders, String realm, CertificateLocation.File file, Secret password) {
    String place = realm + " " + file.path();
    return folders.read(file.path(), LARGEST).then(content -> parsed(place, content, password));
  }

  private Parsed<List<CertifiedKey>> parsed(String place, byte[] content, Secret password) {
    String digest = digest(content, password);
    Reading known = readings.get(place);
    if (known != null && known.digest().equals(digest)) {
      return Parsed.accepted(known.keys());
    }
    return KeyFile.read(content, password)
        .map(
            key -> {
              List<CertifiedKey> keys = known == null ? List.of(key) : known.followedBy(key);
              readings.put(place, new Reading(digest, keys));
              return keys;
            });
  }

  private static String digest(byte[] content, Secret password) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(content);
      digest.update(password.reveal().getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private record Reading(String digest, List<CertifiedKey> keys) {
    List<CertifiedKey> followedBy(CertifiedKey key) {
      CertifiedKey latest = keys.get(0);
      return latest.certificate().equals(key.certificate()) ? keys : List.of(key, latest);
    }
  }
}
