package io.windrow.view;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.window.SessionPolicy;
import io.windrow.window.Watermark;
import io.windrow.window.WindowPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What some events add to the panes of one view. */
public final class Delta {
  private final View view;
  private final NavigableMap<Slot, Map<Group, Row>> slots = new TreeMap<>();

  public Delta(View view) {
    this.view = view;
  }

  public View view() {
    return view;
  }

  public boolean isEmpty() {
    return slots.isEmpty();
  }

  /** The rows by slot and group; not to be changed. */
  public NavigableMap<Slot, Map<Group, Row>> slots() {
    return slots;
  }

  /** Takes all rows of a slot that it does not have. */
  public void put(Slot slot, Map<Group, Row> rows) {
    slots.put(slot, rows);
  }

  /** The watermark from which on no open window needs it; before any time if it is empty. */
  public long neededUntil() {
    return slots.isEmpty() ? Watermark.NONE : view.window().neededUntil(slots.lastKey().pane());
  }

  /** The row of a group in a slot, empty if it is new. */
  public Row row(Slot slot, Group group) {
    return slots
        .computeIfAbsent(slot, s -> new HashMap<>())
        .computeIfAbsent(group, g -> Row.empty(view));
  }

  /** Adds all that another delta of the same view holds. */
  public void combine(Delta other) {
    other.slots.forEach(
        (slot, rows) -> rows.forEach((group, row) -> row(slot, group).combine(row)));
  }

  /**
   * Forgets what a watermark has closed for good. It must hold the rows of all shards, since those
   * of one may end a streak that goes on in another.
   */
  public void dropClosed(long watermark) {
    dropPanes(watermark);
    if (view.window() instanceof SessionPolicy sessions) {
      dropClosedStreaks(sessions, watermark);
    }
  }

  /** Forgets the panes that no window needs which a watermark leaves open. */
  public void dropPanes(long watermark) {
    WindowPolicy window = view.window();
    while (!slots.isEmpty() && window.neededUntil(slots.firstKey().pane()) <= watermark) {
      slots.pollFirstEntry();
    }
  }

  /** Forgets the rows of every group and slot for which another delta of this view has none. */
  public void retain(Delta other) {
    slots.forEach(
        (slot, rows) -> rows.keySet().retainAll(other.slots.getOrDefault(slot, Map.of()).keySet()));
    slots.values().removeIf(Map::isEmpty);
  }

  /** Hands over the rows of all panes before one, in order of slots, and forgets them. */
  public void takeBefore(long pane, BiConsumer<Slot, Map<Group, Row>> taker) {
    while (!slots.isEmpty() && slots.firstKey().pane() < pane) {
      Map.Entry<Slot, Map<Group, Row>> first = slots.pollFirstEntry();
      taker.accept(first.getKey(), first.getValue());
    }
  }

  /** No event that is still to come reaches a streak whose last session is closed. */
  private void dropClosedStreaks(SessionPolicy sessions, long watermark) {
    long lastClosed = sessions.lastClosed(watermark);
    for (Streak streak : Streaks.of(this, sessions, Watermark.NONE, lastClosed)) {
      if (streak.last() <= lastClosed) {
        streak.slots().forEach(slot -> drop(slot, streak.group()));
      }
    }
  }

  private void drop(Slot slot, Group group) {
    slots.computeIfPresent(
        slot,
        (at, rows) -> {
          rows.remove(group);
          return rows.isEmpty() ? null : rows;
        });
  }

  /** Only sessions are decided by the times of their events. */
  private boolean hasSpans() {
    return view.window() instanceof SessionPolicy;
  }

  /** Writes slots, groups and then each computed value as a column, all in order. */
  public void encode(BinaryWriter out) {
    out.writeLong(slots.size());
    slots.forEach(
        (slot, rows) -> {
          out.writeLong(slot.pane()).writeLong(slot.firstOpen() - slot.pane());
          out.writeLong(rows.size());
          Map<Group, Row> sorted = new TreeMap<>(rows);
          sorted.keySet().forEach(group -> group.encode(out));
          if (hasSpans()) {
            sorted.values().forEach(row -> row.span().encode(slot.pane(), out));
          }
          for (int column = 0; column < view.compute().size(); column++) {
            for (Row row : sorted.values()) {
              row.encodeCell(column, out);
            }
          }
        });
  }

  /** Reads what {@link #encode} wrote for the same view. */
  public static Delta decode(View view, BinaryReader in) {
    Delta delta = new Delta(view);
    for (int slots = in.readCount(); slots > 0; slots--) {
      long pane = in.readLong();
      Slot slot = new Slot(pane, pane + in.readLong());
      List<Row> rows = new ArrayList<>();
      for (int groups = in.readCount(); groups > 0; groups--) {
        rows.add(delta.row(slot, Group.decode(in)));
      }
      if (delta.hasSpans()) {
        rows.forEach(row -> row.span().decode(pane, in));
      }
      for (int column = 0; column < view.compute().size(); column++) {
        for (Row row : rows) {
          row.decodeCell(column, in);
        }
      }
    }
    return delta;
  }
}
