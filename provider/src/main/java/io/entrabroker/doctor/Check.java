package io.entrabroker.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something that the doctor looks at. One definition: it yields the finding and the row in {@code
 * docs/messages.md}.
 *
 * @param number its number, part of its code
 * @param severity how bad it is
 * @param found what is the case, a sentence
 * @param remedy what to do about it, a sentence or two
 */
public record Check(int number, Severity severity, String found, String remedy) {

  // Whoever corrects a file alone would change nothing.
  private static final String WHERE = " Since 1.10 the catalog's database wins (ENTRA6528).";

  /** The worst first, then causes before what follows from them. */
  static final Comparator<Check> WORST_FIRST =
      Comparator.comparing(Check::severity).thenComparingInt(check -> all().indexOf(check));

  /** How many of them the server itself looks at; the catalog is looked at from outside. */
  public static int ofTheServer() {
    return all().size() - (int) ofTheCatalog().mapToLong(List::size).sum();
  }

  private static Stream<List<Check>> ofTheCatalog() {
    return Stream.of(CatalogChecks.ALL, SettingChecks.ALL, SignInRequestChecks.ALL);
  }

  /** A check of a setting of the catalog: the remedy says where it has to be corrected, too. */
  static Check ofSetting(int number, Severity severity, String found, String remedy) {
    return new Check(number, severity, found, remedy + WHERE);
  }

  /** Every check, causes before what follows from them. */
  public static List<Check> all() {
    return Stream.concat(
            Stream.of(
                ProviderChecks.ALL,
                EntraChecks.ALL,
                RealmChecks.ALL,
                ClientChecks.ALL,
                TokenChecks.ALL,
                AddressChecks.ALL,
                PeopleChecks.ALL),
            ofTheCatalog())
        .flatMap(List::stream)
        .toList();
  }

  /** What documentation and output call it. */
  public String code() {
    return "ENTRA" + number;
  }

  /** The row of the project's documentation that explains it, from the project's own folder. */
  public String link() {
    return "docs/messages.md#" + anchor();
  }

  /** What {@link #link()} ends with. */
  public String anchor() {
    return code().toLowerCase(Locale.ROOT);
  }

  /** A finding without more to say about it. */
  public Diagnosis diagnosis() {
    return new Diagnosis(this, "");
  }

  /**
   * A finding.
   *
   * @param detail where, or what exactly; neither a secret nor anything personal
   */
  public Diagnosis diagnosis(String detail) {
    return new Diagnosis(this, detail);
  }
}
