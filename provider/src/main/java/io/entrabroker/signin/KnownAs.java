package io.entrabroker.signin;

import io.entrabroker.diagnostics.Finding;
import io.entrabroker.user.EmailAddress;
import java.util.List;
import java.util.Set;

/** Under which name and address somebody is to be known in the catalog. */
public sealed interface KnownAs {

  /**
   * Name and address have been given long ago and stay.
   *
   * @param proof how the address is proven
   * @param findings what an administrator should know
   */
  record Kept(AddressProof proof, Set<Finding> findings) implements KnownAs {
    public Kept {
      findings = Set.copyOf(findings);
    }
  }

  /**
   * Name and address are to be given now, for life.
   *
   * @param names the names to try, best first
   * @param email the address
   * @param proof how the address is proven
   * @param findings what an administrator should know
   */
  record ToBeGiven(
      List<String> names, EmailAddress email, AddressProof proof, Set<Finding> findings)
      implements KnownAs {
    public ToBeGiven {
      names = List.copyOf(names);
      findings = Set.copyOf(findings);
    }

    /** Shows nothing personal. */
    @Override
    public String toString() {
      return "ToBeGiven[***]";
    }
  }

  /** The person cannot be known in the catalog. */
  record Refused(Rejection rejection) implements KnownAs {}
}
