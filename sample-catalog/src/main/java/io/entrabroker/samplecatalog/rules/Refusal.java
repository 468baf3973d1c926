package io.entrabroker.samplecatalog.rules;

/**
 * Why the catalog says no.
 *
 * @param status the HTTP status OpenMetadata answers with
 * @param message OpenMetadata's own text; it may repeat a claim of the caller's token, so it
 *     belongs in the answer to that caller and never in a log
 */
public record Refusal(int status, String message) {

  static Refusal unauthorized(String message) {
    return new Refusal(401, message);
  }
}
