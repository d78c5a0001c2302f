package io.windrow.local.display;

import io.windrow.view.Result;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Results as lines whose parts stand below each other. */
final class ResultTable {
  private static final List<Function<Result, String>> COLUMNS =
      List.of(Result::view, ResultText::window, result -> ResultText.pairs(result.group()));

  private ResultTable() {}

  static List<String> of(Collection<Result> results) {
    List<Integer> widths = COLUMNS.stream().map(column -> width(column, results)).toList();
    return results.stream().map(result -> line(result, widths)).toList();
  }

  private static int width(Function<Result, String> column, Collection<Result> results) {
    return results.stream().map(column).mapToInt(String::length).max().orElse(0);
  }

  private static String line(Result result, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.size(); i++) {
      String part = COLUMNS.get(i).apply(result);
      line.append(part).append(" ".repeat(widths.get(i) - part.length() + 2));
    }
    return line.append(ResultText.pairs(result.values())).toString().stripTrailing();
  }
}
