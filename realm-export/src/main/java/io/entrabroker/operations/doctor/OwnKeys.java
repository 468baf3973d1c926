package io.entrabroker.operations.doctor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Where a catalog's own signing keys are, which it reads like those of anybody else: at the address
 * that it has for itself. A host of the Internet is only believed to be the catalog if it is the
 * one that people sign in at.
 *
 * @param callbackUrl where people come back to the catalog
 */
record OwnKeys(String callbackUrl) {

  private static final String PATH = "/api/v1/system/config/jwks";

  /** This machine, a container or a service of the same network or cluster. */
  private static final Pattern NEARBY =
      Pattern.compile(
          "localhost|127(\\.\\d+){3}|\\[::1]|[A-Za-z][A-Za-z0-9-]*|[A-Za-z0-9.-]+\\.(svc|local)");

  /** Whether keys at this address are the catalog's own. */
  boolean holds(String address) {
    return address.equals(callbackUrl.replaceFirst("/callback$", "") + PATH) || isNearby(address);
  }

  private static boolean isNearby(String address) {
    try {
      URI uri = new URI(address);
      return uri.getHost() != null
          && NEARBY.matcher(uri.getHost()).matches()
          && uri.getRawPath().endsWith(PATH)
          && uri.getRawQuery() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
