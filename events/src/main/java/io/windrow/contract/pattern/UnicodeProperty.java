package io.windrow.contract.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.windrow.contract.pattern.Element.Chars;
import io.windrow.contract.pattern.Element.Property;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code \p{…}} and {@code \P{…}}: general categories, by the names that Unicode's
 * PropertyValueAliases.txt gives them, scripts, and the properties that sets of those make.
 */
final class UnicodeProperty {
  private static final Map<String, String> LONG_NAMES =
      Map.ofEntries(
          Map.entry("Letter", "L"),
          Map.entry("Cased_Letter", "LC"),
          Map.entry("Uppercase_Letter", "Lu"),
          Map.entry("Lowercase_Letter", "Ll"),
          Map.entry("Titlecase_Letter", "Lt"),
          Map.entry("Modifier_Letter", "Lm"),
          Map.entry("Other_Letter", "Lo"),
          Map.entry("Mark", "M"),
          Map.entry("Combining_Mark", "M"),
          Map.entry("Nonspacing_Mark", "Mn"),
          Map.entry("Spacing_Mark", "Mc"),
          Map.entry("Enclosing_Mark", "Me"),
          Map.entry("Number", "N"),
          Map.entry("Decimal_Number", "Nd"),
          Map.entry("digit", "Nd"),
          Map.entry("Letter_Number", "Nl"),
          Map.entry("Other_Number", "No"),
          Map.entry("Punctuation", "P"),
          Map.entry("punct", "P"),
          Map.entry("Connector_Punctuation", "Pc"),
          Map.entry("Dash_Punctuation", "Pd"),
          Map.entry("Open_Punctuation", "Ps"),
          Map.entry("Close_Punctuation", "Pe"),
          Map.entry("Initial_Punctuation", "Pi"),
          Map.entry("Final_Punctuation", "Pf"),
          Map.entry("Other_Punctuation", "Po"),
          Map.entry("Symbol", "S"),
          Map.entry("Math_Symbol", "Sm"),
          Map.entry("Currency_Symbol", "Sc"),
          Map.entry("Modifier_Symbol", "Sk"),
          Map.entry("Other_Symbol", "So"),
          Map.entry("Separator", "Z"),
          Map.entry("Space_Separator", "Zs"),
          Map.entry("Line_Separator", "Zl"),
          Map.entry("Paragraph_Separator", "Zp"),
          Map.entry("Control", "Cc"),
          Map.entry("cntrl", "Cc"),
          Map.entry("Format", "Cf"),
          Map.entry("Surrogate", "Cs"),
          Map.entry("Private_Use", "Co"),
          Map.entry("Unassigned", "Cn"),
          Map.entry("Other", "C"));

  private static final Set<String> CATEGORIES = Set.copyOf(LONG_NAMES.values());

  /** RE2 has no code points that are unassigned, neither alone nor in {@code C}. */
  private static final String GRAPHIC = "\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Z}";

  private static final Map<String, CodePoints> SETS =
      Map.of(
          "Any", CodePoints.ALL,
          "ASCII", CodePoints.range(0, 0x7F),
          "ASCII_Hex_Digit",
              CodePoints.DIGITS.with(CodePoints.range('a', 'f')).with(CodePoints.range('A', 'F')),
          "White_Space",
              CodePoints.SPACE
                  .with(CodePoints.of(0x85))
                  .complement()
                  .with(CodePoints.of(0xFEFF))
                  .complement());

  private UnicodeProperty() {}

  /** Reads from the letter on. */
  static Element read(PatternSource source, int from) {
    boolean negated = source.next() == 'P';
    String property = name(source);
    if (property.isEmpty()) {
      throw source.error(from, "no property, expected one as in \\p{L} or \\p{Script=Greek}");
    }
    CodePoints set = SETS.get(property);
    if (set != null) {
      return new Chars(negated ? set.complement() : set);
    }
    String items = items(property);
    if (items == null) {
      throw source.error(
          from,
          "the property '%s' is not known here; known are general categories such as \\p{L}, \\p{Script=Greek}, and %s"
              .formatted(property, String.join(", ", SETS.keySet().stream().sorted().toList())));
    }
    boolean complement = items.startsWith("^") != negated;
    String without = items.startsWith("^") ? items.substring(1) : items;
    return new Property("[" + (complement ? "^" : "") + without + "]");
  }

  /** The text in braces; empty if it is none. */
  private static String name(PatternSource source) {
    if (!source.take("{")) {
      return "";
    }
    int start = source.index();
    while (!source.atEnd() && source.peek() != '}') {
      source.next();
    }
    String name = source.since(start);
    return source.take("}") ? name : "";
  }

  /** What stands for the property inside of other brackets, where RE2 can't negate several. */
  static String inBrackets(PatternSource source, int from, Property property) {
    String items = property.re2().substring(1, property.re2().length() - 1);
    if (!items.startsWith("^")) {
      return items;
    }
    boolean one = items.indexOf("\\p", 2) < 0;
    if (!one) {
      throw source.error(
          from,
          "'%s' in brackets is not known here; write it outside".formatted(source.since(from)));
    }
    return items.substring(1).replace("\\p", "\\P");
  }

  private static @Nullable String items(String property) {
    int equals = property.indexOf('=');
    String kind = equals < 0 ? "gc" : property.substring(0, equals);
    String value = property.substring(equals + 1);
    return switch (kind) {
      case "gc", "General_Category" -> category(value);
      case "sc", "Script" -> script(value);
      default -> null;
    };
  }

  private static @Nullable String category(String name) {
    String known = LONG_NAMES.getOrDefault(name, name);
    return switch (known) {
      case "LC" -> "\\p{Lu}\\p{Ll}\\p{Lt}";
      case "C" -> "^" + GRAPHIC;
      case "Cn" -> "^" + GRAPHIC + "\\p{C}";
      case "Assigned" -> GRAPHIC + "\\p{C}";
      default -> CATEGORIES.contains(known) ? "\\p{" + known + "}" : null;
    };
  }

  private static @Nullable String script(String name) {
    String items = "\\p{" + name + "}";
    try {
      Pattern unused = Pattern.compile(items);
      return CATEGORIES.contains(name) || name.equals("Any") ? null : items;
    } catch (PatternSyntaxException e) {
      return null;
    }
  }
}
