package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.Finding;
import io.entrabroker.signin.AddressProof;
import io.entrabroker.signin.Rejection;
import io.entrabroker.user.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What somebody is to this realm, once names are given out. */
sealed interface PersonStanding {

  /**
   * They may come in.
   *
   * @param given name and address in the catalog, if they are given now
   * @param proof how the address is proven
   * @param linkTo the id of a local user to be joined with; empty if none
   * @param novelty whether the realm has a user for them
   * @param findings what an administrator should know
   */
  record Admitted(
      Optional<GivenName> given,
      AddressProof proof,
      String linkTo,
      Novelty novelty,
      Set<Finding> findings)
      implements PersonStanding {}

  /**
   * They may not.
   *
   * @param detail further sentences for the log; name nobody and reveal nothing
   */
  record Refused(Rejection rejection, String detail) implements PersonStanding {
    Refused(Rejection rejection) {
      this(rejection, "");
    }
  }

  /**
   * Name and address in the catalog.
   *
   * @param names the names that are free, best first; the first is taken already unless the person
   *     is new: then it is taken when the user is created
   * @param email the address
   */
  record GivenName(List<String> names, EmailAddress email) {
    public GivenName {
      names = List.copyOf(names);
    }

    String name() {
      return names.get(0);
    }

    @Override
    public String toString() {
      return "GivenName[***]";
    }
  }

  /** Whether the realm has a user for somebody. */
  enum Novelty {
    KNOWN,
    NEW
  }
}
