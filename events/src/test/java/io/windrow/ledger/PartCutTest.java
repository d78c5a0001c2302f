package io.windrow.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.aggregate.Aggregates;
import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
import io.windrow.view.Delta;
import io.windrow.view.Group;
import io.windrow.view.Row;
import io.windrow.view.Slot;
import io.windrow.view.View;
import io.windrow.window.WindowPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartCutTest {
  private static final View VIEW =
      new View(
          "views",
          "1",
          List.of(),
          WindowPolicy.tumbling(10, 0),
          List.of(new View.Computed("n", Aggregates.named("count").orElseThrow(), List.of())));

  /** Of seven groups in the first slot and three in the next: boundaries in both, and at ends. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 9, 10, 100})
  void thePartsOfADeltaReadBackAreTheWhole(int rows) {
    Delta whole = new Delta(VIEW);
    fill(whole, new Slot(0, 0), 7);
    fill(whole, new Slot(10, 10), 3);

    List<byte[]> parts = new ArrayList<>();
    PartCut cut =
        new PartCut(
            VIEW,
            rows,
            part -> {
              int size = part.slots().values().stream().mapToInt(Map::size).sum();
              assertThat(size).isBetween(1, rows);
              parts.add(encoded(part));
            });
    whole.slots().forEach(cut::add);
    cut.end();

    Delta read = new Delta(VIEW);
    parts.forEach(part -> read.combine(Delta.decode(VIEW, new BinaryReader(part))));
    assertThat(encoded(read)).isEqualTo(encoded(whole));
    assertThat(parts).hasSize((10 + rows - 1) / rows);
  }

  private static void fill(Delta delta, Slot slot, int groups) {
    for (int group = 0; group < groups; group++) {
      Row row = delta.row(slot, Group.of(List.of("group-" + group)));
      row.accumulate(List.of(List.of()), slot.pane(), new Position("A", "1", 0));
    }
  }

  private static byte[] encoded(Delta delta) {
    BinaryWriter out = new BinaryWriter();
    delta.encode(out);
    return out.toBytes();
  }
}
