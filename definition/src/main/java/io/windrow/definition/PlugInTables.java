package io.windrow.definition;

import io.windrow.plan.PlugIns;
import io.windrow.plan.ReferenceTable;
import io.windrow.plugin.EnrichmentPlugIn;
import java.util.List;
import java.util.Optional;

/** Reads enrichments by plug-ins. */
final class PlugInTables {
  private static final List<String> OF_TABLES = List.of("table", "file", "dynamodb", "max-age");

  private final PlugIns plugIns;
  private final Problems problems;

  PlugInTables(PlugIns plugIns, Problems problems) {
    this.plugIns = plugIns;
    this.problems = problems;
  }

  Optional<ReferenceTable> read(SectionReader reader) {
    for (String key : OF_TABLES) {
      reader
          .node(key)
          .ifPresent(
              node ->
                  problems.add(
                      node.place(),
                      "'" + key + "' beside 'plugin' in an enrichment",
                      "one of them"));
    }
    List<String> names = plugIns.enrichments().keySet().stream().sorted().toList();
    return reader.word("plugin", names).map(ReferenceTable.PlugIn::new);
  }

  /** Whether the plug-in has the columns that an enrichment takes. */
  void check(ReferenceTable.PlugIn table, List<Node.Scalar> take) {
    EnrichmentPlugIn plugIn = plugIns.enrichment(table.name());
    for (Node.Scalar column : take) {
      if (!plugIn.columns().contains(column.text())) {
        problems.addUnknown(
            column.place(),
            "column",
            column.text(),
            " of the plug-in " + table.name(),
            plugIn.columns().stream().sorted().toList());
      }
    }
  }
}
