package io.windrow.encoding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes the primitives of which ledger content is made. Integers are zigzag varints, texts and
 * bytes have their length first, a value has a tag first. Each value has exactly one form.
 */
public final class BinaryWriter {
  private byte[] bytes = new byte[64];
  private int size;

  public BinaryWriter writeLong(long value) {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    write((int) rest);
    return this;
  }

  private void write(int value) {
    if (size == bytes.length) {
      makeRoom(1);
    }
    bytes[size++] = (byte) value;
  }

  private void makeRoom(int more) {
    bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
  }

  public BinaryWriter writeBytes(byte[] more) {
    writeLong(more.length);
    if (bytes.length - size < more.length) {
      makeRoom(more.length);
    }
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  public BinaryWriter writeString(String text) {
    return writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public BinaryWriter writeInteger(BigInteger value) {
    return writeBytes(value.toByteArray());
  }

  /** A decimal in its shortest form: 1.50 and 1.5 are the same bytes. */
  public BinaryWriter writeDecimal(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return writeLong(shortest.scale()).writeInteger(shortest.unscaledValue());
  }

  /** A scalar value of an event: null, a boolean, a string, an integer or a decimal. */
  public BinaryWriter writeValue(@Nullable Object value) {
    if (value == null) {
      write(Tag.NULL);
    } else if (value instanceof Boolean flag) {
      write(flag ? Tag.TRUE : Tag.FALSE);
    } else if (value instanceof Long number) {
      write(Tag.LONG);
      writeLong(number);
    } else if (value instanceof BigDecimal number) {
      write(Tag.DECIMAL);
      writeDecimal(number);
    } else if (value instanceof String text) {
      write(Tag.STRING);
      writeString(text);
    } else {
      throw new IllegalArgumentException("not a scalar value: " + value.getClass().getName());
    }
    return this;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
