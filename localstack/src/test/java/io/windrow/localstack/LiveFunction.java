package io.windrow.localstack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;

/** A deployed function; what invokes it calls the version that its alias names. */
record LiveFunction(LambdaClient lambda, CloudWatchClient cloudWatch, String name) {
  private static final String ALIAS = "live";
  private static final Duration LONGEST_RUN = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  boolean exists() {
    return lambda.listFunctionsPaginator().functions().stream()
        .anyMatch(function -> function.functionName().equals(name));
  }

  /** The version that is called now. */
  String version() {
    return lambda.getAlias(request -> request.functionName(name).name(ALIAS)).functionVersion();
  }

  /** The version that was published last. */
  String latest() {
    return Integer.toString(
        lambda
            .listVersionsByFunctionPaginator(request -> request.functionName(name))
            .versions()
            .stream()
            .map(version -> version.version())
            .filter(version -> !version.equals("$LATEST"))
            .mapToInt(Integer::parseInt)
            .max()
            .orElseThrow());
  }

  /** Has a version called from now on. */
  void move(String version) {
    lambda.updateAlias(request -> request.functionName(name).name(ALIAS).functionVersion(version));
  }

  /** How many of its invocations have failed, whatever version was called. */
  double errors() {
    Instant now = Instant.now();
    return cloudWatch
        .getMetricStatistics(
            request ->
                request
                    .namespace("AWS/Lambda")
                    .metricName("Errors")
                    .dimensions(Dimension.builder().name("FunctionName").value(name).build())
                    .startTime(now.minus(LONGEST_RUN))
                    .endTime(now.plus(MINUTE))
                    .period(Math.toIntExact(MINUTE.toSeconds()))
                    .statistics(Statistic.SUM))
        .datapoints()
        .stream()
        .mapToDouble(Datapoint::sum)
        .sum();
  }

  /** Publishes the same code with one environment variable changed. */
  String publishWith(String variable, String value) throws InterruptedException {
    Map<String, String> before =
        lambda
            .getFunctionConfiguration(request -> request.functionName(name))
            .environment()
            .variables();
    Map<String, String> changed = new HashMap<>(before);
    changed.put(variable, value);
    configure(changed);
    String version = lambda.publishVersion(request -> request.functionName(name)).version();
    configure(before);
    return version;
  }

  private void configure(Map<String, String> variables) throws InterruptedException {
    lambda.updateFunctionConfiguration(
        request ->
            request
                .functionName(name)
                .environment(environment -> environment.variables(variables)));
    Waiting.until(() -> name + " is being updated", () -> status() == LastUpdateStatus.SUCCESSFUL);
  }

  private LastUpdateStatus status() {
    return lambda
        .getFunctionConfiguration(request -> request.functionName(name))
        .lastUpdateStatus();
  }
}
