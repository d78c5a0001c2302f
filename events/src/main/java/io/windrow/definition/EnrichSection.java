package io.windrow.definition;

import io.windrow.definition.Lookup.Missing;
import io.windrow.expression.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the items of {@code enrich}. */
final class EnrichSection {
  static final List<String> MISSING =
      Arrays.stream(Missing.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();

  private static final Pattern COLUMN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final ReferenceTables tables;
  private final ExpressionReader expressions;
  private final Problems problems;
  private final Names names;

  EnrichSection(Siblings siblings, ExpressionReader expressions, Problems problems) {
    this.tables = new ReferenceTables(siblings, problems);
    this.expressions = expressions;
    this.problems = problems;
    this.names = new Names("a table of 'enrich'", problems);
  }

  Optional<Lookup> read(SectionReader reader, List<String> take, Scope scope) {
    Optional<ReferenceTable> table =
        tables.read(reader).filter(found -> names.claim(found.name(), reader.place()).isPresent());
    Optional<NamedExpression> key =
        reader
            .required("key", "key: a field such as ad_id, or a mapping { column: expression }")
            .flatMap(node -> NamedExpression.read(node, "key", scope, expressions))
            .filter(this::isColumn);
    Missing missing =
        reader
            .word("missing", MISSING)
            .map(word -> Missing.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(Missing.KEEP);
    return table.flatMap(of -> key.map(by -> new Lookup(of, by.name(), by.value(), take, missing)));
  }

  private boolean isColumn(NamedExpression key) {
    boolean isColumn = COLUMN.matcher(key.name()).matches();
    if (!isColumn) {
      problems.add(
          key.nameNode().place(),
          "'" + key.name() + "' as the name of the table's key",
          "a column's name, as in key: { ad_id: " + key.value().text() + " }");
    }
    return isColumn;
  }

  /** The fields that an item takes, even when the item is otherwise wrong. */
  List<String> take(SectionReader reader) {
    reader.required("take", "take: a list of columns such as [campaign_id]");
    Names columns = new Names("a column of 'take'", problems);
    List<String> take = new ArrayList<>();
    reader
        .node("take")
        .filter(Node.Scalar.class::isInstance)
        .ifPresent(only -> take.add(((Node.Scalar) only).text()));
    for (Node item : reader.items("take")) {
      if (item instanceof Node.Scalar column) {
        columns.take(column, Names.FIELD, Names.FIELD_EXPECTED).ifPresent(take::add);
      } else {
        problems.add(item.place(), item.describe() + " in 'take'", "a column's name");
      }
    }
    return take;
  }
}
