package io.windrow.local.display;

import java.util.Map;
import java.util.Optional;

/**
 * The terminal that a command writes to, as the launcher has found it: a JVM can't tell by itself
 * whether its output alone is one.
 *
 * @param columns its width
 * @param rows its height
 * @param styled whether it shows styles and is wanted to
 */
public record Terminal(int columns, int rows, boolean styled) {

  /** The system property that the launcher sets to rows and columns, as stty names them. */
  private static final String SIZE = "windrow.terminal";

  private static final String NUMBER = "[1-9]\\d{0,4}";
  private static final int USUAL_ROWS = 24;
  private static final int USUAL_COLUMNS = 80;

  /** The terminal; none when the output goes elsewhere, or can't be drawn on. */
  public static Optional<Terminal> find(Map<String, String> environment) {
    String[] size = System.getProperty(SIZE, "").split(" ", -1);
    if (size.length != 2 || "dumb".equals(environment.get("TERM"))) {
      return Optional.empty();
    }
    // https://no-color.org: set and not empty
    boolean styled = environment.getOrDefault("NO_COLOR", "").isEmpty();
    return Optional.of(
        new Terminal(orElse(size[1], USUAL_COLUMNS), orElse(size[0], USUAL_ROWS), styled));
  }

  private static int orElse(String digits, int otherwise) {
    return digits.matches(NUMBER) ? Integer.parseInt(digits) : otherwise;
  }

  /** The text cut to the terminal's width. */
  String fit(String text) {
    return Columns.cut(text, Math.max(1, columns - 1));
  }

  /** The text in a style, if this terminal shows any. */
  String styled(Style style, String text) {
    return styled ? style.on(text) : text;
  }
}
