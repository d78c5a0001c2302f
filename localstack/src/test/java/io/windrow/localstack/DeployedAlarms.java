package io.windrow.localstack;

import io.windrow.functions.telemetry.FunctionMetric;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** The alarms of a deployed pipeline. */
record DeployedAlarms(CloudWatchClient cloudWatch, String pipeline) {

  /** Puts a value of a metric of the whole pipeline, as its functions would. */
  void put(FunctionMetric metric, double value) {
    MetricDatum datum =
        MetricDatum.builder()
            .metricName(metric.text())
            .dimensions(List.of(pipelineDimension()))
            .timestamp(Instant.now())
            .value(value)
            .build();
    cloudWatch.putMetricData(
        request -> request.namespace(FunctionMetric.NAMESPACE).metricData(List.of(datum)));
  }

  /**
   * Calms the alarms that miss their metric: LocalStack makes none for a stream, and leaves what
   * functions log in their logs.
   */
  void calm() {
    cloudWatch
        .describeAlarmsPaginator(
            request -> request.alarmNamePrefix(pipeline).stateValue(StateValue.ALARM))
        .metricAlarms()
        .stream()
        .filter(alarm -> "breaching".equals(alarm.treatMissingData()))
        .forEach(
            alarm ->
                cloudWatch.setAlarmState(
                    request ->
                        request
                            .alarmName(alarm.alarmName())
                            .stateValue(StateValue.OK)
                            .stateReason("its metric is not made here")));
  }

  private Dimension pipelineDimension() {
    return Dimension.builder()
        .name(io.windrow.functions.telemetry.Dimension.PIPELINE.text())
        .value(pipeline)
        .build();
  }

  /** The state of an alarm of one metric. */
  StateValue state(String alarm) {
    return cloudWatch
        .describeAlarms(request -> request.alarmNames(alarm))
        .metricAlarms()
        .get(0)
        .stateValue();
  }

  /** The state of the alarm that pages. */
  StateValue health() {
    return cloudWatch
        .describeAlarms(
            request ->
                request.alarmNames(pipeline + "-health").alarmTypes(AlarmType.COMPOSITE_ALARM))
        .compositeAlarms()
        .get(0)
        .stateValue();
  }
}
