package io.entrabroker.signin;

import io.entrabroker.diagnostics.Finding;
import io.entrabroker.user.EmailAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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

    /**
     * The name that the person gets.
     *
     * @param isFree whether a name can be the person's; asked in order, and no further than needed
     * @return empty if all of them belong to others
     */
    public Optional<String> choose(Predicate<String> isFree) {
      return names.stream().filter(isFree).findFirst();
    }

    /** What an administrator should know if the person gets this one of the names. */
    public Set<Finding> findingsAs(String chosen) {
      Set<Finding> all = EnumSet.noneOf(Finding.class);
      all.addAll(findings);
      if (!chosen.equals(names.get(0))) {
        all.add(Finding.NAME_SUFFIXED);
      }
      return all;
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
