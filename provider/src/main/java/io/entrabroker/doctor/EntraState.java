package io.entrabroker.doctor;

import java.util.List;

/**
 * Microsoft Entra ID as this server reaches it.
 *
 * @param alias the identity provider that was asked for
 * @param metadata whether the tenant's metadata document can be read
 * @param keys whether its signing keys can be read
 * @param clockSkewSeconds by how much this server's clock is ahead of Microsoft's, in seconds
 * @param credential what came of a request for a token in the application's own name
 * @param graph whether Microsoft Graph answers, where it is needed
 * @param signIn what came of asking for a sign-in without a person
 * @param permissions what the application may do at Microsoft Graph in its own name
 * @param needs what the settings need of the app registration, and nobody knows without a person
 */
public record EntraState(
    String alias,
    Probe metadata,
    Probe keys,
    long clockSkewSeconds,
    Probe credential,
    Probe graph,
    Probe signIn,
    List<String> permissions,
    List<String> needs) {

  public EntraState {
    permissions = List.copyOf(permissions);
    needs = List.copyOf(needs);
  }

  /** What came of asking. */
  public sealed interface Probe {

    /** As it should be. */
    record Fine() implements Probe {}

    /** Nothing was asked: it is of no concern here. */
    record NotAsked() implements Probe {}

    /**
     * There was no answer, or none that could be used.
     *
     * @param cause a word or two: never what the answer said
     */
    record Silent(String cause) implements Probe {}

    /**
     * Microsoft refused.
     *
     * @param codes numbers of its error codes, AADSTS; may be empty
     */
    record Refused(List<Integer> codes) implements Probe {
      public Refused {
        codes = List.copyOf(codes);
      }
    }
  }
}
