package io.entrabroker.operations.realm;

import java.util.ArrayList;
import java.util.List;

/** A plan in the making. */
final class Draft {
  private final List<Change> changes = new ArrayList<>();
  private final List<Change> unseen = new ArrayList<>();
  private final List<String> leftAlone = new ArrayList<>();

  void change(String sentence, Step... steps) {
    changes.add(new Change(sentence, List.of(steps)));
  }

  /** What comparing two things has brought to light; the steps carry it out. */
  void add(Comparison comparison, Step... steps) {
    leftAlone.addAll(comparison.leftAlone());
    if (!comparison.differences().isEmpty()) {
      change(comparison.sentence(), steps);
    } else if (!comparison.unseen().isEmpty()) {
      unseen.add(new Change(comparison.sentence(), List.of(steps)));
    }
  }

  void leaveAlone(String sentence) {
    leftAlone.add(sentence);
  }

  Plan plan() {
    return new Plan(changes, unseen, leftAlone);
  }
}
