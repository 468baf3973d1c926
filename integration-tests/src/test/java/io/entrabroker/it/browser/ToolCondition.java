package io.entrabroker.it.browser;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.slf4j.LoggerFactory;

/** Decides for {@link Needs}. */
final class ToolCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<Needs> needs = AnnotationSupport.findAnnotation(context.getElement(), Needs.class);
    List<Tool> missing =
        needs.stream()
            .flatMap(needed -> Stream.of(needed.value()))
            .filter(tool -> tool.find().isEmpty())
            .toList();
    ConditionEvaluationResult verdict =
        verdict(missing, "true".equalsIgnoreCase(System.getenv("CI")));
    if (verdict.isDisabled()) {
      // Build tools count skipped tests, but few say why.
      LoggerFactory.getLogger(Needs.class)
          .warn("{} skipped: {}", context.getDisplayName(), verdict.getReason().orElse(""));
    }
    return verdict;
  }

  /**
   * @throws IllegalStateException if something is missing where nothing may be
   */
  static ConditionEvaluationResult verdict(List<Tool> missing, boolean required) {
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("Everything needed is there");
    }
    String reason = missing.stream().map(Tool::howToGetIt).collect(Collectors.joining(" "));
    if (required) {
      throw new IllegalStateException("CI=true allows no skipped tests. " + reason);
    }
    return ConditionEvaluationResult.disabled(reason);
  }
}
