package io.entrabroker.diagnostics;

import java.util.List;
import java.util.Optional;

/**
 * One of Entra's error codes: what happened, who can mend it, and how. The definitions stand by
 * topic in classes of their own; each yields the page, the event, the log line and the row in
 * {@code docs/messages.md}.
 *
 * <p>Source: <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">
 * AADSTS error codes</a>. Their texts may change; only numbers are read.
 *
 * @param number the number behind {@code AADSTS}
 * @param place where a person meets it
 * @param nextStep what the person can do
 * @param whatHappened one sentence for administrators
 * @param remedy who can mend it, and how
 */
public record AadstsCode(
    int number, Place place, NextStep nextStep, String whatHappened, Remedy remedy) {

  /** Where a person meets a code. */
  public enum Place {
    /** On Microsoft's own page, which never leads back here. */
    MICROSOFT,
    /** On a page of this server. */
    KEYCLOAK,
    /** On Microsoft's page while a person signs in there; else here. */
    EITHER
  }

  /** The entry for a number. */
  public static Optional<AadstsCode> of(int number) {
    return Optional.ofNullable(AadstsTable.BY_NUMBER.get(number));
  }

  /** Every entry, by number. */
  public static List<AadstsCode> all() {
    return List.copyOf(AadstsTable.BY_NUMBER.values());
  }

  /** For administrators: what it means and what to do. */
  public String explanation() {
    return whatHappened + " " + remedy.sentence();
  }

  static AadstsCode here(int number, NextStep nextStep, String whatHappened, Remedy remedy) {
    return new AadstsCode(number, Place.KEYCLOAK, nextStep, whatHappened, remedy);
  }

  static AadstsCode atMicrosoft(int number, NextStep nextStep, String whatHappened, Remedy remedy) {
    return new AadstsCode(number, Place.MICROSOFT, nextStep, whatHappened, remedy);
  }

  static AadstsCode either(int number, NextStep nextStep, String whatHappened, Remedy remedy) {
    return new AadstsCode(number, Place.EITHER, nextStep, whatHappened, remedy);
  }
}
