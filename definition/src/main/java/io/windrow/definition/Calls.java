package io.windrow.definition;

import java.util.ArrayList;
import java.util.List;

/** Finds the parts of a call's text, with brackets and quotes respected. */
final class Calls {
  private Calls() {}

  /** Whether every bracket and quote that the text opens is closed in it. */
  static boolean isWhole(String text) {
    return end(text, 0, "") == text.length();
  }

  /** The index of the bracket that closes the one at an index, or the text's length. */
  static int closing(String text, int open) {
    return end(text, open + 1, ")");
  }

  /** The bounds of the parts between top-level commas. */
  static List<int[]> arguments(String text, int start, int end) {
    List<int[]> parts = new ArrayList<>();
    int from = start;
    String inside = text.substring(0, end);
    while (from <= end && !inside.substring(start).isBlank()) {
      int to = Math.min(end, end(inside, from, ","));
      parts.add(new int[] {from, to});
      from = to + 1;
    }
    return parts;
  }

  /**
   * The index of the first of these characters outside brackets and quotes; the text's length if
   * there is none, one more than that if a bracket or quote stays open.
   */
  private static int end(String text, int start, String stops) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (depth == 0 && stops.indexOf(c) >= 0) {
        return i;
      }
      if (c == '\'' || c == '"') {
        i = closingQuote(text, i);
      }
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (i > text.length()) {
        return i;
      }
    }
    return depth > 0 ? text.length() + 1 : text.length();
  }

  private static int closingQuote(String text, int open) {
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == text.charAt(open)) {
        return i;
      }
    }
    return text.length() + 1;
  }
}
