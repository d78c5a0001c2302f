package io.windrow.contract.pattern;

/** A text is no regular expression that a contract may have. */
public final class PatternException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int index;

  PatternException(int index, String problem) {
    super(problem);
    this.index = index;
  }

  /** Where in the text, counted from 0. */
  public int index() {
    return index;
  }
}
