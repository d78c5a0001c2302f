package io.windrow.view;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;

/** The times of the first and the last of some events. */
final class Span {
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  void include(long time) {
    first = Math.min(first, time);
    last = Math.max(last, time);
  }

  void include(Span other) {
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
  }

  /** Writes it as what it is past the start of its pane. */
  void encode(long pane, BinaryWriter out) {
    out.writeLong(first - pane).writeLong(last - first);
  }

  /** Reads what {@link #encode} wrote. */
  void decode(long pane, BinaryReader in) {
    first = pane + in.readLong();
    last = first + in.readLong();
  }
}
