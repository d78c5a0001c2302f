package io.windrow.infrastructure.monitoring;

import io.windrow.plan.Definition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.ILogGroup;

/**
 * What alarms and dashboard watch of a pipeline.
 *
 * @param mapping the UUID of the stream's event source mapping
 * @param runbook the address of docs/runbook.md
 */
public record Watched(
    Definition definition,
    Stream stream,
    Function process,
    Function settle,
    String mapping,
    Table state,
    Table results,
    String runbook) {

  /**
   * The stream that the pipeline reads.
   *
   * @param consumer the name of the pipeline's fan-out consumer, null without one
   * @param shards of a provisioned stream, null for one on demand
   */
  public record Stream(
      String name,
      Duration retention,
      StreamOwner owner,
      @Nullable String consumer,
      @Nullable Integer shards) {}

  /** A function, by the alias that its triggers call. */
  public record Function(IFunction alias, Duration timeout, ILogGroup logs) {}

  /**
   * A table.
   *
   * @param operations what the functions do with it
   */
  public record Table(String name, List<String> operations) {
    public Table {
      operations = List.copyOf(operations);
    }
  }

  String pipeline() {
    return definition.name();
  }

  boolean critical() {
    return definition.source().critical();
  }

  /** The address of a section of the runbook. */
  String address(RunbookSection section) {
    return runbook + "#" + section.anchor();
  }
}
