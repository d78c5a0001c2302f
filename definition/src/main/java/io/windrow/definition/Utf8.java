package io.windrow.definition;

import io.windrow.encoding.ByteOrderMark;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of a file's bytes, without a byte order mark; bytes that are no UTF-8 are a problem. */
final class Utf8 {
  private Utf8() {}

  static Optional<String> decode(String file, byte[] content, Problems problems) {
    int start = ByteOrderMark.length(content);
    ByteBuffer bytes = ByteBuffer.wrap(content, start, content.length - start);
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      String found = ByteOrderMark.isOfUtf16(content) ? "UTF-16" : "bytes that are not UTF-8";
      problems.add(new Place(file, 1, 1), found, "a text saved as UTF-8");
      return Optional.empty();
    }
  }
}
