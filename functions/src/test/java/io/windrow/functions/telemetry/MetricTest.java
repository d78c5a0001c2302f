package io.windrow.functions.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MetricTest {

  @Test
  void noTwoMetricsShareAName() {
    assertThat(Arrays.stream(Metric.values()).map(Metric::text)).doesNotHaveDuplicates();
  }

  @Test
  void everyMetricSaysFirstWhosePipelineItIs() {
    assertThat(Metric.values())
        .allSatisfy(
            metric ->
                assertThat(metric.dimensions())
                    .startsWith(Dimension.PIPELINE)
                    .doesNotHaveDuplicates());
  }

  @Test
  void onlyBusinessValuesAreToldApartByGroup() {
    assertThat(Metric.values()).noneMatch(metric -> metric.dimensions().contains(Dimension.GROUP));
  }
}
