package io.windrow.infrastructure.monitoring;

import io.windrow.infrastructure.template.Sorted;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** The metrics that AWS's services publish about what a pipeline uses. */
final class ServiceMetrics {
  static final String SUM = "Sum";
  static final String AVERAGE = "Average";
  static final String MAXIMUM = "Maximum";
  static final String SAMPLE_COUNT = "SampleCount";

  private ServiceMetrics() {}

  /** Amazon Kinesis Developer Guide, "Monitor the service with Amazon CloudWatch". */
  static Metric ofStream(Watched.Stream stream, String name, String statistic) {
    return metric("AWS/Kinesis", name, statistic, Map.of("StreamName", stream.name()));
  }

  static Metric ofConsumer(String stream, String consumer, String name, String statistic) {
    return metric(
        "AWS/Kinesis", name, statistic, Sorted.map("StreamName", stream, "ConsumerName", consumer));
  }

  /** AWS Lambda Developer Guide, "Using CloudWatch metrics": an alias's have a dimension more. */
  static Metric ofFunction(Watched.Function function, String name, String statistic) {
    return function
        .alias()
        .metric(
            name,
            MetricOptions.builder().statistic(statistic).period(PipelineMetrics.PERIOD).build());
  }

  static Metric ofMapping(String mapping, String name, String statistic) {
    return metric("AWS/Lambda", name, statistic, Map.of("EventSourceMappingUUID", mapping));
  }

  /** Amazon DynamoDB Developer Guide, "DynamoDB metrics and dimensions". */
  static Metric ofTable(Watched.Table table, String name, String statistic) {
    return metric("AWS/DynamoDB", name, statistic, Map.of("TableName", table.name()));
  }

  static Metric ofOperation(Watched.Table table, String operation, String name, String statistic) {
    return metric(
        "AWS/DynamoDB",
        name,
        statistic,
        Sorted.map("TableName", table.name(), "Operation", operation));
  }

  /** The sum of a metric over operations, since none is published of the whole table. */
  static IMetric ofOperations(Watched.Table table, String name) {
    if (table.operations().size() == 1) {
      return ofOperation(table, table.operations().get(0), name, SUM);
    }
    Map<String, Metric> metrics = new LinkedHashMap<>();
    for (String operation : table.operations()) {
      metrics.put("m" + metrics.size(), ofOperation(table, operation, name, SUM));
    }
    return MathExpression.Builder.create()
        .expression("SUM([" + sumOfEach(metrics) + "])")
        .usingMetrics(metrics)
        .label(name)
        .period(PipelineMetrics.PERIOD)
        .build();
  }

  private static String sumOfEach(Map<String, Metric> metrics) {
    return String.join(", ", metrics.keySet().stream().map(id -> "FILL(" + id + ", 0)").toList());
  }

  private static Metric metric(
      String namespace, String name, String statistic, Map<String, String> dimensions) {
    return Metric.Builder.create()
        .namespace(namespace)
        .metricName(name)
        .dimensionsMap(dimensions)
        .statistic(statistic)
        .period(PipelineMetrics.PERIOD)
        .build();
  }
}
