package io.windrow.infrastructure;

import io.windrow.infrastructure.monitoring.StreamOwner;
import io.windrow.plan.Definition;
import io.windrow.plan.Plan;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;

/**
 * What a {@link WindrowPipeline} is made from: a directory, and whatever differs from the defaults.
 *
 * @param start what {@code latest} means in a definition: the time of the first deployment
 * @param retention of the stream, made or existing
 * @param madeStreamOwner whether others read a stream that the pipeline makes
 * @param runbook the address of docs/runbook.md as the people see it who are woken by an alarm
 */
public record WindrowPipelineProps(
    PipelineDirectory directory,
    Plan plan,
    @Nullable Instant start,
    StreamCapacity capacity,
    Duration retention,
    StreamOwner madeStreamOwner,
    Encryption encryption,
    ExistingResources existing,
    FunctionSettings functions,
    ResultsSettings results,
    Overrides overrides,
    String runbook,
    Map<String, String> tags) {
  public WindrowPipelineProps {
    tags = Map.copyOf(tags);
  }

  public static WindrowPipelinePropsBuilder builder() {
    return new WindrowPipelinePropsBuilder();
  }

  Definition definition() {
    return plan.definition();
  }
}
