package io.windrow.contract.pattern;

import static io.windrow.contract.pattern.PatternSource.NOTHING;

import io.windrow.contract.pattern.Element.Chars;
import io.windrow.contract.pattern.Element.Choice;
import io.windrow.contract.pattern.Element.Edge;
import io.windrow.contract.pattern.Element.Repeat;
import io.windrow.contract.pattern.Element.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a regular expression of ECMA-262 ("Pattern", with the flag {@code u}, as JSON Schema
 * 2020-12 has it in "Regular Expressions") but for what no search in linear time can do.
 */
final class PatternParser {
  private static final int MOST_GROUPS_IN_EACH_OTHER = 200;

  private final PatternSource source;
  private final Escapes escapes;
  private int depth;

  private PatternParser(String text) {
    this.source = new PatternSource(text);
    this.escapes = new Escapes(source);
  }

  static Element parse(String text) {
    PatternParser parser = new PatternParser(text);
    Element element = parser.choice();
    if (!parser.source.atEnd()) {
      throw parser.source.error(parser.source.index(), "')' closes no group; write \\)");
    }
    return element;
  }

  private Element choice() {
    List<Element> options = new ArrayList<>(List.of(sequence()));
    while (source.take("|")) {
      options.add(sequence());
    }
    return options.size() == 1 ? options.get(0) : new Choice(options);
  }

  private Element sequence() {
    List<Element> parts = new ArrayList<>();
    while (!source.atEnd() && source.peek() != '|' && source.peek() != ')') {
      parts.add(term());
    }
    return parts.size() == 1 ? parts.get(0) : new Sequence(parts);
  }

  private Element term() {
    int from = source.index();
    if (source.take("^")) {
      return edge(Edge.START, from);
    } else if (source.take("$")) {
      return edge(Edge.END, from);
    } else if (source.take("\\b")) {
      return edge(Edge.WORD, from);
    } else if (source.take("\\B")) {
      return edge(Edge.NO_WORD, from);
    }
    Element repeated = repeated(atom());
    if (isQuantifier()) {
      String quantifier = source.since(from);
      throw source.error(
          source.index(),
          "'%s' is repeated already, and ECMA-262 has no possessive quantifiers"
              .formatted(quantifier));
    }
    return repeated;
  }

  private Edge edge(Edge edge, int from) {
    if (isQuantifier()) {
      throw source.error(from, "'" + source.since(from) + "' can't be repeated");
    }
    return edge;
  }

  private boolean isQuantifier() {
    return source.peek() == '*'
        || source.peek() == '+'
        || source.peek() == '?'
        || source.peek() == '{';
  }

  private Element atom() {
    int from = source.index();
    int c = source.next();
    return switch (c) {
      case '.' -> new Chars(CodePoints.DOT);
      case '(' -> group(from);
      case '[' -> new Brackets(source, escapes).read(from);
      case '\\' -> escapes.atom(from);
      case '*', '+', '?', '{' ->
          throw source.error(
              from, "'%c' has nothing to repeat; write \\%c for the character".formatted(c, c));
      case '}', ']' -> throw source.error(from, "'%c' alone; write \\%c".formatted(c, c));
      default -> new Chars(CodePoints.of(c));
    };
  }

  private Element group(int from) {
    if (source.take("?") && !source.take(":")) {
      GroupKinds.takeName(source, from);
    }
    if (++depth > MOST_GROUPS_IN_EACH_OTHER) {
      throw source.error(from, "more than " + MOST_GROUPS_IN_EACH_OTHER + " groups in each other");
    }
    Element inside = choice();
    depth--;
    if (!source.take(")")) {
      throw source.error(from, "'(' is never closed; write \\( for the character");
    }
    return inside;
  }

  private Element repeated(Element part) {
    int from = source.index();
    Repeat repeat = null;
    if (source.take("*")) {
      repeat = new Repeat(part, 0, Element.UNBOUNDED);
    } else if (source.take("+")) {
      repeat = new Repeat(part, 1, Element.UNBOUNDED);
    } else if (source.take("?")) {
      repeat = new Repeat(part, 0, 1);
    } else if (source.take("{")) {
      repeat = counted(part, from);
    }
    if (repeat == null) {
      return part;
    }
    // lazy or not, there is a match or there is none
    boolean unused = source.take("?");
    return repeat;
  }

  private Repeat counted(Element part, int from) {
    int least = source.takeNumber();
    int most = least;
    if (source.take(",")) {
      most = source.peek() == '}' ? Element.UNBOUNDED : source.takeNumber();
    }
    if (least == NOTHING || !source.take("}")) {
      throw source.error(from, "'{' begins no count such as {2}, {2,} or {2,5}; write \\{");
    }
    if (most != Element.UNBOUNDED && most < least) {
      throw source.error(from, "the count " + source.since(from) + " is out of order");
    }
    return new Repeat(part, least, most);
  }
}
