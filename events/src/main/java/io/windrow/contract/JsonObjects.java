package io.windrow.contract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import io.windrow.encoding.ByteOrderMark;
import java.io.IOException;
import java.util.Arrays;

/**
 * JSON objects one after the other: in lines, without anything between, or in an array. White
 * space, commas and the brackets of arrays may stand between them.
 *
 * <p>What is broken is an event too, which is rejected. It ends where an object of its braces ends,
 * or before the next line that begins with an object, and the rest goes on from there. Anything
 * that begins otherwise ends with its line.
 */
final class JsonObjects implements Framing {
  private final JsonValues values = new JsonValues();

  @Override
  public void takeOut(byte[] payload, Texts into) throws RejectedException {
    if (new PayloadBytes(payload).isAggregate()) {
      throw new RejectedException(Reason.of("record.aggregate"));
    }
    int start = ByteOrderMark.length(payload);
    int at = skipBetween(payload, start);
    if (at == payload.length && !isBlankOrEmptyArray(payload, start)) {
      throw new RejectedException(Reason.of("json.malformed"));
    }
    while (at < payload.length) {
      int end = payload[at] == '{' ? endOfObject(payload, at) : endOfLine(payload, at);
      into.add(Arrays.copyOfRange(payload, at, end));
      at = skipBetween(payload, end);
    }
  }

  static int skipBetween(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && (isSpace(bytes[at]) || isSeparator(bytes[at]))) {
      at++;
    }
    return at;
  }

  /** Whether there is nothing but white space between. */
  static boolean isBlank(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isSpace(bytes[at])) {
      at++;
    }
    return at == to;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || Braces.isNewline(b);
  }

  private static boolean isSeparator(byte b) {
    return b == ',' || b == '[' || b == ']';
  }

  private static boolean isBlankOrEmptyArray(byte[] bytes, int start) {
    StringBuilder separators = new StringBuilder();
    for (int i = start; i < bytes.length && separators.length() < 3; i++) {
      if (!isSpace(bytes[i])) {
        separators.append((char) bytes[i]);
      }
    }
    return separators.isEmpty() || separators.toString().equals("[]");
  }

  private static int endOfLine(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && !Braces.isNewline(bytes[at])) {
      at++;
    }
    return at;
  }

  /** An object that ends in its line ends where its braces say; of another, its JSON is asked. */
  private int endOfObject(byte[] bytes, int from) throws RejectedException {
    int end = new Braces(bytes, from).endWithinLine();
    if (end > 0) {
      return end;
    }
    try (JsonParser parser = values.open(bytes, from)) {
      parser.nextToken();
      parser.skipChildren();
      return from + (int) parser.currentLocation().getByteOffset();
    } catch (JacksonException e) {
      // what is broken is the last character read, or lies past it
      int broken = from + (int) e.getLocation().getByteOffset() - 1;
      return new Braces(bytes, from).endOfBroken(broken);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can't be read", e);
    }
  }
}
