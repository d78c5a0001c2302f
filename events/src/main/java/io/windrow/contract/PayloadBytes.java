package io.windrow.contract;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the bytes of a payload tell before they are parsed, found by one pass over eight at a time.
 */
final class PayloadBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = ONES << 7;
  private static final long BACKSLASHES = ONES * '\\';
  private static final byte[] AGGREGATE = {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2};

  private final byte[] bytes;
  private long high;
  private long escaped;

  PayloadBytes(byte[] bytes) {
    this.bytes = bytes;
    int whole = bytes.length & -Long.BYTES;
    for (int i = 0; i < whole; i += Long.BYTES) {
      see((long) LONGS.get(bytes, i));
    }
    for (int i = whole; i < bytes.length; i++) {
      see(bytes[i] & 0xFFL);
    }
  }

  private void see(long eight) {
    long zeroWhereBackslash = eight ^ BACKSLASHES;
    high |= eight & HIGH_BITS;
    escaped |= (zeroWhereBackslash - ONES) & ~zeroWhereBackslash & HIGH_BITS;
  }

  /** Whether there is nothing but white space from there on. */
  boolean isBlankFrom(int start) {
    for (int i = start; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Whether it begins as an aggregated record of the KPL does, which is never UTF-8. */
  boolean isAggregate() {
    return bytes.length >= AGGREGATE.length
        && Arrays.equals(bytes, 0, AGGREGATE.length, AGGREGATE, 0, AGGREGATE.length);
  }

  /** Whether it is UTF-8, no overlong forms and no surrogates among it. */
  boolean isUtf8() {
    if (high == 0) {
      return true;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Whether half a surrogate pair may be written in it as an escape, which begins with D. */
  boolean mayHaveEscapedSurrogates() {
    if (escaped == 0) {
      return false;
    }
    for (int i = 2; i < bytes.length; i++) {
      if ((bytes[i] | 0x20) == 'd' && bytes[i - 1] == 'u' && bytes[i - 2] == '\\') {
        return true;
      }
    }
    return false;
  }
}
