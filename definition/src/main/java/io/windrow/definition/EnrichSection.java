package io.windrow.definition;

import io.windrow.definition.expression.Scope;
import io.windrow.enrichment.Missing;
import io.windrow.plan.Lookup;
import io.windrow.plan.NameForm;
import io.windrow.plan.PlugIns;
import io.windrow.plan.ReferenceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the items of {@code enrich}. */
final class EnrichSection {
  static final List<String> MISSING =
      Arrays.stream(Missing.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();

  private final Siblings siblings;
  private final PlugIns plugIns;
  private final ExpressionReader expressions;
  private final Problems problems;
  private final Names names;

  EnrichSection(
      Siblings siblings, PlugIns plugIns, ExpressionReader expressions, Problems problems) {
    this.siblings = siblings;
    this.plugIns = plugIns;
    this.expressions = expressions;
    this.problems = problems;
    this.names = new Names("a table of 'enrich'", problems);
  }

  Optional<Lookup> read(SectionReader reader, List<Node.Scalar> take, Scope scope) {
    Optional<ReferenceTable> table =
        table(reader).filter(found -> names.claim(found.name(), reader.place()).isPresent());
    Optional<NamedExpression> key = LookupKey.read(reader, scope, expressions, problems);
    if (table.orElse(null) instanceof ReferenceTable.File file && key.isPresent()) {
      new ReferenceFile(siblings, problems).check(file, key.get().name(), take);
    }
    if (table.orElse(null) instanceof ReferenceTable.PlugIn own) {
      new PlugInTables(plugIns, problems).check(own, take);
    }
    Missing missing =
        reader
            .word("missing", MISSING)
            .map(word -> Missing.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(Missing.KEEP);
    List<String> columns = take.stream().map(Node.Scalar::text).toList();
    return table.flatMap(
        of -> key.map(by -> new Lookup(of, by.name(), by.value(), columns, missing)));
  }

  private Optional<ReferenceTable> table(SectionReader reader) {
    return reader.has("plugin")
        ? new PlugInTables(plugIns, problems).read(reader)
        : new TableSection(siblings, problems).read(reader);
  }

  /** The columns that an item takes, even when the item is otherwise wrong. */
  List<Node.Scalar> take(SectionReader reader) {
    reader.required("take", "take: a list of columns such as [campaign_id]");
    Names columns = new Names("a column of 'take'", problems);
    List<Node.Scalar> take = new ArrayList<>();
    for (Node item : items(reader)) {
      if (!(item instanceof Node.Scalar column)) {
        problems.add(item.place(), item.describe() + " in 'take'", "a column's name");
      } else if (columns.take(column, NameForm.FIELD).isPresent()) {
        take.add(column);
      }
    }
    return take;
  }

  /** The items of the list; a column without a list is a problem, but one that says what it is. */
  private static List<Node> items(SectionReader reader) {
    List<Node> items = reader.items("take");
    return reader.node("take").filter(Node.Scalar.class::isInstance).map(List::of).orElse(items);
  }
}
