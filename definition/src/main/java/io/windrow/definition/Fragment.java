package io.windrow.definition;

/**
 * A part of a scalar's text that is an expression of its own, such as an argument of a call.
 *
 * @param offset where it begins in the scalar's text
 */
record Fragment(String text, Node.Scalar in, int offset) {

  /** The part of a scalar's text between two offsets, without the white space around it. */
  static Fragment of(Node.Scalar scalar, int start, int end) {
    String text = scalar.text().substring(start, end);
    return new Fragment(text.strip(), scalar, start + text.length() - text.stripLeading().length());
  }

  Place place() {
    return in.origin().at(offset);
  }

  /** The place of a line and column (from 1) within the fragment. */
  Place at(int line, int column) {
    int start = 0;
    for (int i = 1; i < line && text.indexOf('\n', start) >= 0; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    int end = Math.min(text.length(), start + Math.max(0, column - 1));
    return in.origin().at(offset + end);
  }
}
