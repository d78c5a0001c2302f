package io.windrow.local.kinesis;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A text that a client hands back without knowing what is in it: some fields and their checksum.
 * The checksum tells a token of this service from anything else; it is no protection.
 */
final class OpaqueToken {
  private static final String SEPARATOR = "/";

  private OpaqueToken() {}

  static String of(List<String> fields) {
    String content = String.join(SEPARATOR, fields);
    String signed = checksum(content) + SEPARATOR + content;
    return Base64.getEncoder().encodeToString(signed.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the fields of a token.
   *
   * @throws IllegalArgumentException when the text is no token with so many fields
   */
  static List<String> read(String token, int fields) {
    String signed = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
    int end = signed.indexOf(SEPARATOR);
    String content = signed.substring(end + 1);
    List<String> read = List.of(content.split(SEPARATOR, -1));
    if (end < 0 || !signed.substring(0, end).equals(checksum(content)) || read.size() != fields) {
      throw new IllegalArgumentException("not a token of this service");
    }
    return read;
  }

  private static String checksum(String content) {
    CRC32 crc = new CRC32();
    crc.update(content.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
