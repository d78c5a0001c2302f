package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.aggregate.Aggregates;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.expression.Expression;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Origin;
import io.windrow.ledger.Steps;
import io.windrow.record.Batch;
import io.windrow.record.FieldPath;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.view.View;
import io.windrow.window.WindowPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Code of ours that fails in a view's expression, in a way that nobody foresaw. */
class FailingViewTest {
  private final MemoryState state = new MemoryState();
  private final MemoryStream stream = new MemoryStream();

  @Test
  void rejectsTheRecordAloneAndTellsWhatWasThrown() {
    Committed committed = commit("a", "b", "c");

    assertThat(committed.counts().reasons()).containsExactly(Map.entry("internal.error", 1L));
    assertThat(committed.counts().accepted()).isEqualTo(2);
    assertThat(committed.faults())
        .singleElement()
        .asString()
        .contains("IllegalStateException", "FailingViewTest");
  }

  private Committed commit(String... keys) {
    stream.open("A", List.of());
    List<StreamRecord> records =
        Stream.of(keys)
            .map(
                key ->
                    new StreamRecord(
                        new Position("A", Integer.toString(key.charAt(0)), 0),
                        "key",
                        1_000,
                        ("1000 " + key + " 1").getBytes(StandardCharsets.UTF_8),
                        false))
            .toList();
    View view =
        new View(
            "by-key",
            "1",
            List.of(new View.Field("key", new FailsOnB())),
            WindowPolicy.tumbling(10_000, 0),
            List.of(new View.Computed("n", Aggregates.named("count").orElseThrow(), List.of())));
    Steps steps = new Steps(new SmallEvents(), new TableEnrichment(List.of()), List.of(view), null);
    return new Committer(state.ports(stream).chains(), steps, new Origin(1, "earliest"))
        .commit(new Batch("A", records), "token", 0);
  }

  private static final class FailsOnB implements Expression {
    private final FieldValue key = new FieldValue("key");

    @Override
    public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> fields) {
      if ("b".equals(fields.get("key"))) {
        throw new IllegalStateException("unforeseen");
      }
      return key.evaluate(fields);
    }

    @Override
    public Optional<FieldPath> fieldPath() {
      return key.fieldPath();
    }

    @Override
    public String type() {
      return key.type();
    }

    @Override
    public String text() {
      return key.text();
    }
  }
}
