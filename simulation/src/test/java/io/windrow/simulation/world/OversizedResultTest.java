package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.aggregate.Aggregate;
import io.windrow.aggregate.Aggregates;
import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.ledger.Committer;
import io.windrow.ledger.LedgerException;
import io.windrow.ledger.Origin;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.ledger.Steps;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.view.Result;
import io.windrow.view.View;
import io.windrow.window.WindowPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Own code makes a value that no item can hold. */
class OversizedResultTest {
  private static final Origin ORIGIN = new Origin(1, "earliest");
  private static final long NOW = 1_000_000;

  private final MemoryState state = new MemoryState();
  private final MemoryStream stream = new MemoryStream();
  private final Ports ports = state.ports(stream);

  @Test
  void aResultTooLargeForAnItemSaysWhoseItIsAndClosesOnceItsCodeIsMended() {
    stream.open("A", List.of());
    commit(1, 5);
    commit(2, 15);

    assertThatThrownBy(() -> settler(500_000).settle(NOW, "settling"))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("a result of view texts, of the window from 1970-01-01T00:00:00.000Z")
        .hasMessageContaining("its value long has 500000 of them")
        .hasMessageNotContaining("xxx");
    assertThat(state.results().byId()).isEmpty();

    settler(300_000).settle(NOW, "settling-2");

    assertThat(state.results().byId().values().stream().map(Result::view))
        .containsExactlyInAnyOrder("counts", "texts");
  }

  private void commit(int sequence, long second) {
    byte[] payload = (second * 1000 + " a 1").getBytes(StandardCharsets.UTF_8);
    Position position = new Position("A", Integer.toString(sequence), 0);
    StreamRecord record = new StreamRecord(position, "key", NOW, payload, false);
    stream.put(record);
    new Committer(ports.chains(), steps(1), ORIGIN)
        .commit(new Batch("A", List.of(record)), "token-" + sequence, NOW);
  }

  private Settler settler(int length) {
    return new Settler(ports, steps(length).windows(), ORIGIN, RunBounds.STANDARD);
  }

  private static Steps steps(int length) {
    List<View> views =
        List.of(
            view("counts", "n", Aggregates.named("count").orElseThrow()),
            view("texts", "long", new Longer(length)));
    return new Steps(new SmallEvents(), new TableEnrichment(List.of()), views, null);
  }

  private static View view(String name, String value, Aggregate<?> aggregate) {
    return new View(
        name,
        "1",
        List.of(),
        WindowPolicy.tumbling(10_000, 0),
        List.of(new View.Computed(value, aggregate, List.of())));
  }

  /** A text of some length, whatever the events. */
  private record Longer(int length) implements Aggregate<Object> {
    @Override
    public Object create() {
      return "";
    }

    @Override
    public void accumulate(
        Object state, List<@Nullable Object> arguments, long time, Position position) {}

    @Override
    public void combine(Object into, Object from) {}

    @Override
    public Object finish(Object state) {
      return "x".repeat(length);
    }

    @Override
    public void encode(Object state, BinaryWriter out) {}

    @Override
    public Object decode(BinaryReader in) {
      return "";
    }
  }
}
