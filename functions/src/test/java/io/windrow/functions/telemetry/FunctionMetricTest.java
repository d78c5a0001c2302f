package io.windrow.functions.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FunctionMetricTest {

  @Test
  void noTwoMetricsShareAName() {
    assertThat(Arrays.stream(FunctionMetric.values()).map(FunctionMetric::text))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyMetricSaysFirstWhosePipelineItIs() {
    assertThat(FunctionMetric.values())
        .allSatisfy(
            metric ->
                assertThat(metric.dimensions())
                    .startsWith(Dimension.PIPELINE)
                    .doesNotHaveDuplicates());
  }

  @Test
  void onlyBusinessValuesAreToldApartByGroup() {
    assertThat(FunctionMetric.values())
        .noneMatch(metric -> metric.dimensions().contains(Dimension.GROUP));
  }
}
