package io.entrabroker.operations.realm;

import java.util.List;

/**
 * What brings a realm to the state of the file.
 *
 * @param changes in the order in which they have to be made
 * @param unseen what Keycloak keeps and does not show, so that nobody can tell whether it differs:
 *     it is written again whenever a plan is carried out
 * @param leftAlone sentences about what the realm has and the file has not, or says differently
 *     without a value of its own
 */
public record Plan(List<Change> changes, List<Change> unseen, List<String> leftAlone) {
  public Plan {
    changes = List.copyOf(changes);
    unseen = List.copyOf(unseen);
    leftAlone = List.copyOf(leftAlone);
  }

  /** Whether the realm is as the file says, as far as Keycloak shows it. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }
}
