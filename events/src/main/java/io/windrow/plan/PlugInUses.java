package io.windrow.plan;

import io.windrow.aggregate.AggregatePlugIn;
import io.windrow.expression.Expression;
import io.windrow.plugin.PlugIn;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds which plug-ins a definition depends on. */
final class PlugInUses {
  private final Definition definition;
  private final PlugIns plugIns;

  PlugInUses(Definition definition, PlugIns plugIns) {
    this.definition = definition;
    this.plugIns = plugIns;
  }

  /** All of them. */
  SortedSet<PlugInUse> all() {
    SortedSet<PlugInUse> uses = new TreeSet<>(ofEvents());
    definition.views().forEach(view -> uses.addAll(of(view)));
    definition.alerts().forEach(alert -> addFunctions(uses, Stream.of(alert.when())));
    return uses;
  }

  /** Those that decide what an event is, whatever the view. */
  SortedSet<PlugInUse> ofEvents() {
    SortedSet<PlugInUse> uses = new TreeSet<>();
    if (!StreamSource.FORMATS.contains(definition.source().format())) {
      uses.add(use("decoder", plugIns.decoder(definition.source().format())));
    }
    definition.enrich().stream()
        .map(Lookup::table)
        .filter(ReferenceTable.PlugIn.class::isInstance)
        .forEach(table -> uses.add(use("enrichment", plugIns.enrichment(table.name()))));
    addFunctions(uses, definition.clean().stream().map(Clean::value));
    addFunctions(uses, definition.rules().stream().map(rule -> rule.require()));
    addFunctions(uses, Stream.ofNullable(definition.keep()));
    addFunctions(uses, definition.enrich().stream().map(Lookup::key));
    return uses;
  }

  /** Those that a view alone depends on. */
  SortedSet<PlugInUse> of(ViewDefinition view) {
    SortedSet<PlugInUse> uses = new TreeSet<>();
    addFunctions(uses, view.by().stream().map(ViewDefinition.By::value));
    for (ViewDefinition.Compute value : view.compute()) {
      AggregatePlugIn aggregate = plugIns.aggregates().get(value.aggregate());
      if (aggregate != null) {
        uses.add(use("aggregate", aggregate));
      }
      addFunctions(uses, value.arguments().stream());
    }
    return uses;
  }

  private static void addFunctions(SortedSet<PlugInUse> uses, Stream<Expression> expressions) {
    expressions
        .flatMap(expression -> expression.plugIns().stream())
        .forEach(function -> uses.add(use("function", function)));
  }

  private static PlugInUse use(String kind, PlugIn plugIn) {
    return new PlugInUse(kind, plugIn.name(), plugIn.version());
  }
}
