package io.windrow.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.windrow.dynamodb.DynamoDbLocal;
import io.windrow.functions.FunctionEnvironment;
import io.windrow.functions.ProcessHandler;
import io.windrow.functions.SettleHandler;
import io.windrow.functions.dynamodb.DynamoTables;
import io.windrow.local.kinesis.KinesisStream;
import io.windrow.local.kinesis.PutRequest;
import io.windrow.local.kinesis.StreamSpec;
import io.windrow.local.lambda.RestartedFunction.InvocationFailedException;
import io.windrow.local.mapping.EventSourceMapping;
import io.windrow.local.mapping.KinesisShards;
import io.windrow.local.mapping.LambdaFunction;
import io.windrow.local.mapping.MappingConfig;
import io.windrow.local.run.EmbeddedAws;
import io.windrow.plan.Plan;
import io.windrow.plan.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The handlers as they are deployed: the jar that was built, in processes of their own under
 * Lambda's runtime interface client, with Kinesis and DynamoDB at local endpoints.
 */
class LambdaRuntimeTest {
  private static final long MOST_BYTES = 15_000_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Path scratch;
  private final Path asset;
  private final EmbeddedAws aws =
      EmbeddedAws.start(
          () -> DynamoDbLocal.start(Path.of(System.getProperty("windrow.dynamodb.jars")), 0), 0);
  private final KinesisStream stream = aws.streams().create(StreamSpec.provisioned("orders", 1));
  private final DynamoTables tables =
      DynamoTables.create(aws.clients().dynamoDb(), "state", "results", "orders");
  private final BucketServer bucket = new BucketServer();
  private final Plan plan = Orders.plan();

  LambdaRuntimeTest(@TempDir Path scratch) throws IOException {
    this.scratch = scratch;
    this.asset = BuiltJar.asset(scratch.resolve("asset"), plan, List.of());
    Files.writeString(asset.resolve("countries.csv"), Orders.COUNTRIES);
  }

  @BeforeAll
  static void theJarIsBuilt() {
    BuiltJar.assume();
  }

  @AfterEach
  void stop() {
    aws.close();
    bucket.close();
  }

  private FunctionSpec spec(Class<?> handler, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.putAll(
        new FunctionEnvironment(tables.state(), tables.stored(), stream.arn(), "bucket", "")
            .variables());
    environment.putAll(aws.endpoints());
    environment.put("AWS_ENDPOINT_URL_S3", bucket.address());
    return new FunctionSpec(handler.getName(), asset, TIMEOUT, environment, List.of());
  }

  private RestartedFunction function(Class<?> handler) {
    return new RestartedFunction(spec(handler, Map.of()), scratch, Set.of(), Set.of());
  }

  /** Puts all orders, and waits until the function has handled them. */
  private void handleOrders(LambdaFunction function) throws InterruptedException {
    for (int number = 0; number < Orders.RECORDS; number++) {
      stream.put(new PutRequest("key", Orders.order(number).getBytes(UTF_8)));
    }
    MappingConfig config =
        MappingConfig.builder(stream.arn(), "arn:aws:lambda:us-east-1:000000000000:function:local")
            .batchSize(10)
            .bisectBatchOnFunctionError()
            .reportBatchItemFailures()
            .build();
    try (EventSourceMapping mapping =
        EventSourceMapping.builder(config, new KinesisShards(stream), function).build()) {
      mapping.start();
      mapping.awaitDrained();
    }
  }

  private void assertExact() {
    assertThat(tables.results().scan(plan.views()))
        .containsExactlyInAnyOrderElementsOf(Orders.results());
  }

  @Test
  void theJarIsSmallEnoughToStartFast() {
    assertThat(BuiltJar.files().stream().mapToLong(jar -> jar.toFile().length()).sum())
        .isBetween(1L, MOST_BYTES);
  }

  @Test
  void batchesBecomeResultsAndRejectsAreFiledAndMetricsAreTold() throws Exception {
    try (RestartedFunction process = function(ProcessHandler.class);
        RestartedFunction settle = function(SettleHandler.class)) {
      handleOrders(process);

      assertThat(settle.invokeWith("{\"source\":\"aws.scheduler\"}"))
          .isEqualTo("{\"batchItemFailures\":[]}");
      assertExact();
      assertThat(process.log())
          .contains("\"Received\":10")
          .contains("\"reason\":\"json.malformed\"");
      assertThat(settle.log()).contains("\"Results\":" + Orders.results().size());
      assertThat(bucket.objects().keySet())
          .anyMatch(path -> path.startsWith("/bucket/quarantine/orders/reason=json.malformed/"))
          .anyMatch(path -> path.startsWith("/bucket/quarantine/orders/reason=enrich.missing/"));
    }
  }

  @Test
  void functionsThatTimeOutBeforeAndAfterTheirWritesCountEveryRecordOnce() throws Exception {
    try (RestartedFunction process =
            new RestartedFunction(
                spec(ProcessHandler.class, Map.of()), scratch, Set.of(2, 30), Set.of(3, 31, 60));
        RestartedFunction settle =
            new RestartedFunction(
                spec(SettleHandler.class, Map.of()), scratch, Set.of(), Set.of(1))) {
      handleOrders(process);

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(() -> settle.invokeWith("{}"));
      settle.invokeWith("{}");
      assertExact();
    }
  }

  @Test
  void settlingThatFailsIsAnErrorAndTheNextCallGoesOn() throws Exception {
    try (RestartedFunction process = function(ProcessHandler.class);
        RestartedFunction settle = function(SettleHandler.class)) {
      handleOrders(process);
      bucket.refuse(true);

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(() -> settle.invokeWith("{}"))
          .withMessageContaining("S3 answered 403");
      assertExact();

      bucket.refuse(false);
      settle.invokeWith("{}");
      assertThat(bucket.objects()).isNotEmpty();
    }
  }

  @Test
  void bytesThatAreNoBatchAreAnErrorAndTheEnvironmentLivesOn() {
    try (ExecutionEnvironment environment =
        ExecutionEnvironment.start(spec(ProcessHandler.class, Map.of()), scratch)) {
      Answer first = environment.invoke("{}".getBytes(UTF_8));
      Answer second = environment.invoke("{}".getBytes(UTF_8));

      assertThat(List.of(first, second))
          .allSatisfy(
              answer ->
                  assertThat(answer)
                      .isInstanceOfSatisfying(
                          Answer.Failure.class,
                          failure ->
                              assertThat(failure.json())
                                  .contains("it has no Records of a Kinesis stream")
                                  .contains("EnvelopeException")));
    }
  }

  @Test
  void aFunctionWithoutAPlanSaysSoWhenItStarts() throws IOException {
    Files.delete(asset.resolve(PlanFile.NAME));

    try (ExecutionEnvironment environment =
        ExecutionEnvironment.start(spec(ProcessHandler.class, Map.of()), scratch)) {
      Optional<Answer.Failure> failure = environment.awaitStart();

      assertThat(failure).isPresent();
      assertThat(failure.orElseThrow().json())
          .contains("the function's asset has no file 'plan.json'");
    }
  }

  @Test
  void aSnapshotIsTakenOfARehearsedFunctionThatHasWrittenNothing() throws Exception {
    Map<String, String> snapStart = Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

    try (RestartedFunction process =
            new RestartedFunction(
                spec(ProcessHandler.class, snapStart), scratch, Set.of(), Set.of());
        RestartedFunction settle = function(SettleHandler.class)) {
      process.awaitSnapshot();
      assertThat(tables.client().scan(request -> request.tableName(tables.state())).count())
          .isZero();

      handleOrders(process);
      settle.invokeWith("{}");
      assertExact();
    }
  }
}
