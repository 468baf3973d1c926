package io.entrabroker.catalog.config;

import io.entrabroker.catalog.ClientKind;
import io.entrabroker.clientauth.Secret;
import java.util.Optional;

/** The catalog's client in the realm. */
public sealed interface CatalogClient {

  /** Its client id. */
  String id();

  /** How the catalog signs in with it. */
  ClientKind kind();

  /** For a catalog that signs people in from the browser. */
  record Public(String id) implements CatalogClient {
    @Override
    public ClientKind kind() {
      return ClientKind.PUBLIC;
    }
  }

  /**
   * For a catalog whose server signs people in.
   *
   * @param id its client id
   * @param credential its secret, or that whoever asks may not see it
   */
  record Confidential(String id, ClientSecret credential) implements CatalogClient {
    @Override
    public ClientKind kind() {
      return ClientKind.CONFIDENTIAL;
    }
  }

  /** The secret of a confidential client. */
  sealed interface ClientSecret {

    /** What stands where the secret has to be put in. */
    String PLACE = "PUT-THE-CLIENT-SECRET-HERE";

    /** It is written into what needs it. */
    record Known(Secret secret) implements ClientSecret {}

    /** Whoever reads the configuration has to put it in. */
    record Withheld() implements ClientSecret {}

    /** The text, if it is known. */
    default Optional<String> text() {
      return this instanceof Known known ? Optional.of(known.secret().reveal()) : Optional.empty();
    }
  }
}
