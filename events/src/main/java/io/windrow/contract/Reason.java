package io.windrow.contract;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a record was rejected: a stable code and a JSON Pointer to the place in the payload, empty
 * for the whole of it.
 *
 * @param detail the expression that rejects it and why, for people: words of the definition and
 *     names of types, never a value of the record. Empty where the code and the pointer say it all
 */
public record Reason(String code, String pointer, String detail) {
  /** The code of a record that kills each call that folds it. */
  public static final String POISON = "poison";

  private static final int LONGEST_TEXT = 160;
  private static final int LONGEST_DETAIL = 480;

  public Reason {
    detail = shortened(detail, LONGEST_DETAIL);
  }

  /** A reason that its code and its pointer say. */
  public Reason(String code, String pointer) {
    this(code, pointer, "");
  }

  public static Reason of(String code) {
    return new Reason(code, "");
  }

  /**
   * The reason with its detail.
   *
   * @param where the part of the definition that has the expression; empty if the code names it
   * @param expression its text
   * @param problem without any value of the record
   */
  public Reason with(String where, String expression, String problem) {
    String text = shortened(expression.strip().replaceAll("\\s+", " "), LONGEST_TEXT);
    return new Reason(
        code,
        pointer,
        Stream.of(where, text, problem)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(": ")));
  }

  private static String shortened(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end) + "...";
  }

  @Override
  public String toString() {
    return pointer.isEmpty() ? code : code + " " + pointer;
  }
}
