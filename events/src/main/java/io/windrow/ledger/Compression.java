package io.windrow.ledger;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflate (RFC 1951) behind one byte that names the format of what is inside. */
final class Compression {
  private static final int CHUNK = 8192;

  private Compression() {}

  static byte[] compress(int format, byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 2 + 16);
      out.write(format);
      byte[] chunk = new byte[CHUNK];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  static byte[] decompress(int format, byte[] compressed) {
    requireFormat(format, compressed);
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(compressed, 1, compressed.length - 1);
      ByteArrayOutputStream out = new ByteArrayOutputStream(compressed.length * 4);
      byte[] chunk = new byte[CHUNK];
      while (!inflater.finished()) {
        int length = inflater.inflate(chunk);
        if (length == 0 && inflater.needsInput()) {
          throw new LedgerException("compressed content ends early: an item was cut short");
        }
        out.write(chunk, 0, length);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new LedgerException("compressed content is damaged: " + e.getMessage());
    } finally {
      inflater.end();
    }
  }

  private static void requireFormat(int format, byte[] compressed) {
    if (compressed.length == 0 || compressed[0] != format) {
      throw new LedgerException(
          "content of format %s, which this version of Windrow does not read; it reads format %d"
              .formatted(compressed.length == 0 ? "none" : compressed[0], format));
    }
  }
}
