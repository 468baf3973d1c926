package io.entrabroker.catalog.config;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One of OpenMetadata's settings: where it is written in each form of its configuration, which
 * releases know it, and what it has to be. Defined once; every writer reads this.
 *
 * @param path its place in {@code openmetadata.yaml} and in the Settings API, with dots
 * @param names its environment variable and its place in the Helm chart's values
 * @param since the first release that knows it
 * @param applies for which catalogs it is written at all
 * @param value what it has to be
 * @param why why it is so, a sentence or two; empty where nobody would ask
 */
record CatalogField(
    String path,
    Names names,
    CatalogRelease since,
    Predicate<CatalogSettings> applies,
    Function<CatalogSettings, FieldValue> value,
    String why) {

  /**
   * What else it is called; empty where there is no such name.
   *
   * @param variable environment variable that the shipped {@code openmetadata.yaml} reads
   * @param chart path below {@code openmetadata.config} in the chart's values
   * @param onlyVariable whether the variable is the only safe way
   */
  record Names(String variable, String chart, boolean onlyVariable) {}

  static CatalogField field(
      String path, String variable, String chart, Function<CatalogSettings, FieldValue> value) {
    return new CatalogField(
        path,
        new Names(variable, chart, false),
        CatalogRelease.OLDEST,
        settings -> true,
        value,
        "");
  }

  CatalogField since(CatalogRelease first) {
    return new CatalogField(path, names, first, applies, value, why);
  }

  CatalogField only(Predicate<CatalogSettings> condition) {
    return new CatalogField(path, names, since, applies.and(condition), value, why);
  }

  CatalogField because(String reason) {
    return new CatalogField(path, names, since, applies, value, reason);
  }

  /** Whether it may be written into a file or sent to the Settings API. */
  boolean isInFiles() {
    return !names.onlyVariable();
  }

  /** Only as a variable, which whoever does not know it overlooks; files with it are refused. */
  CatalogField onlyAsVariable() {
    return new CatalogField(
        path, new Names(names.variable(), names.chart(), true), since, applies, value, why);
  }

  boolean isKnownTo(CatalogSettings settings) {
    return !settings.release().isBefore(since) && applies.test(settings);
  }

  FieldValue in(CatalogSettings settings) {
    return value.apply(settings);
  }

  Optional<String> variable() {
    return Optional.of(names.variable()).filter(name -> !name.isEmpty());
  }

  Optional<String> chart() {
    return Optional.of(names.chart()).filter(name -> !name.isEmpty());
  }
}
