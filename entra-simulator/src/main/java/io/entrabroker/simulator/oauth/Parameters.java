package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.errors.Aadsts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters of a request, from query or form. A parameter without a value counts as absent.
 */
public final class Parameters {

  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Parameters as servers hand them out; of several values of one name the first counts. */
  public static Parameters of(Map<String, List<String>> multiple) {
    Map<String, String> single = new LinkedHashMap<>();
    multiple.forEach(
        (name, all) -> all.stream().findFirst().ifPresent(value -> single.put(name, value)));
    return new Parameters(single);
  }

  public Optional<String> first(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /** The value, or error 900144. */
  public String require(String name) {
    return first(name).orElseThrow(() -> Aadsts.PARAMETER_MISSING.thrown(name));
  }

  /** The values of a parameter that lists words separated by spaces. */
  public Set<String> words(String name) {
    return Arrays.stream(first(name).orElse("").split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** All values by name. */
  public Map<String, String> all() {
    return values;
  }

  /** Names only: values may be secrets. */
  @Override
  public String toString() {
    return "Parameters" + values.keySet();
  }
}
