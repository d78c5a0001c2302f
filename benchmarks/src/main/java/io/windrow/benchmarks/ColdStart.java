package io.windrow.benchmarks;

import io.windrow.dynamodb.DynamoDbLocal;
import io.windrow.functions.FunctionEnvironment;
import io.windrow.functions.ProcessHandler;
import io.windrow.functions.SettleHandler;
import io.windrow.functions.dynamodb.DynamoTables;
import io.windrow.local.kinesis.StreamSpec;
import io.windrow.local.lambda.Answer;
import io.windrow.local.lambda.ExecutionEnvironment;
import io.windrow.local.lambda.FunctionSpec;
import io.windrow.local.run.EmbeddedAws;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a cold start of each function takes: the deployed jar in a process of its own, under
 * Lambda's runtime interface client, until it asks for work, and until it has done its first.
 */
public final class ColdStart {
  private static final int RUNS = 7;
  private static final Path DYNAMODB = Path.of("dynamodb-local", "target", "jars");

  private final Path scratch;
  private final Map<String, String> environment;

  private ColdStart(Path scratch, Map<String, String> environment) {
    this.scratch = scratch;
    this.environment = environment;
  }

  /** One start, in milliseconds. */
  private record Start(long untilReady, long untilAnswered) {}

  public static void main(String[] args) throws IOException {
    try (EmbeddedAws aws = EmbeddedAws.start(() -> DynamoDbLocal.start(DYNAMODB, 0), 0)) {
      String arn = aws.streams().create(StreamSpec.provisioned("ad-clicks", 1)).arn();
      DynamoTables tables =
          DynamoTables.create(aws.clients().dynamoDb(), "state", "results", "ad-clicks");
      Map<String, String> environment = new HashMap<>(aws.endpoints());
      environment.putAll(
          new FunctionEnvironment(tables.state(), tables.stored(), arn, "none", "").variables());
      ColdStart sample = new ColdStart(FunctionsAsset.ofSample(), environment);
      sample.report("ProcessHandler", ProcessHandler.class, AdClicksBatch.envelope());
      sample.report("SettleHandler", SettleHandler.class, "{}".getBytes(StandardCharsets.UTF_8));
      new ColdStart(FunctionsAsset.withPlugIn(), environment)
          .report("ProcessHandler with a plug-in", ProcessHandler.class, AdClicksBatch.envelope());
    }
  }

  private void report(String title, Class<?> handler, byte[] payload) throws IOException {
    List<Start> starts =
        Stream.generate(() -> start(handler, payload, List.of())).limit(RUNS).toList();
    Path classes = scratch.resolve(handler.getSimpleName() + ".classes");
    Start unused = start(handler, payload, List.of("-Xlog:class+load:file=" + classes));
    try (Stream<String> lines = Files.lines(classes)) {
      System.out.printf(
          "%s: %d ms until ready, %d ms until the first answer (medians of %d); %d classes%n",
          title,
          median(starts.stream().map(Start::untilReady)),
          median(starts.stream().map(Start::untilAnswered)),
          RUNS,
          lines.filter(line -> line.contains(" source: ")).count());
    }
  }

  private static long median(Stream<Long> values) {
    return values.sorted().skip(RUNS / 2).findFirst().orElseThrow();
  }

  private Start start(Class<?> handler, byte[] payload, List<String> options) {
    FunctionSpec function =
        new FunctionSpec(handler.getName(), scratch, Duration.ofSeconds(60), environment, options);
    long begun = System.nanoTime();
    try (ExecutionEnvironment started = ExecutionEnvironment.start(function, scratch)) {
      started
          .awaitStart()
          .ifPresent(
              failure -> {
                throw new IllegalStateException(failure.json());
              });
      long ready = System.nanoTime();
      if (started.invoke(payload) instanceof Answer.Failure failure) {
        throw new IllegalStateException(failure.json());
      }
      return new Start(millis(ready - begun), millis(System.nanoTime() - begun));
    }
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }
}
