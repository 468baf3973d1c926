package io.entrabroker.clientauth;

/**
 * How a client assertion is signed (RFC 7518, section 3.1), and how its header names the
 * certificate (RFC 7515, sections 4.1.7 and 4.1.8).
 */
public enum AssertionAlgorithm {
  /** What Microsoft documents. */
  PS256("ps256", "x5t#S256", "SHA-256"),

  /** What Microsoft documented before 2024, for what is older. */
  RS256("rs256", "x5t", "SHA-1");

  private final String text;
  private final String thumbprintHeader;
  private final String thumbprintDigest;

  AssertionAlgorithm(String text, String thumbprintHeader, String thumbprintDigest) {
    this.text = text;
    this.thumbprintHeader = thumbprintHeader;
    this.thumbprintDigest = thumbprintDigest;
  }

  /** The word in the configuration. */
  public String text() {
    return text;
  }

  /** The header parameter that holds the certificate's thumbprint. */
  String thumbprintHeader() {
    return thumbprintHeader;
  }

  /** The digest of the thumbprint, as JCA calls it. */
  String thumbprintDigest() {
    return thumbprintDigest;
  }
}
