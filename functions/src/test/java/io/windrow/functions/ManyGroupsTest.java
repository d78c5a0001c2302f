package io.windrow.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.windrow.functions.dynamodb.DynamoTables;
import io.windrow.functions.dynamodb.LocalTables;
import io.windrow.functions.telemetry.Telemetry;
import io.windrow.ledger.Committer;
import io.windrow.ledger.PayloadLimits;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Results;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Plan;
import io.windrow.record.Batch;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryQuarantine;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.view.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A window of many groups on DynamoDB Local, closed by invocations that are each cut short. */
class ManyGroupsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final int GROUPS = 10_000;
  private static final int BATCHES = 10;
  private static final int CLICKS = 3_000;
  private static final int CHUNK = 500;
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(60_000));

  private final Pipeline pipeline =
      Pipeline.of(
          Plan.of(Clicks.definition(), 1),
          lookup -> {
            throw new AssertionError("no lookups");
          });
  private final MemoryStream stream = new MemoryStream();
  private final DynamoTables tables = TABLES.of("clicks");
  private final CutResults results = new CutResults(tables.results());
  private final Ports ports = tables.ports(new MemoryQuarantine(), stream).with(results);

  @Test
  void everyResultIsWrittenWhateverCutsInvocationsShort() throws IOException {
    Map<String, Long> expected = commitAll();

    int invocations = 0;
    do {
      results.mostOfAnInvocation(3_000);
      invoke();
      invocations++;
      if (invocations == 2) {
        killAnInvocation();
      }
    } while (ports.frontiers().read().isClosing());

    Map<String, Long> written = new HashMap<>();
    tables.results().scan(pipeline.steps().views()).forEach(result -> note(result, written));
    assertThat(written).isEqualTo(expected);
    assertThat(invocations).isEqualTo(4);
    assertThat(results.puts()).as("with the chunk that was killed").isEqualTo(GROUPS + CHUNK);
  }

  private static void note(Result result, Map<String, Long> written) {
    written.put((String) result.group().get("country"), (Long) result.values().get("clicks"));
  }

  /** Runs of four commits, so that groups come from runs as well as from commits. */
  private Settler settler() {
    return new Settler(
        ports,
        pipeline.steps().windows(),
        pipeline.origin(),
        new RunBounds(4),
        PayloadLimits.STANDARD,
        CHUNK);
  }

  private Map<String, Long> commitAll() {
    stream.open(Clicks.SHARD, List.of());
    Committer committer = new Committer(ports.chains(), pipeline.steps(), pipeline.origin());
    Map<String, Long> expected = new HashMap<>();
    for (int batch = 0; batch < BATCHES; batch++) {
      List<StreamRecord> clicks = clicks(batch, expected);
      committer.commit(new Batch(Clicks.SHARD, clicks), "batch-" + batch, 0);
    }
    settler().settle(0, "meanwhile");
    StreamRecord past = Clicks.click(BATCHES * CLICKS + 1, 10_000, "country-0");
    committer.commit(new Batch(Clicks.SHARD, List.of(past)), "past", 0);
    return expected;
  }

  private static List<StreamRecord> clicks(int batch, Map<String, Long> expected) {
    List<StreamRecord> clicks = new ArrayList<>();
    for (int i = batch * CLICKS; i < (batch + 1) * CLICKS; i++) {
      String country = "country-" + i * 7L % GROUPS;
      expected.merge(country, 1L, Long::sum);
      clicks.add(Clicks.click(i + 1, 1_000, country));
    }
    return clicks;
  }

  /** A cold start, that goes on for as long as the invocation has time. */
  private void invoke() throws IOException {
    new SettleHandler(settler(), CLOCK, Telemetry.NONE)
        .handleRequest(
            new ByteArrayInputStream("{}".getBytes(UTF_8)),
            new ByteArrayOutputStream(),
            new LoggingContext(line -> {}, results::remainingMillis));
  }

  /** Ends one in the midst of its puts, as a time-out does. */
  private void killAnInvocation() {
    results.mostOfAnInvocation(CHUNK);
    results.killAtNextPut();
    assertThatIllegalStateException().isThrownBy(this::invoke).withMessage("killed");
  }

  /** Results that take up the time of an invocation. */
  private static final class CutResults implements Results {
    private final Results real;
    private int puts;
    private int most;
    private boolean kills;

    CutResults(Results real) {
      this.real = real;
    }

    void mostOfAnInvocation(int more) {
      most = puts + more;
    }

    void killAtNextPut() {
      kills = true;
    }

    int puts() {
      return puts;
    }

    int remainingMillis() {
      return puts < most ? 60_000 : 1_000;
    }

    @Override
    public void put(List<Result> results) {
      puts += results.size();
      if (kills) {
        kills = false;
        real.put(results.subList(0, results.size() / 2));
        throw new IllegalStateException("killed");
      }
      real.put(results);
    }
  }
}
