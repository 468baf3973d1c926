package io.entrabroker.catalog;

import io.entrabroker.Outcome;
import io.entrabroker.catalog.CatalogPrediction.Refused;

/** Whether a new person may come, and can be stored. */
final class NewAccount {

  private static final int LONGEST_NAME = 256;

  private NewAccount() {}

  /** The account, or why there can be none. The texts of these refusals were not read anywhere. */
  static Outcome<CatalogAccount, Refused> of(String username, String email) {
    if (username.isEmpty() || username.length() > LONGEST_NAME || username.contains("::")) {
      return Outcome.failed(new Refused(400, "This username cannot be stored"));
    }
    return CatalogEmail.isStorable(email)
        ? Outcome.found(CatalogAccount.named(username, email))
        : Outcome.failed(new Refused(400, "This email address cannot be stored"));
  }
}
