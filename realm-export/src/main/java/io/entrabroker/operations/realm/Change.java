package io.entrabroker.operations.realm;

import java.util.List;

/**
 * One thing that a realm needs.
 *
 * @param sentence what is there and what becomes of it; of a secret only that it changes
 * @param steps how, in their order
 */
public record Change(String sentence, List<Step> steps) {
  public Change {
    steps = List.copyOf(steps);
  }

  @Override
  public String toString() {
    return sentence;
  }
}
