package io.windrow.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The text of a file, by index and by line and column; columns count code points. */
final class SourceText {
  private final String file;
  private final String text;
  private final List<Integer> lineStarts = new ArrayList<>();

  SourceText(String file, String text) {
    this.file = file;
    this.text = text;
    lineStarts.add(0);
    for (int i = 0; i < text.length(); i++) {
      boolean lineEnds =
          text.charAt(i) == '\n' || (text.charAt(i) == '\r' && charAt(i + 1) != '\n');
      if (lineEnds) {
        lineStarts.add(i + 1);
      }
    }
  }

  /** The character at an index, or 0 past the end. */
  char charAt(int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  String between(int start, int end) {
    return text.substring(start, end);
  }

  int indexOf(Mark mark) {
    int line = Math.min(mark.getLine(), lineStarts.size() - 1);
    int start = lineStarts.get(line);
    int end = line + 1 < lineStarts.size() ? lineStarts.get(line + 1) : text.length();
    int rest = text.codePointCount(start, end);
    return text.offsetByCodePoints(start, Math.min(mark.getColumn(), rest));
  }

  Place placeOf(Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  Place placeOf(int index) {
    int found = Collections.binarySearch(lineStarts, index);
    int line = found >= 0 ? found : -found - 2;
    int start = lineStarts.get(line);
    int column = text.codePointCount(start, Math.min(index, text.length()));
    return new Place(file, line + 1, column + 1);
  }
}
