package io.windrow.definition;

import io.windrow.plan.ReferenceTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads where an enrichment's rows are: {@code file} or {@code dynamodb} say it; else the file
 * {@code TABLE.csv} or {@code TABLE.json} beside the definition; else the DynamoDB table of that
 * name.
 */
final class TableSection {
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
  private static final Pattern TABLE_NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");
  private static final Pattern FILE_TYPE = Pattern.compile(".*\\.(csv|json)");
  private static final String FILE_EXPECTED =
      "the path of a .csv or .json file beside the definition or below it, without '..'";
  private static final String NAME_EXPECTED =
      "a table's name of letters, digits, '_', '.' and '-', 3 to 255 characters";

  private final Siblings siblings;
  private final Problems problems;

  TableSection(Siblings siblings, Problems problems) {
    this.siblings = siblings;
    this.problems = problems;
  }

  Optional<ReferenceTable> read(SectionReader reader) {
    Optional<Node.Scalar> name =
        reader.requiredText(
            "table", "a name such as ads, or plugin: the name of an enrichment in lib");
    OptionalLong maxAge = reader.duration("max-age");
    if (reader.has("file") && reader.has("dynamodb")) {
      problems.add(reader.place(), "both 'file' and 'dynamodb' in an enrichment", "one of them");
      return Optional.empty();
    }
    Optional<ReferenceTable> table = name.flatMap(of -> table(reader, of, maxAge));
    boolean isFile = reader.has("file") || table.orElse(null) instanceof ReferenceTable.File;
    if (isFile && reader.node("max-age").isPresent()) {
      problems.add(
          reader.node("max-age").get().place(),
          "'max-age' for a file",
          "it for a DynamoDB table only, since a file is read once");
    }
    return table;
  }

  private Optional<ReferenceTable> table(
      SectionReader reader, Node.Scalar name, OptionalLong maxAge) {
    if (reader.has("file")) {
      return reader
          .text("file", FILE_EXPECTED)
          .filter(this::isReadable)
          .map(path -> new ReferenceTable.File(name.text(), path.text()));
    }
    if (reader.has("dynamodb")) {
      return reader
          .text("dynamodb", NAME_EXPECTED)
          .flatMap(table -> dynamo(name.text(), table, maxAge));
    }
    return beside(name, maxAge);
  }

  private boolean isReadable(Node.Scalar path) {
    if (!SiblingPath.isInside(path.text()) || !FILE_TYPE.matcher(path.text()).matches()) {
      problems.add(path.place(), path.describe() + " for 'file'", FILE_EXPECTED);
      return false;
    }
    if (siblings.read(path.text()).isEmpty()) {
      problems.add(
          path.place(),
          "no file " + path.describe() + " beside the definition",
          "a CSV or JSON file with the rows");
      return false;
    }
    return true;
  }

  private Optional<ReferenceTable> dynamo(String name, Node.Scalar table, OptionalLong maxAge) {
    if (!TABLE_NAME.matcher(table.text()).matches()) {
      problems.add(table.place(), table.describe() + " as a table's name", NAME_EXPECTED);
      return Optional.empty();
    }
    long age = maxAge.orElse(ReferenceTable.Dynamo.DEFAULT_MAX_AGE);
    return Optional.of(new ReferenceTable.Dynamo(name, table.text(), age));
  }

  private Optional<ReferenceTable> beside(Node.Scalar name, OptionalLong maxAge) {
    List<String> files =
        List.of(name.text() + ".csv", name.text() + ".json").stream()
            .filter(path -> SiblingPath.isInside(path) && siblings.read(path).isPresent())
            .toList();
    if (files.size() > 1) {
      problems.add(
          name.place(),
          "the files " + String.join(" and ", files) + " for the table " + name.describe(),
          "'file' to say which");
      return Optional.empty();
    }
    return files.isEmpty()
        ? dynamo(name.text(), name, maxAge)
        : Optional.of(new ReferenceTable.File(name.text(), files.get(0)));
  }
}
