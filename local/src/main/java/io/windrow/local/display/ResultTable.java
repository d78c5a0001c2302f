package io.windrow.local.display;

import io.windrow.view.Result;
import java.util.Collection;
import java.util.List;

/**
 * Results as lines whose parts stand below each other: view, window, group, values. A long group is
 * cut, so that the values have room.
 */
final class ResultTable {
  private static final int GROUPS_PART = 4;

  private ResultTable() {}

  /** The lines for a terminal so wide, which may have to cut them at its edge. */
  static List<String> of(Collection<Result> results, int columns) {
    int widestGroup = columns / GROUPS_PART;
    List<List<String>> rows = results.stream().map(result -> row(result, widestGroup)).toList();
    List<Integer> widths = List.of(width(rows, 0), width(rows, 1), width(rows, 2));
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static List<String> row(Result result, int widestGroup) {
    return List.of(
        result.view(),
        ResultText.shortWindow(result),
        Columns.cut(ResultText.pairs(result.group()), widestGroup),
        ResultText.pairs(result.values()));
  }

  private static int width(List<List<String>> rows, int part) {
    return rows.stream().map(row -> row.get(part)).mapToInt(Columns::of).max().orElse(0);
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.size(); i++) {
      line.append(Columns.pad(row.get(i), widths.get(i) + 2));
    }
    return line.append(row.get(widths.size())).toString().stripTrailing();
  }
}
