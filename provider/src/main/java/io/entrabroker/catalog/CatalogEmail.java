package io.entrabroker.catalog;

import java.util.regex.Pattern;

/** Which addresses the catalog can store and read. */
public final class CatalogEmail {

  private static final int SHORTEST = 6;
  private static final int LONGEST = 127;
  private static final Pattern LOOSE = Pattern.compile("\\S+@\\S+\\.\\S+");

  private CatalogEmail() {}

  /** What a version makes of an address. */
  public sealed interface Verdict {

    /** Every version takes it. */
    record Fine() implements Verdict {}

    /** This version takes it, a later one does not: {@code finding} says so in a sentence. */
    record FineHere(String finding) implements Verdict {}

    /** This version does not take it; {@code reason} is a sentence. Neither repeats the address. */
    record Refused(String reason) implements Verdict {}
  }

  /** What a version makes of an address, set up as recommended. */
  public static Verdict check(String address, CatalogVersion version) {
    if (!isStorable(address)) {
      return new Verdict.Refused(
          "OpenMetadata stores addresses of 6 to 127 characters with an '@' and a domain, without"
              + " blanks.");
    }
    if (address.indexOf('@') != address.lastIndexOf('@')) {
      return new Verdict.Refused(
          "The address has two '@': OpenMetadata would cut the username at the first one.");
    }
    if (CatalogIdentity.EmailFirst.accepts(address)) {
      return new Verdict.Fine();
    }
    return version == CatalogVersion.EMAIL_FIRST
        ? new Verdict.Refused(
            "This version of OpenMetadata reads addresses of the letters A to Z, digits and"
                + " . _ % + - only.")
        : new Verdict.FineHere(
            "An email-first version of OpenMetadata, to which this one may be upgraded, refuses"
                + " this address: it has other characters than A to Z, digits and . _ % + -.");
  }

  static boolean isStorable(String address) {
    return address.length() >= SHORTEST
        && address.length() <= LONGEST
        && LOOSE.matcher(address).matches();
  }
}
