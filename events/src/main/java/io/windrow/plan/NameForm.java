package io.windrow.plan;

import java.util.regex.Pattern;

/** What a name within a definition is made of. */
public enum NameForm {
  /** Names that become parts of keys and of resources' names. */
  RESOURCE(
      "[a-z][a-z0-9-]{0,62}",
      "a name of a-z, 0-9 and '-' that begins with a letter, 63 characters at most"),

  /** Names that expressions can call, or read without quotes. */
  IDENTIFIER(
      "[A-Za-z_][A-Za-z0-9_]{0,127}",
      "a name of letters, digits and '_' that begins with a letter"),

  /** Names of fields that a definition makes; they become parts of file names and of dimensions. */
  FIELD(
      "[!-.0-~]([ -.0-~]{0,126}[!-.0-~])?",
      "a name of printable ASCII characters without '/', 128 at most");

  private final Pattern pattern;
  private final String expected;

  NameForm(String pattern, String expected) {
    this.pattern = Pattern.compile(pattern);
    this.expected = expected;
  }

  /** Whether a name has this form. */
  public boolean matches(String name) {
    return pattern.matcher(name).matches();
  }

  /** The regular expression of the form. */
  public String pattern() {
    return pattern.pattern();
  }

  /** What to say is expected of a name that hasn't this form. */
  public String expected() {
    return expected;
  }
}
