package io.entrabroker.quickstart.check;

import java.net.URI;

/** One way in which OpenMetadata signs people in. */
sealed interface CatalogWay permits ConfidentialWay, PublicCodeWay, PublicImplicitWay {
  /** The client and its flow, for the person who reads the result. */
  String label();

  /** Where the browser is sent first. */
  URI start(String upstream);

  /** Whether this is the answer that the catalog's page waits for. */
  boolean isAnswer(URI address);

  /** The ID token that the page ends up with, which is the bearer of every request after that. */
  String idToken(URI answer);

  /** Whether an address is {@code place}, whatever parameters it has. */
  static boolean isAt(URI place, URI address) {
    return address.toString().split("[?#]", 2)[0].equals(place.toString());
  }
}
