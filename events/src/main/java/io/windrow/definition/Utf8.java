package io.windrow.definition;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of a file's bytes; bytes that are no UTF-8 are a problem. */
final class Utf8 {
  private Utf8() {}

  static Optional<String> decode(String file, byte[] content, Problems problems) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      problems.add(new Place(file, 1, 1), "bytes that are not UTF-8", "a text in UTF-8");
      return Optional.empty();
    }
  }
}
