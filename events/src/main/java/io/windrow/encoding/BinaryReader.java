package io.windrow.encoding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link BinaryWriter} wrote. Bytes that end early, or that nothing has written, are an
 * {@link IllegalArgumentException} that names their place.
 */
public final class BinaryReader {
  private final byte[] bytes;
  private int at;

  public BinaryReader(byte[] bytes) {
    this.bytes = bytes;
  }

  public long readLong() {
    long zigzag = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = next("an integer");
      zigzag |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
      }
    }
  }

  private byte next(String expected) {
    require(1, expected);
    return bytes[at++];
  }

  private void require(int length, String expected) {
    if (length < 0 || length > bytes.length - at) {
      throw new IllegalArgumentException(
          "expected %s at byte %d, and there are %d bytes".formatted(expected, at, bytes.length));
    }
  }

  public int readCount() {
    return Math.toIntExact(readLong());
  }

  public byte[] readBytes() {
    int length = readCount();
    require(length, length + " bytes");
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  public String readString() {
    int length = readCount();
    require(length, "a text of " + length + " bytes");
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  public BigInteger readInteger() {
    return new BigInteger(readBytes());
  }

  public BigDecimal readDecimal() {
    int scale = readCount();
    return new BigDecimal(readInteger(), scale);
  }

  public @Nullable Object readValue() {
    int tag = next("a value");
    return switch (tag) {
      case Tag.NULL -> null;
      case Tag.FALSE -> false;
      case Tag.TRUE -> true;
      case Tag.LONG -> readLong();
      case Tag.DECIMAL -> readDecimal();
      case Tag.STRING -> readString();
      default -> throw new IllegalArgumentException("unknown tag " + tag + " at byte " + (at - 1));
    };
  }

  public boolean atEnd() {
    return at == bytes.length;
  }
}
