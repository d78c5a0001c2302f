package io.windrow.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.windrow.definition.DefinitionReader;
import io.windrow.definition.Plan;
import io.windrow.definition.PlanFile;
import io.windrow.definition.PlugIns;
import io.windrow.dynamodb.DynamoDbLocal;
import io.windrow.functions.AwsClients;
import io.windrow.functions.FunctionEnvironment;
import io.windrow.functions.PlugInJars;
import io.windrow.functions.ProcessHandler;
import io.windrow.functions.dynamodb.TableSchemas;
import io.windrow.local.kinesis.KinesisEndpoint;
import io.windrow.local.kinesis.KinesisStream;
import io.windrow.local.kinesis.KinesisStreams;
import io.windrow.local.kinesis.StreamSpec;
import io.windrow.local.plugin.AccessLogPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar of plug-ins beside the jar that was built, in the asset of a function. */
class PlugInsOnLambdaTest {
  private static final Path JARS = Path.of(System.getProperty("windrow.functions.jars"));

  @BeforeAll
  static void theJarIsBuilt() {
    assumeThat(JARS).as("run 'mvnw package' first: it builds the functions' jar").isDirectory();
    assumeThat(System.getProperty("os.name")).as("Lambda's runtime client").isEqualTo("Linux");
  }

  @Test
  void aFunctionLoadsThePlugInsOfItsPlan(@TempDir Path pipeline, @TempDir Path scratch)
      throws Exception {
    AccessLogPipeline.in(pipeline);
    KinesisStreams streams = new KinesisStreams(InstantSource.system());
    KinesisStream stream = streams.create(StreamSpec.provisioned("access-log", 1));
    try (DynamoDbLocal dynamoDb =
            DynamoDbLocal.start(Path.of(System.getProperty("windrow.dynamodb.jars")), 0);
        KinesisEndpoint endpoint = KinesisEndpoint.start(streams, 0);
        AwsClients clients = AwsClients.local(dynamoDb.endpoint(), endpoint.uri())) {
      clients.dynamoDb().createTable(TableSchemas.state("state"));
      FunctionSpec spec =
          new FunctionSpec(
              ProcessHandler.class.getName(),
              asset(pipeline, scratch),
              Duration.ofSeconds(60),
              environment(stream, dynamoDb, endpoint),
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
    Path asset = scratch.resolve("asset");
    Path lib = Files.createDirectories(asset.resolve("lib"));
    try (Stream<Path> jars = Files.list(JARS)) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, lib.resolve(jar.getFileName()));
      }
    }
    PlugInJars own = new PlugInJars(pipeline);
    for (Path jar : own.files()) {
      Files.copy(jar, lib.resolve(jar.getFileName()));
    }
    Files.write(asset.resolve(PlanFile.NAME), PlanFile.write(plan(pipeline, own.load())));
    return asset;
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

  private static Map<String, String> environment(
      KinesisStream stream, DynamoDbLocal dynamoDb, KinesisEndpoint endpoint) {
    return Map.of(
        FunctionEnvironment.STATE_TABLE,
        "state",
        FunctionEnvironment.RESULTS_TABLE,
        "results",
        FunctionEnvironment.STREAM,
        stream.arn(),
        FunctionEnvironment.QUARANTINE_BUCKET,
        "bucket",
        "AWS_ENDPOINT_URL_DYNAMODB",
        dynamoDb.endpoint().toString(),
        "AWS_ENDPOINT_URL_KINESIS",
        endpoint.uri().toString());
  }

  private static String envelope(KinesisStream stream, List<String> lines) {
    double arrival = Instant.parse("2026-01-31T12:01:00Z").toEpochMilli() / 1000.0;
    String shard = stream.shards().get(0).id();
    return IntStream.range(0, lines.size())
        .mapToObj(
            i ->
                """
                {"kinesis":{"partitionKey":"k","sequenceNumber":"%d","data":"%s",\
                "approximateArrivalTimestamp":%f},"eventID":"%s:%d"}"""
                    .formatted(
                        i + 1,
                        Base64.getEncoder().encodeToString(lines.get(i).getBytes(UTF_8)),
                        arrival,
                        shard,
                        i + 1))
        .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
  }
}
