package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.assertions.Match;

@NeedsNode
class CriticalPipelineTest {
  private static final String ALARM = "AWS::CloudWatch::Alarm";
  private static final String CRITICAL = "{ kinesis: ad-clicks, critical: true }";

  @Test
  void aCriticalPipelineReadsThroughAConsumerOfItsOwn(@TempDir Path directory) {
    Stacks stacks = Stacks.of(Changed.source(directory, CRITICAL), app -> props -> {});
    stacks.run().resourceCountIs("AWS::Kinesis::StreamConsumer", 1);
    assertThat(
            stacks.runJson().at("/Resources/Mappingadclicks/Properties/EventSourceArn").toString())
        .contains("Consumer");
  }

  @Test
  void itHasConcurrencyOfItsOwnForEachShardTwice(@TempDir Path directory) {
    Stacks.of(
            Changed.source(directory, CRITICAL),
            app -> props -> props.capacity(StreamCapacity.provisioned(7)))
        .run()
        .hasResourceProperties("AWS::Lambda::Function", Map.of("ReservedConcurrentExecutions", 14));
  }

  @Test
  void itIsAlarmedSooner(@TempDir Path directory) {
    Stacks.of(Changed.source(directory, CRITICAL), app -> props -> {})
        .run()
        .hasResourceProperties(
            ALARM,
            Map.of(
                "MetricName", "SubscribeToShardEvent.MillisBehindLatest",
                "Threshold", 60_000,
                "EvaluationPeriods", 2));
  }

  @Test
  void itPagesWhenItsConsumerIsSoFarBehindThatRecordsMayExpire(@TempDir Path directory) {
    Stacks.of(Changed.source(directory, CRITICAL), app -> props -> {})
        .run()
        .hasResourceProperties(
            ALARM,
            Map.of(
                "MetricName",
                "IteratorAge",
                "Threshold",
                21_600_000,
                "EvaluationPeriods",
                2,
                "OKActions",
                Match.anyValue()));
  }

  @Test
  void itsWindowsMayBeOpenForTwoMinutes(@TempDir Path directory) {
    Stacks.of(Changed.source(directory, CRITICAL), app -> props -> {})
        .run()
        .hasResourceProperties(ALARM, Map.of("MetricName", "WindowDelay", "Threshold", 120_000));
  }

  @Test
  void anOrdinaryPipelineHasNoneOfIt() {
    Stacks stacks = Stacks.ofSample("ad-clicks");
    stacks.run().resourceCountIs("AWS::Kinesis::StreamConsumer", 0);
    stacks
        .run()
        .allResourcesProperties(
            "AWS::Lambda::Function", Map.of("ReservedConcurrentExecutions", Match.absent()));
  }
}
