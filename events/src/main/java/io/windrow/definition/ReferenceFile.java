package io.windrow.definition;

import io.windrow.enrichment.FileReferenceData;
import io.windrow.enrichment.ReferenceFileException;
import java.util.List;
import java.util.Set;

/** Checks that a file beside the definition is a table with the columns that it names. */
final class ReferenceFile {
  private final Siblings siblings;
  private final Problems problems;

  ReferenceFile(Siblings siblings, Problems problems) {
    this.siblings = siblings;
    this.problems = problems;
  }

  void check(ReferenceTable.File file, String key, List<Node.Scalar> take) {
    siblings.read(file.path()).ifPresent(content -> check(file, content, key, take));
  }

  private void check(ReferenceTable.File file, byte[] content, String key, List<Node.Scalar> take) {
    try {
      Set<String> columns = FileReferenceData.of(file.path(), key, content).columns();
      if (!columns.isEmpty()) {
        take.forEach(column -> checkColumn(file, column, columns));
      }
    } catch (ReferenceFileException e) {
      problems.add(new Place(file.path(), Math.toIntExact(e.line()), 1), e.problem(), "");
    }
  }

  private void checkColumn(ReferenceTable.File file, Node.Scalar column, Set<String> columns) {
    if (!columns.contains(column.text())) {
      problems.addUnknown(column.place(), "column", column.text(), " of " + file.path(), columns);
    }
  }
}
