package io.windrow.expression;

/**
 * The search for a text in another, in time linear in both (Knuth, Morris, Pratt: Fast Pattern
 * Matching in Strings), where that of the JDK takes their product on texts such as {@code aaaab}.
 */
public final class Search {
  /** Up to so many characters the JDK's search is as good: its product is linear then. */
  private static final int SHORT = 8;

  private final Frame frame;
  private final String part;
  private int[] borders = {};

  public Search(Frame frame, String part) {
    this.frame = frame;
    this.part = part;
  }

  /** Where the part first begins at an offset or behind it; -1 if nowhere. */
  public int first(String text, int from) {
    if (part.length() <= SHORT) {
      int found = text.indexOf(part, from);
      frame.spend((found < 0 ? text.length() : found) - from + part.length());
      return found;
    }
    int matched = 0;
    int found = -1;
    int i = from;
    long steps = 0;
    for (; i < text.length() && found < 0; i++) {
      while (matched > 0 && text.charAt(i) != part.charAt(matched)) {
        matched = borders()[matched - 1];
        steps++;
      }
      matched += text.charAt(i) == part.charAt(matched) ? 1 : 0;
      steps++;
      found = matched == part.length() ? i + 1 - matched : -1;
    }
    frame.spend(steps);
    return found;
  }

  /** Where the part last begins at an offset or before it; -1 if nowhere. */
  public static int last(Frame frame, String text, String part, int from) {
    if (part.length() <= SHORT) {
      int found = text.lastIndexOf(part, from);
      frame.spend(from - Math.max(found, 0) + part.length());
      return found;
    }
    int end = (int) Math.min(text.length(), (long) from + part.length());
    frame.build(end + part.length());
    String backwards = reversed(text.substring(0, end));
    int found = new Search(frame, reversed(part)).first(backwards, 0);
    return found < 0 ? -1 : end - found - part.length();
  }

  /** The characters from the last to the first; pairs of surrogates are turned round too. */
  private static String reversed(String text) {
    char[] characters = new char[text.length()];
    for (int i = 0; i < characters.length; i++) {
      characters[characters.length - 1 - i] = text.charAt(i);
    }
    return new String(characters);
  }

  /** For each beginning of the part, how long the longest is that it also ends in. */
  private int[] borders() {
    if (borders.length == 0) {
      frame.build(part.length());
      borders = new int[part.length()];
      int matched = 0;
      for (int i = 1; i < borders.length; i++) {
        while (matched > 0 && part.charAt(i) != part.charAt(matched)) {
          matched = borders[matched - 1];
        }
        matched += part.charAt(i) == part.charAt(matched) ? 1 : 0;
        borders[i] = matched;
      }
    }
    return borders;
  }
}
