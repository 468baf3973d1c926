package io.entrabroker.samplecatalog.rules;

/**
 * An accepted bearer token.
 *
 * @param principal who it speaks for
 * @param claims everything it says
 * @param foundBy by what the person is looked up
 * @param issuer who made it
 */
public record Bearer(Principal principal, Claims claims, FoundBy foundBy, Issuer issuer) {

  /** Who made a token. */
  public enum Issuer {
    REALM,
    CATALOG
  }

  /** A token of the realm, for a person who is looked up by name. */
  public Bearer(Principal principal, Claims claims) {
    this(principal, claims, FoundBy.NAME, Issuer.REALM);
  }
}
