package io.windrow.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.contract.EventTime.Unit;
import io.windrow.contract.Rule;
import io.windrow.contract.TimeFormat;
import io.windrow.enrichment.Missing;
import io.windrow.expression.Expression;
import io.windrow.record.FieldPath;
import io.windrow.window.CalendarScale;
import io.windrow.window.EvenScale;
import io.windrow.window.PanePolicy;
import io.windrow.window.Scale;
import io.windrow.window.SessionPolicy;
import io.windrow.window.WindowPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads what {@link PlanWriter} wrote. */
final class PlanReader {
  private final Function<JsonNode, Expression> expressions;

  PlanReader(Function<JsonNode, Expression> expressions) {
    this.expressions = expressions;
  }

  Definition definition(JsonNode json) {
    return new Definition(
        text(json, "name"),
        source(part(json, "source")),
        new ContractFile(
            text(part(json, "contract"), "path"), part(json.get("contract"), "schema")),
        time(part(json, "time")),
        list(json, "clean", item -> new Clean(text(item, "name"), value(item))),
        list(json, "rules", item -> new Rule(text(item, "name"), value(item))),
        json.has("keep") ? expressions.apply(json.get("keep")) : null,
        list(json, "enrich", this::lookup),
        list(json, "views", this::view),
        list(
            json,
            "alerts",
            item -> new Alert(text(item, "name"), text(item, "view"), value(item))));
  }

  private static StreamSource source(JsonNode json) {
    StreamSource.Stream stream =
        json.has("stream")
            ? new StreamSource.Imported(
                text(json, "stream"), json.has("key") ? text(json, "key") : null)
            : new StreamSource.Owned(text(json, "kinesis"));
    return new StreamSource(
        stream,
        text(json, "format"),
        start(text(json, "start")),
        part(json, "fanout").asBoolean(),
        part(json, "critical").asBoolean(),
        part(json, "confidential").asBoolean());
  }

  private static StreamSource.Start start(String text) {
    return switch (text) {
      case "earliest" -> new StreamSource.Earliest();
      case "latest" -> new StreamSource.Latest();
      default -> new StreamSource.At(Instant.parse(text).toEpochMilli());
    };
  }

  private static TimeDefinition time(JsonNode json) {
    return json.has("field")
        ? new TimeDefinition.OfField(
            new FieldPath(list(json, "field", JsonNode::asText)),
            format(json),
            number(json, "ahead"),
            json.has("behind") ? number(json, "behind") : null)
        : new TimeDefinition.OfArrival();
  }

  private static TimeFormat format(JsonNode json) {
    List<Unit> units =
        part(json, "unit").isTextual()
            ? List.of(unit(json.get("unit")))
            : list(json, "unit", PlanReader::unit);
    return new TimeFormat(
        units,
        json.has("pattern") ? list(json, "pattern", JsonNode::asText) : List.of(),
        json.has("zone") ? ZoneId.of(text(json, "zone")) : null);
  }

  private static Unit unit(JsonNode json) {
    return Unit.of(json.asText()).orElseThrow();
  }

  private Lookup lookup(JsonNode json) {
    JsonNode key = part(json, "key");
    return new Lookup(
        table(json),
        text(key, "name"),
        value(key),
        list(json, "take", JsonNode::asText),
        Missing.valueOf(text(json, "missing")));
  }

  private static ReferenceTable table(JsonNode json) {
    if (json.has("plugin")) {
      return new ReferenceTable.PlugIn(text(json, "plugin"));
    }
    String name = text(json, "table");
    return json.has("file")
        ? new ReferenceTable.File(name, text(json, "file"))
        : new ReferenceTable.Dynamo(name, text(json, "dynamodb"), number(json, "max-age"));
  }

  private ViewDefinition view(JsonNode json) {
    return new ViewDefinition(
        text(json, "name"),
        list(json, "by", by -> new ViewDefinition.By(text(by, "name"), value(by))),
        window(part(json, "window")),
        list(json, "compute", this::compute),
        json.has("metric") ? new ViewDefinition.Metric(json.get("metric").asInt()) : null);
  }

  private static WindowPolicy window(JsonNode json) {
    long grace = number(json, "grace");
    return json.has("session")
        ? new SessionPolicy(number(json, "session"), grace, number(json, "longest"))
        : new PanePolicy(number(json, "size"), number(json, "slide"), grace, scale(json));
  }

  private static Scale scale(JsonNode json) {
    long offset = json.path("offset").asLong();
    if (!json.has("calendar")) {
      return new EvenScale(offset);
    }
    ZoneId zone = ZoneId.of(text(json, "zone"));
    return switch (CalendarScale.Unit.valueOf(text(json, "calendar"))) {
      case DAYS -> CalendarScale.days(zone, number(json, "first"), offset);
      case MONTHS -> CalendarScale.months(zone, offset);
    };
  }

  private ViewDefinition.Compute compute(JsonNode json) {
    return new ViewDefinition.Compute(
        text(json, "name"), text(json, "aggregate"), list(json, "arguments", expressions));
  }

  private Expression value(JsonNode json) {
    return expressions.apply(part(json, "value"));
  }

  static JsonNode part(JsonNode json, String name) {
    JsonNode part = json.get(name);
    if (part == null) {
      throw new IllegalArgumentException("the plan lacks '" + name + "'; make it anew");
    }
    return part;
  }

  static String text(JsonNode json, String name) {
    return part(json, name).asText();
  }

  static long number(JsonNode json, String name) {
    return part(json, name).asLong();
  }

  private static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> form) {
    List<T> items = new ArrayList<>();
    part(json, name).forEach(item -> items.add(form.apply(item)));
    return items;
  }
}
