package io.windrow.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.definition.DefinitionReader;
import io.windrow.dynamodb.DynamoDbLocal;
import io.windrow.functions.FunctionEnvironment;
import io.windrow.functions.PlugInJars;
import io.windrow.functions.ProcessHandler;
import io.windrow.functions.dynamodb.DynamoTables;
import io.windrow.ledger.Entry;
import io.windrow.local.kinesis.KinesisStream;
import io.windrow.local.kinesis.StreamSpec;
import io.windrow.local.run.EmbeddedAws;
import io.windrow.plan.Plan;
import io.windrow.plan.PlugIns;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A record that kills the function as it is deployed: by a plug-in that takes all memory, or never
 * ends. Its batch comes again and again, whole, as where nobody bisects.
 */
class PoisonOnLambdaTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String DONE = "{\"batchItemFailures\":[]}";
  private static final int MOST_CALLS = 40;

  private static final String DEFINITION =
      """
      name: deadly
      source: { kinesis: deadly }
      contract: deadly.schema.json
      time: { field: at, unit: millis }
      clean:
        killed: kills(event.how)
      views:
        - name: by-how
          by: [how]
          window: { tumbling: 10s, grace: 0s }
          compute: { events: count() }
      """;

  private static final String CONTRACT =
      """
      {"type": "object", "required": ["at", "how"],
       "properties": {"at": {"type": "integer"}, "how": {"type": "string"}},
       "examples": [{"at": 1, "how": "no"}]}
      """;

  private final Path scratch;
  private final EmbeddedAws aws =
      EmbeddedAws.start(
          () -> DynamoDbLocal.start(Path.of(System.getProperty("windrow.dynamodb.jars")), 0), 0);
  private final KinesisStream stream = aws.streams().create(StreamSpec.provisioned("deadly", 1));
  private final DynamoTables tables =
      DynamoTables.create(aws.clients().dynamoDb(), "state", "results", "deadly");
  private final FunctionSpec spec;
  private @Nullable ExecutionEnvironment environment;
  private String log = "";

  PoisonOnLambdaTest(@TempDir Path scratch) throws IOException {
    this.scratch = scratch;
    this.spec =
        new FunctionSpec(
            ProcessHandler.class.getName(), asset(), TIMEOUT, variables(), List.of("-Xmx96m"));
  }

  @BeforeAll
  static void theJarIsBuilt() {
    BuiltJar.assume();
  }

  @AfterEach
  void stop() {
    if (environment != null) {
      environment.close();
    }
    aws.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "time"})
  void aRecordThatKillsIsSetAsideAndItsShardGoesOn(String how) throws Exception {
    byte[] batch = envelope("no", how, "no");

    String answer = "";
    for (int call = 0; !answer.equals(DONE) && call < MOST_CALLS; call++) {
      answer = call(batch).orElse("died");
    }

    assertThat(answer).as(log).isEqualTo(DONE);
    assertThat(entries())
        .filteredOn(commit -> commit.counts().reasons().containsKey("poison"))
        .singleElement()
        .satisfies(commit -> assertThat(commit.counts().received()).isEqualTo(1));
    assertThat(entries().stream().mapToLong(commit -> commit.counts().accepted()).sum())
        .isEqualTo(2);
    assertThat(log).contains("\"Poison\":1", "\"reason\":\"poison\"");
  }

  /** Gives the batch to an environment that lives, within the function's time-out. */
  private Optional<String> call(byte[] batch) throws InterruptedException, ExecutionException {
    if (environment == null) {
      environment = ExecutionEnvironment.start(spec, scratch);
      assertThat(environment.awaitStart()).isEmpty();
    }
    try {
      Answer answer = environment.deliver(batch).get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      if (answer instanceof Answer.Response response) {
        log = environment.log();
        Thread.sleep(PAUSE.toMillis());
        return Optional.of(new String(response.payload(), UTF_8));
      }
    } catch (TimeoutException e) {
      // Lambda ends the environment then
    }
    environment.close();
    environment = null;
    return Optional.empty();
  }

  private List<Entry.Commit> entries() {
    return tables.ledger().read(stream.shards().get(0).id(), 0).stream()
        .filter(Entry.Commit.class::isInstance)
        .map(Entry.Commit.class::cast)
        .toList();
  }

  /** Records that arrived long ago, so that they are old enough to be suspected. */
  private byte[] envelope(String... hows) {
    long arrival = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
    String shard = stream.shards().get(0).id();
    return IntStream.range(0, hows.length)
        .mapToObj(
            i ->
                record(
                    shard,
                    i + 1,
                    arrival,
                    "{\"at\":%d,\"how\":\"%s\"}".formatted(arrival, hows[i])))
        .collect(Collectors.joining(",", "{\"Records\":[", "]}"))
        .getBytes(UTF_8);
  }

  private String record(String shard, int number, long arrival, String payload) {
    return "{\"kinesis\":{\"partitionKey\":\"k\",\"sequenceNumber\":\"%d\",\"data\":\"%s\",\"approximateArrivalTimestamp\":%d},\"eventID\":\"%s:%d\",\"eventSourceARN\":\"%s\"}"
        .formatted(
            number,
            Base64.getEncoder().encodeToString(payload.getBytes(UTF_8)),
            arrival / 1000,
            shard,
            number,
            stream.arn());
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(aws.endpoints());
    variables.putAll(
        new FunctionEnvironment(tables.state(), tables.stored(), stream.arn(), "bucket", "")
            .variables());
    return variables;
  }

  private Path asset() throws IOException {
    Path directory = Files.createDirectory(scratch.resolve("pipeline"));
    Path lib = Files.createDirectory(directory.resolve("lib"));
    Files.writeString(directory.resolve("pipeline.yaml"), DEFINITION);
    Files.writeString(directory.resolve("deadly.schema.json"), CONTRACT);
    writeJar(lib.resolve("kills.jar"));
    PlugInJars own = new PlugInJars(directory);
    PlugIns plugIns = own.load();
    Plan plan =
        Plan.of(new DefinitionReader(path -> read(directory, path), plugIns).read(), 1, plugIns);
    return BuiltJar.asset(scratch.resolve("asset"), plan, own.files());
  }

  private static Optional<byte[]> read(Path directory, String path) {
    try {
      return Optional.of(Files.readAllBytes(directory.resolve(path)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void writeJar(Path path) throws IOException {
    String name = Kills.class.getName();
    String file = name.replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(path);
        JarOutputStream jar = new JarOutputStream(out);
        InputStream code = Kills.class.getClassLoader().getResourceAsStream(file)) {
      jar.putNextEntry(new ZipEntry(file));
      jar.write(code.readAllBytes());
      jar.closeEntry();
      jar.putNextEntry(new ZipEntry("META-INF/services/io.windrow.plugin.FunctionPlugIn"));
      jar.write(name.getBytes(UTF_8));
      jar.closeEntry();
    }
  }
}
