package io.windrow.definition.expression;

import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.windrow.record.FieldNotation;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an expression, to find in it what the parser does not keep. */
final class SourceText {
  private static final Pattern NUMBER = Pattern.compile("\\d*\\.?\\d+(?:[eE][+-]?\\d+)?");

  private final CelSource source;
  private final String text;

  SourceText(CelSource source) {
    this.source = source;
    this.text = source.getContent().toString();
  }

  /**
   * The decimal that a literal was written as. The parser has it as a double, without its sign in
   * the text; a literal that is not found there is what that double prints as.
   */
  BigDecimal decimal(CelExpr literal) {
    double parsed = literal.constant().doubleValue();
    Integer offset = source.getPositionsMap().get(literal.id());
    if (offset != null) {
      Matcher number =
          NUMBER.matcher(text).region(text.offsetByCodePoints(0, offset), text.length());
      if (number.lookingAt() && Double.parseDouble(number.group()) == Math.abs(parsed)) {
        BigDecimal written = new BigDecimal(number.group());
        return parsed < 0 ? written.negate() : written;
      }
    }
    return BigDecimal.valueOf(parsed);
  }

  /** Where the name stands that ends at the place, such as that of a function at its bracket. */
  CelSourceLocation nameBefore(CelSourceLocation place, String name) {
    int offset = offset(place);
    int start = offset - name.length();
    return start >= 0 && text.startsWith(name, start)
        ? moved(place, -name.codePointCount(0, name.length()))
        : place;
  }

  /** Where the name stands that follows the place, such as that of a field at its dot. */
  CelSourceLocation nameAfter(CelSourceLocation place, String name) {
    int offset = offset(place);
    return text.startsWith("." + name, offset) ? moved(place, 1) : place;
  }

  /** The longest of the names that stands at the place and that the parser cannot have read. */
  Optional<String> misreadAt(CelSourceLocation place, Collection<String> names) {
    int offset = offset(place);
    return names.stream()
        .filter(name -> text.startsWith(name, offset) && !FieldNotation.isIdentifier(name))
        .max(Comparator.comparingInt(String::length));
  }

  private static CelSourceLocation moved(CelSourceLocation place, int by) {
    return CelSourceLocation.of(place.getLine(), place.getColumn() + by);
  }

  private int offset(CelSourceLocation place) {
    int points = source.getLocationOffset(place).orElse(0);
    return text.offsetByCodePoints(0, Math.min(points, text.codePointCount(0, text.length())));
  }

  /** The dotted path that the part is, or nothing if it is something else. */
  String path(CelExpr part) {
    if (part.getKind() == Kind.IDENT) {
      return part.ident().name();
    }
    if (part.getKind() == Kind.SELECT) {
      String parent = path(part.select().operand());
      return parent.isEmpty() ? "" : parent + "." + part.select().field();
    }
    return "";
  }
}
