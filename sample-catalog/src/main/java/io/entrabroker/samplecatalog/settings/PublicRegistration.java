package io.entrabroker.samplecatalog.settings;

/**
 * The catalog's public client in the realm.
 *
 * @param id client id
 * @param responseType what it asks for
 */
public record PublicRegistration(String id, ResponseType responseType) {

  /** A catalog without a public client. */
  public static final PublicRegistration NONE = new PublicRegistration("", ResponseType.ID_TOKEN);

  /** Whether there is one. */
  public boolean isPresent() {
    return !id.isEmpty();
  }
}
