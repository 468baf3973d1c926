package io.entrabroker.doctor;

import java.util.List;

/** What is looked at of the addresses of the catalog's client. */
final class AddressChecks {

  static final Check ROOT_MISSING =
      new Check(
          6327,
          Severity.WARNING,
          "The client does not say where the catalog is, so its addresses cannot be judged.",
          "Write the catalog's address into Root URL.");

  static final Check CALLBACK_MISSING =
      new Check(
          6308,
          Severity.ERROR,
          "The catalog's callback is not among the client's redirect URIs.",
          "Add <catalog>/callback.");

  static final Check SILENT_CALLBACK_MISSING =
      new Check(
          6309,
          Severity.WARNING,
          "The address at which the catalog renews a session silently is not among the redirect"
              + " URIs.",
          "Add <catalog>/silent-callback.");

  static final Check OPEN_REDIRECT =
      new Check(
          6310,
          Severity.ERROR,
          "A redirect URI of the client has a wildcard, or belongs to another site: tokens can "
              + "be sent elsewhere.",
          "List exact addresses of the catalog only.");

  static final Check NO_WEB_ORIGIN =
      new Check(
          6324,
          Severity.WARNING,
          "The browser may not read the answers of the realm: the catalog is no web origin of "
              + "the client.",
          "Add + to Web origins.");

  static final Check SIGN_OUT_ADDRESS =
      new Check(
          6325,
          Severity.WARNING,
          "People cannot come back to the catalog after signing out.",
          "Add <catalog>/signin to Valid post logout redirect URIs.");

  static final List<Check> ALL =
      List.of(
          ROOT_MISSING,
          CALLBACK_MISSING,
          SILENT_CALLBACK_MISSING,
          OPEN_REDIRECT,
          NO_WEB_ORIGIN,
          SIGN_OUT_ADDRESS);

  private AddressChecks() {}
}
