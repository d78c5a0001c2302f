package io.windrow.local.display;

import io.windrow.view.Result;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Results as lines whose parts stand below each other. */
final class ResultTable {
  /** So that a long group leaves room for the values. */
  private static final int WIDEST = 40;

  private static final List<Function<Result, String>> COLUMNS =
      List.of(Result::view, ResultText::window, result -> ResultText.pairs(result.group()));

  private ResultTable() {}

  static List<String> of(Collection<Result> results) {
    List<Integer> widths = COLUMNS.stream().map(column -> width(column, results)).toList();
    return results.stream().map(result -> line(result, widths)).toList();
  }

  private static int width(Function<Result, String> column, Collection<Result> results) {
    return results.stream().map(column).mapToInt(Columns::of).map(ResultTable::cap).max().orElse(0);
  }

  private static int cap(int width) {
    return Math.min(WIDEST, width);
  }

  private static String line(Result result, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.size(); i++) {
      int width = widths.get(i);
      String part = Columns.cut(COLUMNS.get(i).apply(result), width);
      line.append(Columns.pad(part, width + 2));
    }
    return line.append(ResultText.pairs(result.values())).toString().stripTrailing();
  }
}
