package io.windrow.contract;

import io.windrow.record.Expansion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Payloads that are compressed (RFC 1952). */
final class Gzip {
  private Gzip() {}

  /** Whether a payload begins as gzip does. */
  static boolean isGzip(byte[] payload) {
    return payload.length > 1 && payload[0] == (byte) 0x1F && payload[1] == (byte) 0x8B;
  }

  /**
   * What was compressed, of which no more is made than a record may come to.
   *
   * @throws RejectedException {@code gzip.malformed}, or {@code record.expansion} if it is more
   */
  static byte[] decompress(byte[] payload) throws RejectedException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(payload))) {
      byte[] text = in.readNBytes(Expansion.LIMIT + 1);
      if (text.length > Expansion.LIMIT) {
        throw EventsInside.tooMuch();
      }
      return text;
    } catch (IOException e) {
      throw new RejectedException(Reason.of("gzip.malformed"));
    }
  }
}
