package io.windrow.contract.pattern;

/**
 * The states that a search can be in, and where each character leads from each of them: a search
 * looks at each character once, and stops where no other can change the answer.
 */
final class Table {
  /** The state in which nothing can match any more. */
  static final int LOST = 0;

  /** The state in which it has matched, whatever follows. */
  static final int FOUND = 1;

  private final Alphabet alphabet;
  private final int start;
  private final int[] next;
  private final boolean[] matchesAtEnd;

  /**
   * A table.
   *
   * @param next a row for each state, a column for each letter
   * @param matchesAtEnd by state
   */
  Table(Alphabet alphabet, int start, int[] next, boolean[] matchesAtEnd) {
    this.alphabet = alphabet;
    this.start = start;
    this.next = next;
    this.matchesAtEnd = matchesAtEnd;
  }

  boolean isFoundIn(CharSequence text) {
    int state = start;
    int length = text.length();
    for (int i = 0; i < length && state > FOUND; i++) {
      char c = text.charAt(i);
      int letter = alphabet.letterOfAscii(c);
      if (letter < 0) {
        int codePoint = c;
        if (Character.isHighSurrogate(c) && i + 1 < length) {
          char low = text.charAt(i + 1);
          if (Character.isLowSurrogate(low)) {
            codePoint = Character.toCodePoint(c, low);
            i++;
          }
        }
        letter = alphabet.letter(codePoint);
      }
      state = next[state * alphabet.size() + letter];
    }
    return state == FOUND || (state != LOST && matchesAtEnd[state]);
  }
}
