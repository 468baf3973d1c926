package io.entrabroker.clientauth;

import io.entrabroker.Parsed;
import java.util.List;

/**
 * Where keys, certificates and tokens come from: the realm, and files of the server. Every refusal
 * is a whole sentence for an administrator, which shows nothing of what was read.
 */
public interface CredentialSource {

  /** The keys with their certificates, best first; at least one, at most two. */
  Parsed<List<CertifiedKey>> certificates(CertificateLocation where);

  /**
   * The realm's keys for RS256 that its key set publishes, best first; at least one, at most two.
   *
   * @param name a key id, or the name of a key provider of the realm; empty for the active key
   */
  Parsed<List<RealmKey>> realmKeys(String name);

  /**
   * The text of a file, without the white space around it.
   *
   * @param path its path; empty for the one that the server's environment names
   */
  Parsed<Secret> token(String path);
}
