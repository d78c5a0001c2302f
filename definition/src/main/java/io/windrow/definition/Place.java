package io.windrow.definition;

/**
 * Where something stands in a file; lines and columns count from 1. What the Java builder was given
 * has a path instead, such as {@code views.clicks.window}, and line 0.
 */
record Place(String file, int line, int column) {

  static Place ofPath(String path) {
    return new Place(path, 0, 0);
  }

  static String show(String file, int line, int column) {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }

  @Override
  public String toString() {
    return show(file, line, column);
  }
}
