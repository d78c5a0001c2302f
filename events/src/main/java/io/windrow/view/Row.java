package io.windrow.view;

import io.windrow.aggregate.Aggregate;
import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The aggregates of one group of a view: one cell for each computed value. */
public final class Row {
  private final List<Cell<?>> cells;
  private final Span span = new Span();

  private Row(List<Cell<?>> cells) {
    this.cells = cells;
  }

  /** The row of no events. */
  public static Row empty(View view) {
    List<Cell<?>> cells = new ArrayList<>(view.compute().size());
    for (View.Computed computed : view.compute()) {
      cells.add(Cell.empty(computed.aggregate()));
    }
    return new Row(cells);
  }

  /**
   * Adds one event.
   *
   * @param arguments those of each computed value, in order
   */
  public void accumulate(List<List<@Nullable Object>> arguments, long time, Position position) {
    span.include(time);
    for (int i = 0; i < cells.size(); i++) {
      cells.get(i).accumulate(arguments.get(i), time, position);
    }
  }

  /** Adds all that another row of the same view has seen. */
  public void combine(Row other) {
    span.include(other.span);
    for (int i = 0; i < cells.size(); i++) {
      cells.get(i).combine(other.cells.get(i));
    }
  }

  /** The values that a result shows, by name. */
  public Map<String, @Nullable Object> finish(View view) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      values.put(view.compute().get(i).name(), cells.get(i).finish());
    }
    return values;
  }

  /** When its events were; a delta keeps it for session windows only. */
  Span span() {
    return span;
  }

  void encodeCell(int column, BinaryWriter out) {
    cells.get(column).encode(out);
  }

  void decodeCell(int column, BinaryReader in) {
    cells.set(column, cells.get(column).decode(in));
  }

  private record Cell<S>(Aggregate<S> aggregate, S state) {

    static <S> Cell<S> empty(Aggregate<S> aggregate) {
      return new Cell<>(aggregate, aggregate.create());
    }

    void accumulate(List<@Nullable Object> arguments, long time, Position position) {
      aggregate.accumulate(state, arguments, time, position);
    }

    @SuppressWarnings("unchecked") // rows of one view have the same aggregates in the same order
    void combine(Cell<?> other) {
      aggregate.combine(state, (S) other.state);
    }

    @Nullable Object finish() {
      return aggregate.finish(state);
    }

    void encode(BinaryWriter out) {
      aggregate.encode(state, out);
    }

    Cell<S> decode(BinaryReader in) {
      return new Cell<>(aggregate, aggregate.decode(in));
    }
  }
}
