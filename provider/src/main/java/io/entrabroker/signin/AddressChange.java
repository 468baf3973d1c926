package io.entrabroker.signin;

import io.entrabroker.Parsed;
import io.entrabroker.catalog.CatalogName;
import io.entrabroker.catalog.NamingRules;
import io.entrabroker.user.EmailAddress;
import io.entrabroker.user.IdentityKey;
import java.util.Optional;

/**
 * Another name or address in the catalog, by an administrator's command. The catalog locks out
 * whoever comes with another pair than it has stored, so it has to be changed there at the same
 * time.
 *
 * @param name the name in the catalog
 * @param email the address in the catalog
 */
public record AddressChange(String name, EmailAddress email) {

  /**
   * Checks what an administrator asks for.
   *
   * @param email the address
   * @param name the name; empty if the present one is to stay
   * @param presentName the name that the person has; empty if none
   * @param person whose address it is
   * @param naming which names and addresses may be given
   */
  public static Parsed<AddressChange> of(
      String email, String name, String presentName, IdentityKey person, NamingRules naming) {
    Optional<EmailAddress> address = EmailAddress.parse(email).filter(naming::admits);
    if (address.isEmpty()) {
      return Parsed.refused(
          "The e-mail address must be one that the catalog takes: plain letters, digits and"
              + " . _ % + - before the @, at most 127 characters in all.");
    }
    String wanted = name.isBlank() ? presentName : name.strip();
    return CatalogName.parse(wanted.isEmpty() ? address.get().localPart() : wanted)
        .fold(
            parsed -> allowed(new AddressChange(parsed.value(), address.get()), person, naming),
            Parsed::refused);
  }

  private static Parsed<AddressChange> allowed(
      AddressChange change, IdentityKey person, NamingRules naming) {
    return naming.reserved().allows(change.name(), person)
        ? Parsed.accepted(change)
        : Parsed.refused(
            "The username is reserved for the catalog itself. Choose another, or bind it to the"
                + " account under Name owners of the identity provider.");
  }

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "AddressChange[***]";
  }
}
