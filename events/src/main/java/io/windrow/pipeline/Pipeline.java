package io.windrow.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.contract.EventReader;
import io.windrow.contract.EventTime;
import io.windrow.contract.PlugInReader;
import io.windrow.contract.RecordReader;
import io.windrow.contract.TimeOf;
import io.windrow.contract.Validation;
import io.windrow.enrichment.EnrichmentStep;
import io.windrow.enrichment.PlugInTable;
import io.windrow.enrichment.ReferenceData;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.expression.Expression;
import io.windrow.ledger.Origin;
import io.windrow.ledger.Steps;
import io.windrow.ledger.Windows;
import io.windrow.plan.Clean;
import io.windrow.plan.Definition;
import io.windrow.plan.Lookup;
import io.windrow.plan.Plan;
import io.windrow.plan.PlugIns;
import io.windrow.plan.ReferenceTable;
import io.windrow.plan.StreamSource;
import io.windrow.plan.TimeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A plan put together, ready to take records: what ties all other packages together. */
public record Pipeline(String name, Steps steps, Origin origin) {

  /**
   * The pipeline of a plan.
   *
   * @param tables opens the table of a lookup that is no plug-in's
   */
  public static Pipeline of(Plan plan, Function<Lookup, ReferenceData> tables) {
    Definition definition = plan.definition();
    List<EnrichmentStep> lookups =
        definition.enrich().stream()
            .map(lookup -> step(lookup, table(lookup, plan.plugIns(), tables)))
            .toList();
    Steps steps = new Steps(validation(plan)::judge, new TableEnrichment(lookups), windows(plan));
    return new Pipeline(definition.name(), steps, origin(plan));
  }

  /** The windows of a plan: with its origin, all that settling needs of it. */
  public static Windows windows(Plan plan) {
    return new Windows(plan.views(), plan.definition().time().behind());
  }

  /** What the chains of a plan record of it. */
  public static Origin origin(Plan plan) {
    return new Origin(plan.generation(), plan.definition().source().start().text());
  }

  private static Validation validation(Plan plan) {
    Definition definition = plan.definition();
    Map<String, Expression> clean = new LinkedHashMap<>();
    for (Clean cleaned : definition.clean()) {
      clean.put(cleaned.field(), cleaned.value());
    }
    return new Validation(
        reader(plan),
        time(definition.time()),
        clean,
        definition.rules(),
        definition.keep(),
        FieldsRead.includeRecord(plan));
  }

  private static EventReader reader(Plan plan) {
    JsonNode contract = plan.definition().contract().schema();
    String format = plan.definition().source().format();
    if (!StreamSource.FORMATS.contains(format)) {
      return new PlugInReader(plan.plugIns().decoder(format), contract);
    }
    RecordReader json = RecordReader.ofJson(contract, FieldsRead.by(plan));
    return switch (format) {
      case StreamSource.JSON -> json;
      case StreamSource.JSONL -> json.ofObjects();
      case StreamSource.CLOUDWATCH_LOGS -> json.ofCloudWatchLogs();
      default -> throw new IllegalStateException("no reader of format " + format);
    };
  }

  private static ReferenceData table(
      Lookup lookup, PlugIns plugIns, Function<Lookup, ReferenceData> tables) {
    return lookup.table() instanceof ReferenceTable.PlugIn own
        ? new PlugInTable(plugIns.enrichment(own.name()))
        : tables.apply(lookup);
  }

  private static TimeOf time(TimeDefinition time) {
    return time instanceof TimeDefinition.OfField said
        ? new EventTime(said.field(), said.format(), said.ahead())
        : TimeOf.ARRIVAL;
  }

  private static EnrichmentStep step(Lookup lookup, ReferenceData data) {
    return new EnrichmentStep(
        lookup.table().name(), lookup.key(), lookup.take(), lookup.missing(), data);
  }
}
