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
    String size = System.getProperty(SIZE, "");
    if (size.split(" ", -1).length != 2 || "dumb".equals(environment.get("TERM"))) {
      return Optional.empty();
    }
    // https://no-color.org: set and not empty
    boolean styled = environment.getOrDefault("NO_COLOR", "").isEmpty();
    return Optional.of(new Terminal(USUAL_COLUMNS, USUAL_ROWS, styled).sized(size));
  }

  /**
   * This terminal at another size.
   *
   * @param size rows and columns as stty names them; a number that is none leaves what was
   */
  Terminal sized(String size) {
    String[] numbers = size.split(" ", -1);
    return numbers.length == 2
        ? new Terminal(orElse(numbers[1], columns), orElse(numbers[0], rows), styled)
        : this;
  }

  private static int orElse(String digits, int otherwise) {
    return digits.matches(NUMBER) ? Integer.parseInt(digits) : otherwise;
  }

  /** The text as it can be shown on one line of the terminal. */
  String fit(String text) {
    return Columns.cut(Printable.of(text), Math.max(1, columns - 1));
  }

  /** The text in a style, if this terminal shows any. */
  String styled(Style style, String text) {
    return styled ? style.on(text) : text;
  }
}
