package io.windrow.infrastructure;

import io.windrow.functions.ProcessHandler;
import io.windrow.functions.SettleHandler;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.dynamodb.TableProps;

/** What a user changes in a resource's properties is what the template says. */
@NeedsNode
class OverridesTest {
  private final Stacks stacks =
      Stacks.of(Stacks.SAMPLES.resolve("earthquakes"), app -> OverridesTest::everything);

  private static void everything(WindrowPipelinePropsBuilder props) {
    props
        .overrideStream(stream -> stream.streamName("another-name"))
        .overrideStateTable(named("their-state"))
        .overrideResultsTable(named("their-results"))
        .overrideQuarantine(bucket -> bucket.bucketName("their-quarantine"))
        .overrideProcess(function -> function.memorySize(3008))
        .overrideSettle(function -> function.timeout(Duration.minutes(10)))
        .overrideMapping(mapping -> mapping.batchSize(2_000));
  }

  private static Consumer<TableProps.Builder> named(String name) {
    return table -> table.tableName(name);
  }

  @Test
  void streamTablesAndQuarantineAreAsTheirOwnerChangesThem() {
    stacks.data().hasResourceProperties("AWS::Kinesis::Stream", Map.of("Name", "another-name"));
    stacks
        .data()
        .hasResourceProperties("AWS::S3::Bucket", Map.of("BucketName", "their-quarantine"));
    stacks
        .data()
        .hasResourceProperties(
            "AWS::DynamoDB::Table",
            Map.of(
                "TableName",
                "their-state",
                "StreamSpecification",
                Map.of("StreamViewType", "NEW_IMAGE")));
    stacks
        .data()
        .hasResourceProperties(
            "AWS::DynamoDB::Table",
            Map.of(
                "TableName",
                "their-results",
                "StreamSpecification",
                Map.of("StreamViewType", "NEW_AND_OLD_IMAGES")));
  }

  @Test
  void eachFunctionAndTheMappingAreAsTheirOwnerChangesThem() {
    stacks
        .run()
        .hasResourceProperties(
            "AWS::Lambda::Function",
            Map.of("Handler", handler(ProcessHandler.class), "MemorySize", 3008, "Timeout", 60));
    stacks
        .run()
        .hasResourceProperties(
            "AWS::Lambda::Function",
            Map.of("Handler", handler(SettleHandler.class), "MemorySize", 1769, "Timeout", 600));
    stacks
        .run()
        .hasResourceProperties(
            "AWS::Lambda::EventSourceMapping",
            Map.of("BatchSize", 2_000, "BisectBatchOnFunctionError", true));
  }

  private static String handler(Class<?> type) {
    return type.getName() + "::handleRequest";
  }
}
