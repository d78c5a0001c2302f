package io.windrow.ledger;

import io.windrow.contract.Reason;
import io.windrow.contract.RejectedException;
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
import java.util.stream.Collectors;
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
   * @throws RejectedException when a group or an argument has no value that the view can take
   */
  Contribution prepare(Event event, long watermark) throws RejectedException {
    View view = delta.view();
    List<@Nullable Object> values = new ArrayList<>(view.by().size());
    for (View.Field field : view.by()) {
      values.add(groupValue(field, event.fields()));
    }
    List<List<@Nullable Object>> arguments = new ArrayList<>(view.compute().size());
    for (View.Computed computed : view.compute()) {
      arguments.add(arguments(computed, event.fields()));
    }
    return new Contribution(delta, slot(event, watermark), Group.of(values), arguments);
  }

  private @Nullable Object groupValue(
      View.Field field, Map<String, ? extends @Nullable Object> fields) throws RejectedException {
    Object value = valueOrNull("by", field.name(), field.value(), fields);
    if (value instanceof Map || value instanceof List) {
      String found = value instanceof List ? "a list" : "an object";
      throw rejected(
          "by",
          field.name(),
          field.value().text(),
          "a group takes no objects and lists, found " + found);
    }
    return value;
  }

  private Slot slot(Event event, long watermark) {
    WindowPolicy window = delta.view().window();
    long pane = window.pane(event.time());
    return new Slot(pane, window.firstOpenWindow(pane, watermark));
  }

  private List<@Nullable Object> arguments(
      View.Computed computed, Map<String, @Nullable Object> fields) throws RejectedException {
    List<@Nullable Object> arguments = new ArrayList<>(computed.arguments().size());
    for (Expression argument : computed.arguments()) {
      arguments.add(valueOrNull("compute", computed.name(), argument, fields));
    }
    try {
      computed.aggregate().check(arguments);
    } catch (ExpressionException e) {
      String texts =
          computed.arguments().stream().map(Expression::text).collect(Collectors.joining(", "));
      throw rejected("compute", computed.name(), texts, e.detail());
    }
    return arguments;
  }

  private @Nullable Object valueOrNull(
      String section,
      String name,
      Expression expression,
      Map<String, ? extends @Nullable Object> fields)
      throws RejectedException {
    try {
      Object value = expression.evaluate(fields);
      if (value instanceof String text && text.length() > longestText) {
        throw rejected(
            section,
            name,
            expression.text(),
            "a text longer than the %,d characters that fit a result".formatted(longestText));
      }
      return value;
    } catch (AbsentFieldException e) {
      return null;
    } catch (ExpressionException e) {
      throw RejectedException.of(reason(), section + " " + name, expression, e);
    }
  }

  private RejectedException rejected(
      String section, String name, String expression, String problem) {
    return new RejectedException(reason().with(section + " " + name, expression, problem));
  }

  private Reason reason() {
    return Reason.of("view." + view());
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
