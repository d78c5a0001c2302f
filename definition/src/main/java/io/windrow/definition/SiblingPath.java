package io.windrow.definition;

import java.util.regex.Pattern;

/** The form of paths of files that lie beside a definition or below it. */
final class SiblingPath {
  static final String EXPECTED =
      "the path of a file beside the definition or below it, without '..'";

  /** The same form as the definition's JSON Schema holds it. */
  static final String PATTERN = "^(?!.*(^|/)\\.{1,2}(/|$))[^/\\\\:]+(/[^/\\\\:]+)*$";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  private SiblingPath() {}

  static boolean isInside(String path) {
    return FORM.matcher(path).matches();
  }
}
