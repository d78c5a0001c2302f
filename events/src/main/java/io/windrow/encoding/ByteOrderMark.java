package io.windrow.encoding;

/**
 * The byte order mark that some programs write before UTF-8. It is no part of the text (RFC 8259,
 * section 8.1, and YAML 1.2, section 5.2, let a reader pass over it).
 */
public final class ByteOrderMark {
  private ByteOrderMark() {}

  /** How many bytes the mark takes: 3, or 0 where there is none. */
  public static int length(byte[] utf8) {
    boolean marked =
        utf8.length >= 3
            && utf8[0] == (byte) 0xEF
            && utf8[1] == (byte) 0xBB
            && utf8[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }

  /** Whether the bytes begin with the mark of UTF-16, of either order. */
  public static boolean isOfUtf16(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }
}
