package io.entrabroker.user;

/** Why an address is believed to be the person's own, or that it is not. */
public enum EmailTrust {
  /** A member's address in a mail domain that the administrator listed as the tenant's own. */
  LISTED_DOMAIN,
  /**
   * Microsoft says that the domain's owner vouches for it: {@code xms_edov} or {@code
   * verified_primary_email}.
   */
  VOUCHED,
  /**
   * Claimed by somebody who is no member, in a domain that only members are given addresses in: not
   * even an answer to a mail would make it theirs.
   */
  CLAIMED,
  /** Anybody could have typed it in: the mail attribute is free text. */
  UNTRUSTED;

  /** Whether the address may stand for the person without a further proof. */
  public boolean isTrusted() {
    return this == LISTED_DOMAIN || this == VOUCHED;
  }
}
