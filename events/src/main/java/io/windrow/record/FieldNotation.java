package io.windrow.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the names of a field path are written, in expressions and wherever else one is named. */
public final class FieldNotation {

  /** A name after a dot, in backquotes or not, or one in quotes and brackets. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\G(?:(?:^|\\.)(?:`([^`]+)`|([^.`\\[\\]]+))|\\[(?:\"([^\"]+)\"|'([^']+)')])");

  /** What CEL reads as a name by itself. */
  private static final Pattern IDENTIFIER =
      Pattern.compile("(?!(?:in|true|false|null)$)[A-Za-z_][A-Za-z0-9_]*");

  /** What it reads as one between backquotes (ESC_IDENTIFIER in its grammar). */
  private static final Pattern QUOTABLE = Pattern.compile("[A-Za-z0-9_.\\-/ ]+");

  private FieldNotation() {}

  /** The names that a text says; one that is no path is a name as a whole. */
  static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(text);
    int end = 0;
    while (name.find()) {
      names.add(firstGroup(name));
      end = name.end();
    }
    return names.isEmpty() || end < text.length() ? List.of(text) : names;
  }

  private static String firstGroup(Matcher matcher) {
    int group = 1;
    while (matcher.group(group) == null) {
      group++;
    }
    return matcher.group(group);
  }

  /** Whether an expression can read a top-level field by its bare name. */
  public static boolean isIdentifier(String name) {
    return IDENTIFIER.matcher(name).matches();
  }

  /** What an expression that reads the field is: {@code properties.mag}, {@code event.`a-b`}. */
  public static String expression(FieldPath path) {
    StringBuilder selections = new StringBuilder();
    path.names().forEach(name -> selections.append(selection(name)));
    return isIdentifier(path.names().get(0)) ? selections.substring(1) : "event" + selections;
  }

  /** What follows an object in an expression that reads its field of the name. */
  public static String selection(String name) {
    if (isIdentifier(name)) {
      return "." + name;
    }
    return QUOTABLE.matcher(name).matches()
        ? ".`" + name + "`"
        : "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
  }
}
