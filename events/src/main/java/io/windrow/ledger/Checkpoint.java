package io.windrow.ledger;

import io.windrow.window.Watermark;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * How far one closing has written its results, in the order in which every closer writes them.
 *
 * @param closing the closing it belongs to
 * @param closesAt when the window last written closes
 * @param mark the rest of the order: view, window and group, encoded
 */
@SuppressWarnings("ArrayRecordComponent") // compared by compareTo
public record Checkpoint(long closing, long closesAt, byte[] mark)
    implements Comparable<Checkpoint> {

  /** The one before any result of a closing. */
  static Checkpoint none(long closing) {
    return new Checkpoint(closing, Watermark.NONE, new byte[0]);
  }

  @Override
  public int compareTo(Checkpoint other) {
    int byClosing = Long.compare(closing, other.closing);
    if (byClosing != 0) {
      return byClosing;
    }
    int byWindow = Long.compare(closesAt, other.closesAt);
    return byWindow != 0 ? byWindow : Arrays.compareUnsigned(mark, other.mark);
  }

  @Override
  public String toString() {
    return "closing %d, windows that close at %d, up to %s"
        .formatted(closing, closesAt, HexFormat.of().formatHex(mark));
  }
}
