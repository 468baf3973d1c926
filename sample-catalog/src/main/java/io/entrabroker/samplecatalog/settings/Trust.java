package io.entrabroker.samplecatalog.settings;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.List;

/**
 * Which bearers are genuine.
 *
 * @param keys {@code publicKeyUrls}: where keys are fetched, in this order
 * @param algorithm {@code tokenValidationAlgorithm}: one for every token, whatever its header says
 */
public record Trust(List<URI> keys, JWSAlgorithm algorithm) {

  public Trust {
    keys = List.copyOf(keys);
  }

  /** The keys of a realm, which is not asked where they are, and RS256. */
  public static Trust in(URI realm) {
    return new Trust(
        List.of(URI.create(realm + "/protocol/openid-connect/certs")), JWSAlgorithm.RS256);
  }
}
