package io.windrow.encoding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BinaryWriter} wrote. */
public final class BinaryReader {
  private final byte[] bytes;
  private int at;

  public BinaryReader(byte[] bytes) {
    this.bytes = bytes;
  }

  public long readLong() {
    long zigzag = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      zigzag |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
      }
    }
  }

  public int readCount() {
    return Math.toIntExact(readLong());
  }

  public byte[] readBytes() {
    int length = readCount();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  public String readString() {
    int length = readCount();
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
    int tag = bytes[at++];
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
