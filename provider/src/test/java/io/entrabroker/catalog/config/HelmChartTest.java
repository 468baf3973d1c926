package io.entrabroker.catalog.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.entrabroker.catalog.config.UpstreamFiles.Chart;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is written for Helm is what the chart of that release takes. */
class HelmChartTest {

  private static final YAMLMapper YAML = new YAMLMapper();

  @TestFactory
  Stream<DynamicTest> everyChartTakesWhatIsWrittenForItsBand() {
    return UpstreamFiles.charts()
        .flatMap(
            chart ->
                Stream.of(
                        ExampleCatalog.confidential(chart.release()),
                        ExampleCatalog.confidential(chart.release()).with(ExampleCatalog.PUBLIC))
                    .map(
                        settings ->
                            dynamicTest(
                                chart.release() + " " + settings.client().kind(),
                                () -> takes(chart, settings))));
  }

  private static void takes(Chart chart, CatalogSettings settings) throws IOException {
    ObjectNode ours = (ObjectNode) YAML.readTree(CatalogExport.HELM_VALUES.write(settings));
    ObjectNode values = chart.valuesWith(ours);

    assertThat(chart.problems(values)).isEmpty();
    assertThat(unknown(ours, chart.values(), "")).isEmpty();
    values.withObject("/openmetadata/config/authentication").put("enabled", "yes");
    assertThat(chart.problems(values)).isNotEmpty();
  }

  /** Members that the chart's own values do not have: its templates would not read them. */
  private static Set<String> unknown(ObjectNode ours, ObjectNode charts, String path) {
    Set<String> unknown = new TreeSet<>();
    ours.properties()
        .forEach(
            member -> {
              String here = path + "/" + member.getKey();
              if (!charts.has(member.getKey())) {
                unknown.add(here);
              } else if (member.getValue() instanceof ObjectNode inner
                  && charts.get(member.getKey()) instanceof ObjectNode theirs
                  && !theirs.isEmpty()) {
                unknown.addAll(unknown(inner, theirs, here));
              }
            });
    return unknown;
  }
}
