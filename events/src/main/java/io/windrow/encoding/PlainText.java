package io.windrow.encoding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The plainest bytes of JSON strings, found eight at a time. */
public final class PlainText {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = ONES << 7;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';
  private static final long SPACES = ONES * ' ';

  private PlainText() {}

  /**
   * The index, from the given one on, of the first byte that is a quote, a backslash, a control
   * character, or not ASCII; the length if there is none.
   */
  public static int end(byte[] bytes, int from) {
    int i = from;
    for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
      long found = notPlain((long) LONGS.get(bytes, i));
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (i < bytes.length && isPlain(bytes[i])) {
      i++;
    }
    return i;
  }

  /** The high bit of each such byte, and perhaps of some after the first of them. */
  private static long notPlain(long eight) {
    return (eight | below(eight, SPACES) | zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES))
        & HIGH_BITS;
  }

  private static long zeros(long eight) {
    return below(eight, ONES);
  }

  // Bit Twiddling Hacks (Sean Eron Anderson), "Determine if a word has a byte less than n"
  private static long below(long eight, long limits) {
    return (eight - limits) & ~eight;
  }

  private static boolean isPlain(byte b) {
    return b >= ' ' && b != '"' && b != '\\';
  }
}
