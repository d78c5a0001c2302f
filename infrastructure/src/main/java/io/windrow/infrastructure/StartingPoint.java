package io.windrow.infrastructure;

import io.windrow.plan.StreamSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.EventSourceMappingProps;
import software.amazon.awscdk.services.lambda.StartingPosition;

/**
 * Where the mapping of a pipeline begins to read. Never Lambda's LATEST, which may pass by records
 * while a mapping is made or changed, nor a time of synthesis: the start of a mapping can't be
 * changed. CloudFormation would make another first, and Lambda refuses a second one of the same
 * source and function.
 *
 * @param at null for all that the stream holds
 */
record StartingPoint(@Nullable Instant at) {
  private static final double MILLIS = 1000;

  /**
   * The start that a definition says.
   *
   * @param deployed the time of the first deployment, which {@code latest} means
   */
  static StartingPoint of(StreamSource.Start start, @Nullable Instant deployed) {
    if (start instanceof StreamSource.At time) {
      return new StartingPoint(Instant.ofEpochMilli(time.millis()));
    }
    if (start instanceof StreamSource.Earliest) {
      return new StartingPoint(null);
    }
    if (deployed == null) {
      throw new IllegalArgumentException(
          "the definition starts at latest, and each deploy must know the same time for that; say"
              + " the time of the first deployment by start(...) or -c start=2026-01-31T12:00:00Z");
    }
    return new StartingPoint(deployed);
  }

  void apply(EventSourceMappingProps.Builder mapping) {
    if (at == null) {
      mapping.startingPosition(StartingPosition.TRIM_HORIZON);
    } else {
      mapping
          .startingPosition(StartingPosition.AT_TIMESTAMP)
          .startingPositionTimestamp(at.toEpochMilli() / MILLIS);
    }
  }
}
