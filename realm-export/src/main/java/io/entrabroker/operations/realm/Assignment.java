package io.entrabroker.operations.realm;

import java.util.ArrayList;
import java.util.List;

/**
 * Client scopes that somebody has always, or on demand.
 *
 * @param word for it
 * @param scopes their names
 * @param path where they are kept, to be followed by a scope
 */
record Assignment(String word, List<String> scopes, List<Object> path) {

  /**
   * Has the realm give the scopes of {@code wanted}. A scope that is in {@code other} moves, since
   * Keycloak refuses to have one twice.
   *
   * @param wanted the file's names
   */
  void draft(String owner, List<String> wanted, Assignment other, Draft draft) {
    for (String scope : wanted) {
      if (scopes.contains(scope)) {
        continue;
      }
      Step put = Step.put(followedBy(scope));
      if (other.scopes.contains(scope)) {
        draft.change(
            owner + ": client scope " + scope + " is " + other.word + ", becomes " + word + ".",
            Step.delete(other.followedBy(scope)),
            put);
      } else {
        draft.change(owner + ": client scope " + scope + " is missing, becomes " + word + ".", put);
      }
    }
  }

  /** Says which scopes are there besides those of the file. */
  void leaveAlone(String owner, List<String> known, Draft draft) {
    scopes.stream()
        .filter(scope -> !known.contains(scope))
        .forEach(
            scope ->
                draft.leaveAlone(
                    owner
                        + ": it has the "
                        + word
                        + " client scope "
                        + scope
                        + ", too. It stays."));
  }

  private Object[] followedBy(String scope) {
    List<Object> all = new ArrayList<>(path);
    all.add(Ref.clientScope(scope));
    return all.toArray();
  }

  /** Both kinds of somebody, and what the file wants of each. */
  static void draft(
      String owner, Assignment always, Assignment onDemand, Wanted wanted, Draft draft) {
    always.draft(owner, wanted.always(), onDemand, draft);
    onDemand.draft(owner, wanted.onDemand(), always, draft);
    List<String> known = new ArrayList<>(wanted.always());
    known.addAll(wanted.onDemand());
    always.leaveAlone(owner, known, draft);
    onDemand.leaveAlone(owner, known, draft);
  }

  /** What the file says. */
  record Wanted(List<String> always, List<String> onDemand) {}
}
