package io.windrow.view;

import io.windrow.window.SessionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** A session of one group: rows of the log in order of time. It has at least one. */
public final class Session {
  private final Group group;
  private final List<Row> rows = new ArrayList<>(1);
  private OptionalLong cut = OptionalLong.empty();

  Session(Group group, Row first) {
    this.group = group;
    rows.add(first);
  }

  void add(Row next) {
    rows.add(next);
  }

  void cut(long time) {
    cut = OptionalLong.of(time);
  }

  public Group group() {
    return group;
  }

  /** The time of its first event. */
  public long first() {
    return rows.get(0).span().first();
  }

  /** The time of its last event. */
  public long last() {
    return rows.get(rows.size() - 1).span().last();
  }

  /** When its window ends: where its streak was cut, else the gap after its last event. */
  public long end(SessionPolicy policy) {
    return cut.orElseGet(() -> policy.end(last()));
  }

  /** The rows that hold its events. */
  public List<Row> rows() {
    return Collections.unmodifiableList(rows);
  }
}
