package io.windrow.expression;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A value of CEL's type {@code bytes}, which no event holds but expressions make of texts. */
public final class Bytes implements Comparable<Bytes> {
  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  static Object of(Frame frame, @Nullable Object value) {
    if (value instanceof String text) {
      frame.build(text.length());
      return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }
    if (value instanceof Bytes) {
      return value;
    }
    throw Kind.mismatch("bytes()", value);
  }

  String text(Frame frame) {
    frame.build(content.length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new ExpressionException("string() takes bytes that are UTF-8");
    }
  }

  Bytes with(Frame frame, Bytes more) {
    frame.build(content.length);
    frame.build(more.content.length);
    byte[] both = Arrays.copyOf(content, content.length + more.content.length);
    System.arraycopy(more.content, 0, both, content.length, more.content.length);
    return new Bytes(both);
  }

  int size() {
    return content.length;
  }

  byte[] content() {
    return content.clone();
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(content, other.content);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }
}
