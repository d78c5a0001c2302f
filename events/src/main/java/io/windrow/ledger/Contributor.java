package io.windrow.ledger;

import io.windrow.expression.AbsentFieldException;
import io.windrow.expression.Expression;
import io.windrow.expression.ExpressionException;
import io.windrow.record.Event;
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
import org.jspecify.annotations.Nullable;

/** Adds events to the delta of one view. */
final class Contributor {
  /**
   * What a row takes beside its group and its cells: its share of the slot, and a session's span.
   */
  private static final int ROW_SIZE = 24;

  /** How many bytes a character takes in UTF-8, at most. */
  private static final long CHAR_SIZE = 3;

  private final Delta delta;
  private final int longestText;

  Contributor(View view) {
    this.delta = new Delta(view);
    this.longestText = view.longestText();
  }

  Delta delta() {
    return delta;
  }

  String view() {
    return delta.view().name();
  }

  boolean isLate(Event event, long watermark) {
    return delta.view().window().isLate(event.time(), watermark);
  }

  /**
   * All that the event adds, worked out and checked, so that adding it can't fail half way.
   *
   * @throws ExpressionException when a group or an argument has no value that the view can take
   */
  Contribution prepare(Event event, long watermark) {
    View view = delta.view();
    List<@Nullable Object> values = new ArrayList<>(view.by().size());
    for (View.Field field : view.by()) {
      values.add(valueOrNull(field.value(), event.fields()));
    }
    List<List<@Nullable Object>> arguments = new ArrayList<>(view.compute().size());
    for (View.Computed computed : view.compute()) {
      arguments.add(arguments(computed, event.fields()));
    }
    return new Contribution(delta, slot(event, watermark), group(values), arguments);
  }

  private static Group group(List<@Nullable Object> values) {
    try {
      return Group.of(values);
    } catch (IllegalArgumentException e) {
      throw new ExpressionException("a group needs scalar values: " + e.getMessage());
    }
  }

  private Slot slot(Event event, long watermark) {
    WindowPolicy window = delta.view().window();
    long pane = window.pane(event.time());
    return new Slot(pane, window.firstOpenWindow(pane, watermark));
  }

  private List<@Nullable Object> arguments(
      View.Computed computed, Map<String, @Nullable Object> fields) {
    List<@Nullable Object> arguments = new ArrayList<>(computed.arguments().size());
    for (Expression argument : computed.arguments()) {
      arguments.add(valueOrNull(argument, fields));
    }
    computed.aggregate().check(arguments);
    return arguments;
  }

  private @Nullable Object valueOrNull(
      Expression expression, Map<String, @Nullable Object> fields) {
    try {
      Object value = expression.evaluate(fields);
      if (value instanceof String text && text.length() > longestText) {
        throw new ExpressionException(
            "a text of %d characters, at most %d fit a result"
                .formatted(text.length(), longestText));
      }
      return value;
    } catch (AbsentFieldException e) {
      return null;
    }
  }

  /** What one event adds to one view. */
  record Contribution(Delta delta, Slot slot, Group group, List<List<@Nullable Object>> arguments) {

    /**
     * Adds it.
     *
     * @return by about how many bytes, at most, the delta's encoding has grown
     */
    long add(long time, Position position) {
      Row row = delta.row(slot, group);
      long growth = cells(position) + (row.isEmpty() ? ROW_SIZE + group.size() : 0);
      row.accumulate(arguments, time, position);
      return growth;
    }

    private long cells(Position position) {
      List<View.Computed> computed = delta.view().compute();
      long growth = 0;
      for (int i = 0; i < arguments.size(); i++) {
        growth += computed.get(i).aggregate().growth(position);
        for (Object argument : arguments.get(i)) {
          growth += argument instanceof String text ? CHAR_SIZE * text.length() : 0;
        }
      }
      return growth;
    }
  }
}
