package io.windrow.definition;

import io.windrow.enrichment.FileReferenceData;
import io.windrow.enrichment.ReferenceFileException;
import io.windrow.plan.ReferenceTable;
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
    Set<String> columns = columns(file, content, key);
    if (!columns.isEmpty()) {
      take.forEach(column -> checkColumn(file, column, columns));
    }
  }

  private Set<String> columns(ReferenceTable.File file, byte[] content, String key) {
    try {
      return FileReferenceData.of(file.path(), key, content).columns();
    } catch (ReferenceFileException e) {
      problems.add(new Place(file.path(), Math.toIntExact(e.line()), 1), e.problem(), "");
      return columnsAlone(file, content, key);
    }
  }

  private static Set<String> columnsAlone(ReferenceTable.File file, byte[] content, String key) {
    try {
      return FileReferenceData.columns(file.path(), key, content);
    } catch (ReferenceFileException e) {
      return Set.of(); // the same fault, which is told already
    }
  }

  private void checkColumn(ReferenceTable.File file, Node.Scalar column, Set<String> columns) {
    if (!columns.contains(column.text())) {
      problems.addUnknown(column.place(), "column", column.text(), " of " + file.path(), columns);
    }
  }
}
