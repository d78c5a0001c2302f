package io.windrow.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.definition.DefinitionReader;
import io.windrow.dynamodb.DynamoDbLocal;
import io.windrow.functions.FunctionEnvironment;
import io.windrow.functions.PlugInJars;
import io.windrow.functions.ProcessHandler;
import io.windrow.functions.dynamodb.TableSchemas;
import io.windrow.local.kinesis.KinesisStream;
import io.windrow.local.kinesis.StreamSpec;
import io.windrow.local.plugin.AccessLogPipeline;
import io.windrow.local.run.EmbeddedAws;
import io.windrow.plan.Plan;
import io.windrow.plan.PlugIns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar of plug-ins beside the jar that was built, in the asset of a function. */
class PlugInsOnLambdaTest {
  @BeforeAll
  static void theJarIsBuilt() {
    BuiltJar.assume();
  }

  @Test
  void aFunctionLoadsThePlugInsOfItsPlan(@TempDir Path pipeline, @TempDir Path scratch)
      throws Exception {
    AccessLogPipeline.in(pipeline);
    Path jars = Path.of(System.getProperty("windrow.dynamodb.jars"));
    try (EmbeddedAws aws = EmbeddedAws.start(() -> DynamoDbLocal.start(jars, 0), 0)) {
      KinesisStream stream = aws.streams().create(StreamSpec.provisioned("access-log", 1));
      aws.clients().dynamoDb().createTable(TableSchemas.state("state"));
      FunctionSpec spec =
          new FunctionSpec(
              ProcessHandler.class.getName(),
              asset(pipeline, scratch),
              Duration.ofSeconds(60),
              environment(stream, aws),
              List.of());

      try (RestartedFunction process = new RestartedFunction(spec, scratch, Set.of(), Set.of())) {
        process.invokeWith(envelope(stream, Files.readAllLines(data(pipeline))));

        assertThat(process.log())
            .contains("\"Received\":8", "\"Accepted\":5")
            .contains("format.access-log", "clean.section", "enrich.missing");
      }
    }
  }

  private static Path data(Path pipeline) {
    return pipeline.resolve("access-log.jsonl");
  }

  private static Path asset(Path pipeline, Path scratch) throws IOException {
    PlugInJars own = new PlugInJars(pipeline);
    return BuiltJar.asset(scratch.resolve("asset"), plan(pipeline, own.load()), own.files());
  }

  private static Plan plan(Path pipeline, PlugIns plugIns) {
    DefinitionReader reader = new DefinitionReader(path -> read(pipeline.resolve(path)), plugIns);
    return Plan.of(reader.read(), 1, plugIns);
  }

  private static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> environment(KinesisStream stream, EmbeddedAws aws) {
    Map<String, String> environment = new HashMap<>(aws.endpoints());
    environment.putAll(
        new FunctionEnvironment("state", "results", stream.arn(), "bucket", "").variables());
    return environment;
  }

  private static String envelope(KinesisStream stream, List<String> lines) {
    double arrival = Instant.parse("2026-01-31T12:01:00Z").toEpochMilli() / 1000.0;
    String shard = stream.shards().get(0).id();
    return IntStream.range(0, lines.size())
        .mapToObj(
            i ->
                """
                {"kinesis":{"partitionKey":"k","sequenceNumber":"%d","data":"%s",\
                "approximateArrivalTimestamp":%f},"eventID":"%s:%d","eventSourceARN":"%s"}"""
                    .formatted(
                        i + 1,
                        Base64.getEncoder().encodeToString(lines.get(i).getBytes(UTF_8)),
                        arrival,
                        shard,
                        i + 1,
                        stream.arn()))
        .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
  }
}
