package io.windrow.local.command;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an input, byte for byte: whatever stands between two line feeds, even nothing. A
 * last line counts without one.
 */
final class Lines implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final byte LINE_FEED = '\n';

  /** The most that a record of any stream may have (API reference, "MaxRecordSizeInKiB"). */
  private static final int MOST_BYTES = 10 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private int from;
  private int to;
  private long taken;
  private long number;

  Lines(InputStream in) {
    this.in = in;
  }

  /**
   * The next line; null at the end.
   *
   * @throws IOException when the input can't be read, or the line is longer than any record
   */
  byte @Nullable [] next() throws IOException {
    while (true) {
      int end = lineFeed();
      if (end >= 0) {
        byte[] line = take(end);
        from = end + 1;
        number++;
        taken += line.length + 1;
        return line;
      }
      begun.write(buffer, from, to - from);
      requireRecordSize(begun.size());
      from = 0;
      to = Math.max(0, in.read(buffer));
      if (to == 0) {
        return begun.size() == 0 ? null : take(0);
      }
    }
  }

  private void requireRecordSize(int bytes) throws IOException {
    if (bytes > MOST_BYTES) {
      throw new IOException(
          "line %,d has more than %,d bytes, which no record of Kinesis may have; lines end with a line feed"
              .formatted(number + 1, MOST_BYTES));
    }
  }

  /** How many bytes the lines had up to here, their ends included. */
  long bytesTaken() {
    return taken;
  }

  private int lineFeed() {
    for (int i = from; i < to; i++) {
      if (buffer[i] == LINE_FEED) {
        return i;
      }
    }
    return -1;
  }

  private byte[] take(int end) {
    if (begun.size() == 0) {
      return Arrays.copyOfRange(buffer, from, end);
    }
    begun.write(buffer, from, end - from);
    byte[] line = begun.toByteArray();
    begun.reset();
    return line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
