package io.windrow.contract.pattern;

import io.windrow.contract.pattern.Element.Chars;
import io.windrow.contract.pattern.Element.Property;

/** Reads what stands in brackets: {@code [a-z_]}, {@code [^\s]}. */
final class Brackets {
  private final PatternSource source;
  private final Escapes escapes;
  private final StringBuilder properties = new StringBuilder();
  private CodePoints set = CodePoints.NONE;

  Brackets(PatternSource source, Escapes escapes) {
    this.source = source;
    this.escapes = escapes;
  }

  /**
   * Reads from past the bracket on.
   *
   * @param from where the bracket is
   */
  Element read(int from) {
    boolean negated = source.take("^");
    while (!source.take("]")) {
      if (source.atEnd()) {
        throw source.error(from, "'[' is never closed; write \\[ for the character");
      }
      readItem();
    }
    if (properties.isEmpty()) {
      return new Chars(negated ? set.complement() : set);
    }
    return new Property("[" + (negated ? "^" : "") + set.re2Items() + properties + "]");
  }

  private void readItem() {
    int from = source.index();
    CodePoints first = part();
    boolean range = source.startsWith("-") && !source.startsWith("-]");
    if (!range) {
      set = set.with(first);
      return;
    }
    boolean unused = source.take("-");
    if (source.atEnd()) {
      return;
    }
    CodePoints last = part();
    int[] low = first.bounds();
    int[] high = last.bounds();
    if (!isOne(low) || !isOne(high)) {
      throw source.error(
          from, "'" + source.since(from) + "' is a range of a set; write \\- for the sign");
    }
    if (low[0] > high[0]) {
      throw source.error(from, "the range '" + source.since(from) + "' is out of order");
    }
    set = set.with(CodePoints.range(low[0], high[0]));
  }

  private static boolean isOne(int[] bounds) {
    return bounds.length == 2 && bounds[1] == bounds[0] + 1;
  }

  /** A character or a set; of a property, which goes elsewhere, nothing is left. */
  private CodePoints part() {
    int from = source.index();
    if (!source.take("\\")) {
      return CodePoints.of(source.next());
    }
    Element escaped = escapes.set(from);
    if (escaped instanceof Property property) {
      properties.append(UnicodeProperty.inBrackets(source, from, property));
      return CodePoints.NONE;
    }
    return escaped instanceof Chars chars
        ? chars.set()
        : CodePoints.of(escapes.characterInBrackets(from));
  }
}
