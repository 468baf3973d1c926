package io.entrabroker.keycloak.credential;

/**
 * What this node knows of credentials, for all realms.
 *
 * @param folders where the files of credentials may be
 * @param tokenFile the token file that the server's environment names; empty if there is none
 * @param keyFiles the key files read so far
 * @param told the findings told so far
 */
public record NodeCredentials(
    CredentialFolders folders, String tokenFile, KeyFiles keyFiles, OncePerDay told) {

  /** Where Azure's own tools look for the path of a federated token. */
  public static final String TOKEN_FILE_VARIABLE = "AZURE_FEDERATED_TOKEN_FILE";

  /** Of a server that allows no files. */
  public static NodeCredentials withoutFiles() {
    return of("", "");
  }

  /**
   * Of a server.
   *
   * @param folders the server option
   * @param tokenFile what the environment says; may be empty
   */
  public static NodeCredentials of(String folders, String tokenFile) {
    return new NodeCredentials(
        CredentialFolders.of(folders), tokenFile, new KeyFiles(), new OncePerDay());
  }
}
