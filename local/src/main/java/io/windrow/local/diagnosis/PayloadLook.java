package io.windrow.local.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What the bytes of a record look like that are no JSON object. */
final class PayloadLook {
  private static final int ENOUGH = 4096;
  private static final int LEAST_BASE64 = 16;

  /** The first bytes of formats, in hexadecimal. */
  private static final List<Mark> MARKS =
      List.of(
          new Mark("1f8b", "They begin as gzip does: unpack them before they are put."),
          new Mark("28b52ffd", "They begin as Zstandard does: unpack them before they are put."),
          new Mark("504b0304", "They begin as a zip file does: unpack it before it is put."),
          new Mark(
              "4f626a01",
              "They begin as an Avro file does; Windrow reads JSON, or what a decoder plug-in reads."),
          new Mark(
              "50415231",
              "They begin as a Parquet file does; Windrow reads JSON, or what a decoder plug-in reads."),
          new Mark(
              "f3899ac2",
              "They are aggregates of the Kinesis Producer Library that can't be opened."),
          new Mark("fffe", "They begin as UTF-16 does: write them as UTF-8."),
          new Mark("feff", "They begin as UTF-16 does: write them as UTF-8."));

  private record Mark(String bytes, String sentence) {}

  private PayloadLook() {}

  /** A sentence; an empty text where it looks like nothing that is known. */
  static String of(Sample sample) {
    byte[] start = start(sample.payload());
    if (start.length == 0) {
      return "They have no bytes.";
    }
    return marked(start)
        .or(() -> text(start).map(text -> ofText(text, sample.json())))
        .orElse("They are no text: Windrow reads JSON in UTF-8, or what a decoder plug-in reads.");
  }

  private static byte[] start(byte[] payload) {
    return payload.length <= ENOUGH ? payload : Arrays.copyOf(payload, ENOUGH);
  }

  private static Optional<String> marked(byte[] start) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < Math.min(4, start.length); i++) {
      hex.append("%02x".formatted(start[i]));
    }
    return MARKS.stream()
        .filter(mark -> hex.toString().startsWith(mark.bytes))
        .findFirst()
        .map(Mark::sentence);
  }

  /** The bytes as text, if they are UTF-8; a character that the cut went through is left out. */
  private static Optional<String> text(byte[] start) {
    CharBuffer text = CharBuffer.allocate(start.length);
    CoderResult read =
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(start), text, start.length < ENOUGH);
    return read.isError() ? Optional.empty() : Optional.of(text.flip().toString().strip());
  }

  private static String ofText(String text, JsonNode json) {
    if (json.isArray()) {
      return "They are lists: put each event as a record of its own.";
    }
    if (json.isTextual()) {
      return json.textValue().strip().startsWith("{")
          ? "They are JSON within a JSON text: they were encoded twice."
          : "They are JSON texts, where an object is expected.";
    }
    if (text.startsWith("<")) {
      return "They look like XML: convert them to JSON, or write a decoder plug-in.";
    }
    if (text.startsWith("{'")) {
      return "They have single quotes, as Python prints them: write them by json.dumps.";
    }
    if (isBase64OfJson(text)) {
      return "They are Base64 of JSON: put the bytes themselves (the AWS CLI has --cli-binary-format raw-in-base64-out).";
    }
    return line(text);
  }

  private static boolean isBase64OfJson(String text) {
    try {
      return text.length() >= LEAST_BASE64
          && new String(
                  Base64.getDecoder().decode(text.substring(0, text.length() / 4 * 4)),
                  StandardCharsets.UTF_8)
              .strip()
              .startsWith("{");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String line(String text) {
    if (text.startsWith("{")) {
      return "They begin as JSON does, and are broken or cut: " + start(text);
    }
    if (text.split("[,;\t|]", -1).length > 2) {
      return "They look like CSV: convert each line to a JSON object. The first is: " + start(text);
    }
    return "Windrow reads JSON objects, one a record. The first of these is: " + start(text);
  }

  private static String start(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() <= 80 ? line : line.substring(0, 80) + "...";
  }
}
