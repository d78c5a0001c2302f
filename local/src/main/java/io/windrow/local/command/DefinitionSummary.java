package io.windrow.local.command;

import io.windrow.definition.Durations;
import io.windrow.plan.Definition;
import io.windrow.plan.Lookup;
import io.windrow.plan.ReferenceTable;
import io.windrow.plan.ViewDefinition;
import io.windrow.window.CalendarScale;
import io.windrow.window.PanePolicy;
import io.windrow.window.Scale;
import io.windrow.window.SessionPolicy;
import io.windrow.window.WindowPolicy;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a definition says, in a few lines. */
final class DefinitionSummary {
  private DefinitionSummary() {}

  static String of(Definition definition) {
    String head =
        "pipeline %s reads stream %s; %d clean, %d rules, %d enrichments"
            .formatted(
                definition.name(),
                definition.source().streamName(),
                definition.clean().size(),
                definition.rules().size(),
                definition.enrich().size());
    return Stream.of(
            Stream.of(head),
            definition.enrich().stream().map(DefinitionSummary::of),
            definition.views().stream().map(DefinitionSummary::of))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n  "));
  }

  private static String of(Lookup lookup) {
    ReferenceTable table = lookup.table();
    return "enrichment %s has its rows from %s".formatted(table.name(), origin(table));
  }

  private static String origin(ReferenceTable table) {
    if (table instanceof ReferenceTable.File file) {
      return "the file " + file.path();
    }
    return table instanceof ReferenceTable.Dynamo dynamo
        ? "the DynamoDB table " + dynamo.table()
        : "the plug-in " + table.name();
  }

  private static String of(ViewDefinition view) {
    return "view %s by %s, %s: %s"
        .formatted(
            view.name(),
            view.by().isEmpty()
                ? "nothing"
                : view.by().stream().map(ViewDefinition.By::name).collect(Collectors.joining(", ")),
            of(view.window()),
            view.compute().stream()
                .map(ViewDefinition.Compute::name)
                .collect(Collectors.joining(", ")));
  }

  private static String of(WindowPolicy window) {
    String kind = window instanceof PanePolicy panes ? kind(panes) : kind((SessionPolicy) window);
    return kind + ", grace " + Durations.format(window.grace());
  }

  private static String kind(PanePolicy window) {
    String size = span(window.size(), window.scale());
    String spans =
        window.size() == window.slide()
            ? "tumbling " + size
            : "hopping %s every %s".formatted(size, span(window.slide(), window.scale()));
    String weekday = window.weekday().map(day -> " from " + name(day)).orElse("");
    String zone = window.zone() == null ? "" : " in " + window.zone();
    String offset = window.offset() == 0 ? "" : ", offset " + Durations.format(window.offset());
    return spans + weekday + zone + offset;
  }

  private static String span(long marks, Scale scale) {
    if (scale instanceof CalendarScale calendar) {
      return marks + (calendar.unit() == CalendarScale.Unit.DAYS ? "d" : "mo");
    }
    return Durations.format(marks);
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String kind(SessionPolicy window) {
    return "sessions of gap %s, shorter than %s"
        .formatted(Durations.format(window.gap()), Durations.format(window.longest()));
  }
}
