package io.windrow.view;

import io.windrow.aggregate.Aggregate;
import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The aggregates of one group of a view: the state of each computed value. */
public final class Row {
  private final View view;
  private final Object[] states;
  private final Span span = new Span();

  private Row(View view) {
    this.view = view;
    this.states = new Object[view.compute().size()];
  }

  /** The row of no events. */
  public static Row empty(View view) {
    Row row = new Row(view);
    for (int i = 0; i < row.states.length; i++) {
      row.states[i] = row.aggregate(i).create();
    }
    return row;
  }

  /** The row of all events that these have seen; not to be changed, since it may be one of them. */
  public static Row of(View view, List<Row> rows) {
    if (rows.size() == 1) {
      return rows.get(0);
    }
    Row all = empty(view);
    rows.forEach(all::combine);
    return all;
  }

  @SuppressWarnings("unchecked") // a state is only ever given to the aggregate that made it
  private Aggregate<Object> aggregate(int column) {
    return (Aggregate<Object>) view.compute().get(column).aggregate();
  }

  /** Whether it has seen no event. */
  public boolean isEmpty() {
    return span.first() > span.last();
  }

  /**
   * Adds one event.
   *
   * @param arguments those of each computed value, in order
   */
  public void accumulate(List<List<@Nullable Object>> arguments, long time, Position position) {
    span.include(time);
    for (int i = 0; i < states.length; i++) {
      aggregate(i).accumulate(states[i], arguments.get(i), time, position);
    }
  }

  /** Adds all that another row of the same view has seen. */
  public void combine(Row other) {
    span.include(other.span);
    for (int i = 0; i < states.length; i++) {
      aggregate(i).combine(states[i], other.states[i]);
    }
  }

  /** The values that a result shows, by name. */
  public Map<String, @Nullable Object> finish() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < states.length; i++) {
      values.put(view.compute().get(i).name(), aggregate(i).finish(states[i]));
    }
    return values;
  }

  /** When its events were; a delta keeps it for session windows only. */
  Span span() {
    return span;
  }

  void encodeCell(int column, BinaryWriter out) {
    aggregate(column).encode(states[column], out);
  }

  void decodeCell(int column, BinaryReader in) {
    states[column] = aggregate(column).decode(in);
  }
}
