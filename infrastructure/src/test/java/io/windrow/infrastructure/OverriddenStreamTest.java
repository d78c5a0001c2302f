package io.windrow.infrastructure;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kinesis.StreamMode;
import software.amazon.awscdk.services.kinesis.StreamProps;

/** Alarms and concurrency follow the stream that is made, whoever said how it is. */
@NeedsNode
class OverriddenStreamTest {
  private static final long HALF_A_WEEK = 302_400_000;

  @Test
  void theIteratorsAgeIsComparedWithTheRetentionThatTheStreamHas(@TempDir Path directory) {
    Stacks stacks =
        overridden(
            "{ kinesis: ad-clicks }",
            directory,
            stream -> stream.retentionPeriod(Duration.days(7)));

    stacks
        .run()
        .hasResourceProperties(
            "AWS::CloudWatch::Alarm",
            Map.of("MetricName", "GetRecords.IteratorAgeMilliseconds", "Threshold", HALF_A_WEEK));
  }

  @Test
  void aCriticalPipelineReservesForTheShardsThatTheStreamHas(@TempDir Path directory) {
    Stacks stacks =
        overridden(
            "{ kinesis: ad-clicks, critical: true }",
            directory,
            stream -> stream.streamMode(StreamMode.PROVISIONED).shardCount(60));

    stacks
        .run()
        .hasResourceProperties(
            "AWS::Lambda::Function", Map.of("ReservedConcurrentExecutions", 120));
  }

  @Test
  void aStreamOfWhichNothingIsSaidHasADayAndAShard(@TempDir Path directory) {
    Stacks stacks =
        overridden(
            "{ kinesis: ad-clicks, critical: true }",
            directory,
            stream -> stream.retentionPeriod(null).streamMode(null));

    stacks
        .run()
        .hasResourceProperties("AWS::Lambda::Function", Map.of("ReservedConcurrentExecutions", 2));
    stacks
        .run()
        .hasResourceProperties(
            "AWS::CloudWatch::Alarm", Map.of("MetricName", "IteratorAge", "Threshold", 21_600_000));
  }

  private static Stacks overridden(
      String source, Path directory, Consumer<StreamProps.Builder> change) {
    return Stacks.of(
        Changed.source(directory, source), app -> props -> props.overrideStream(change));
  }
}
