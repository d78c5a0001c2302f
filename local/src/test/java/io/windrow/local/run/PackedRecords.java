package io.windrow.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Several records packed into one as the Kinesis Producer Library packs them: four bytes of mark, a
 * protocol buffer of the keys (field 1) and the records (field 3), its MD5.
 */
final class PackedRecords {
  private static final byte[] MARK = {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2};

  private PackedRecords() {}

  /** Records of one partition key. */
  static byte[] of(List<String> records) throws NoSuchAlgorithmException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    field(message, 1, "key".getBytes(UTF_8));
    for (String record : records) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      packed.writeBytes(new byte[] {1 << 3, 0}); // the index of its key
      field(packed, 3, record.getBytes(UTF_8));
      field(message, 3, packed.toByteArray());
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(MARK);
    all.writeBytes(message.toByteArray());
    all.writeBytes(MessageDigest.getInstance("MD5").digest(message.toByteArray()));
    return all.toByteArray();
  }

  /** Bytes with their number before them, in groups of seven bits. */
  private static void field(ByteArrayOutputStream out, int number, byte[] content) {
    out.write((number << 3) | 2);
    int length = content.length;
    while (length > 0x7F) {
      out.write((length & 0x7F) | 0x80);
      length >>= 7;
    }
    out.write(length);
    out.writeBytes(content);
  }
}
