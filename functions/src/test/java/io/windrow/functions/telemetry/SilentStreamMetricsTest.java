package io.windrow.functions.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.functions.Clicks;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Definition;
import io.windrow.plan.Plan;
import io.windrow.record.Batch;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a stream that fell silent, of which its owner has said {@code behind}. */
class SilentStreamMetricsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long BEHIND = 600_000;
  private static final long MINUTE = 60_000;

  private final Definition definition = Clicks.behind(Duration.ofMillis(BEHIND));
  private final Pipeline pipeline =
      Pipeline.of(
          Plan.of(definition, 1),
          lookup -> {
            throw new AssertionError("no lookups");
          });
  private final MemoryStream stream = new MemoryStream();
  private final Ports ports = new MemoryState().ports(stream);
  private final Settler settler =
      new Settler(ports, pipeline.steps().windows(), pipeline.origin(), RunBounds.STANDARD);

  /** What goes by the clock less behind closes in the settling that finds it passed. */
  @Test
  void itsWindowsAreNeverDelayed() throws Exception {
    StreamRecord last = Clicks.click(1, MINUTE, "PT");
    stream.open(Clicks.SHARD, List.of());
    stream.put(last);
    new Committer(ports.chains(), pipeline.steps(), pipeline.origin())
        .commit(new Batch(Clicks.SHARD, List.of(last)), "token", MINUTE);

    List<Long> delays = new ArrayList<>();
    for (long now = 20 * MINUTE; now < 80 * MINUTE; now += 61_000) {
      delays.add(delay(now));
    }

    assertThat(delays).allMatch(delay -> delay == 0);
  }

  private long delay(long now) throws JsonProcessingException {
    List<String> lines = new ArrayList<>();
    stream.advanceTo(now);
    new EmbeddedMetrics(definition, lines::add).settled(settler.settle(now, "token" + now), now);
    for (String line : lines) {
      JsonNode read = JSON.readTree(line);
      if (read.has(FunctionMetric.WINDOW_DELAY.text())) {
        return read.path(FunctionMetric.WINDOW_DELAY.text()).asLong();
      }
    }
    throw new AssertionError("no delay told at " + now);
  }
}
