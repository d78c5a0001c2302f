package io.windrow.pipeline;

import io.windrow.contract.Rule;
import io.windrow.expression.Expression;
import io.windrow.plan.Clean;
import io.windrow.plan.Definition;
import io.windrow.plan.Lookup;
import io.windrow.plan.Plan;
import io.windrow.plan.TimeDefinition;
import io.windrow.view.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the fields of its records that a plan can tell apart: all others need not be read. */
final class FieldsRead {
  private FieldsRead() {}

  /** The top-level fields that a plan may read; empty if that may be any. */
  static Optional<Set<String>> by(Plan plan) {
    Set<String> fields = new HashSet<>();
    if (plan.definition().time() instanceof TimeDefinition.OfField time) {
      fields.add(time.field().names().get(0));
    }
    for (Expression expression : expressions(plan)) {
      Optional<Set<String>> reads = expression.reads();
      if (reads.isEmpty()) {
        return Optional.empty();
      }
      fields.addAll(reads.get());
    }
    return Optional.of(fields);
  }

  /** Whether an expression of a plan reads {@code record}. */
  static boolean includeRecord(Plan plan) {
    return expressions(plan).stream().anyMatch(Expression::readsRecord);
  }

  private static List<Expression> expressions(Plan plan) {
    Definition definition = plan.definition();
    List<Expression> all = new ArrayList<>();
    definition.clean().stream().map(Clean::value).forEach(all::add);
    definition.rules().stream().map(Rule::require).forEach(all::add);
    if (definition.keep() != null) {
      all.add(definition.keep());
    }
    definition.enrich().stream().map(Lookup::key).forEach(all::add);
    for (View view : plan.views()) {
      view.by().stream().map(View.Field::value).forEach(all::add);
      view.compute().forEach(computed -> all.addAll(computed.arguments()));
    }
    return all;
  }
}
