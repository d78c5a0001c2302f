package io.windrow.functions.kinesis;

import java.util.Arrays;

/**
 * A place in the bytes of a protobuf message (Protocol Buffers, "Encoding"). It takes and refuses
 * what the protobuf library for Java does.
 */
final class ProtobufReader {
  static final int VARINT = 0;
  static final int LENGTH_DELIMITED = 2;

  private static final int FIXED_64 = 1;
  private static final int GROUP_START = 3;
  private static final int GROUP_END = 4;
  private static final int FIXED_32 = 5;
  private static final int DEEPEST_GROUP = 100;

  private final byte[] bytes;
  private final int end;
  private int at;

  ProtobufReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /** Bytes that are no message. */
  static final class BrokenMessageException extends Exception {
    private static final long serialVersionUID = 1;

    BrokenMessageException(String message) {
      super(message);
    }
  }

  /** The tag of a field of this number and wire type. */
  static int tag(int field, int wireType) {
    return field << 3 | wireType;
  }

  boolean hasMore() {
    return at < end;
  }

  int readTag() throws BrokenMessageException {
    int tag = (int) readVarint();
    if (tag >>> 3 == 0) {
      throw new BrokenMessageException("a field of number 0");
    }
    return tag;
  }

  long readVarint() throws BrokenMessageException {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      skipBytes(1);
      byte next = bytes[at - 1];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new BrokenMessageException("an integer of more than ten bytes");
  }

  byte[] readBytes() throws BrokenMessageException {
    int length = readLength();
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  ProtobufReader readMessage() throws BrokenMessageException {
    int length = readLength();
    return new ProtobufReader(bytes, at - length, at);
  }

  void skip(int tag) throws BrokenMessageException {
    skip(tag, 0);
  }

  private void skip(int tag, int depth) throws BrokenMessageException {
    switch (tag & 7) {
      case VARINT -> readVarint();
      case FIXED_64 -> skipBytes(Long.BYTES);
      case LENGTH_DELIMITED -> readLength();
      case GROUP_START -> skipGroup(tag, depth + 1);
      case FIXED_32 -> skipBytes(Integer.BYTES);
      default -> throw new BrokenMessageException("a field of wire type " + (tag & 7));
    }
  }

  private void skipGroup(int start, int depth) throws BrokenMessageException {
    if (depth > DEEPEST_GROUP) {
      throw new BrokenMessageException("groups deeper than " + DEEPEST_GROUP);
    }
    int groupEnd = tag(start >>> 3, GROUP_END);
    for (int tag = readTag(); tag != groupEnd; tag = readTag()) {
      skip(tag, depth);
    }
  }

  private int readLength() throws BrokenMessageException {
    int length = (int) readVarint();
    skipBytes(length);
    return length;
  }

  private void skipBytes(int count) throws BrokenMessageException {
    if (count < 0 || count > end - at) {
      throw new BrokenMessageException("a field past the end");
    }
    at += count;
  }
}
