package io.windrow.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrow.contract.EventTime.Unit;
import io.windrow.contract.TimeFormat;
import io.windrow.expression.Expression;
import io.windrow.window.CalendarScale;
import io.windrow.window.EvenScale;
import io.windrow.window.PanePolicy;
import io.windrow.window.Scale;
import io.windrow.window.SessionPolicy;
import io.windrow.window.WindowPolicy;
import java.util.List;
import java.util.function.Function;

/** Writes a definition as JSON, in the form that {@link PlanReader} reads. */
final class PlanWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Function<Expression, JsonNode> expressions;

  /** A writer that writes expressions in a form of its caller's. */
  PlanWriter(Function<Expression, JsonNode> expressions) {
    this.expressions = expressions;
  }

  ObjectNode definition(Definition definition) {
    ObjectNode json = JSON.objectNode();
    json.put("name", definition.name());
    json.set("source", source(definition.source()));
    json.set("contract", contract(definition.contract()));
    json.set("time", time(definition.time()));
    json.set("clean", array(definition.clean(), clean -> named(clean.field(), clean.value())));
    json.set("rules", array(definition.rules(), rule -> named(rule.name(), rule.require())));
    if (definition.keep() != null) {
      json.set("keep", expressions.apply(definition.keep()));
    }
    json.set("enrich", array(definition.enrich(), this::lookup));
    json.set("views", array(definition.views(), this::view));
    json.set("alerts", array(definition.alerts(), this::alert));
    return json;
  }

  private static ObjectNode source(StreamSource source) {
    ObjectNode json = JSON.objectNode();
    if (source.stream() instanceof StreamSource.Imported imported) {
      json.put("stream", imported.arn());
      if (imported.key() != null) {
        json.put("key", imported.key());
      }
    } else {
      json.put("kinesis", source.streamName());
    }
    return json.put("format", source.format())
        .put("start", source.start().text())
        .put("fanout", source.fanout())
        .put("critical", source.critical())
        .put("confidential", source.confidential());
  }

  private static ObjectNode contract(ContractFile contract) {
    ObjectNode json = JSON.objectNode().put("path", contract.path());
    json.set("schema", contract.schema());
    return json;
  }

  private static ObjectNode time(TimeDefinition time) {
    ObjectNode json = JSON.objectNode();
    if (time instanceof TimeDefinition.OfField said) {
      json.set("field", array(said.field().names(), JSON::textNode));
      putFormat(json, said.format());
      json.put("ahead", said.ahead());
    }
    return time.behind() == null ? json : json.put("behind", time.behind());
  }

  /** One unit as a text, as in plans before there could be several. */
  private static void putFormat(ObjectNode json, TimeFormat format) {
    ArrayNode units = array(Unit.texts(format.units()), JSON::textNode);
    json.set("unit", units.size() == 1 ? units.get(0) : units);
    if (!format.patterns().isEmpty()) {
      json.set("pattern", array(format.patterns(), JSON::textNode));
    }
    if (format.zone() != null) {
      json.put("zone", format.zone().getId());
    }
  }

  private ObjectNode lookup(Lookup lookup) {
    ObjectNode json = table(lookup.table());
    json.set("key", named(lookup.column(), lookup.key()));
    json.set("take", array(lookup.take(), JSON::textNode));
    return json.put("missing", lookup.missing().name());
  }

  private static ObjectNode table(ReferenceTable table) {
    ObjectNode json = JSON.objectNode();
    if (table instanceof ReferenceTable.PlugIn) {
      return json.put("plugin", table.name());
    }
    json.put("table", table.name());
    if (table instanceof ReferenceTable.Dynamo dynamo) {
      json.put("dynamodb", dynamo.table()).put("max-age", dynamo.maxAge());
    } else if (table instanceof ReferenceTable.File file) {
      json.put("file", file.path());
    }
    return json;
  }

  ObjectNode view(ViewDefinition view) {
    ObjectNode json = JSON.objectNode().put("name", view.name());
    json.set("by", array(view.by(), by -> named(by.name(), by.value())));
    json.set("window", window(view.window()));
    json.set("compute", array(view.compute(), this::compute));
    return view.metric() == null ? json : json.put("metric", view.metric().top());
  }

  private static ObjectNode window(WindowPolicy window) {
    ObjectNode json = JSON.objectNode();
    if (window instanceof SessionPolicy sessions) {
      json.put("session", sessions.gap()).put("longest", sessions.longest());
    } else if (window instanceof PanePolicy panes) {
      json.put("size", panes.size()).put("slide", panes.slide());
      putScale(json, panes.scale());
    }
    return json.put("grace", window.grace());
  }

  /** Windows of milliseconds since the epoch have none, as in plans before there were others. */
  private static void putScale(ObjectNode json, Scale scale) {
    if (scale instanceof CalendarScale calendar) {
      json.put("calendar", calendar.unit().name()).put("zone", calendar.zone().getId());
      json.put("first", calendar.firstDay()).put("offset", calendar.offset());
    } else if (scale instanceof EvenScale even && even.offset() > 0) {
      json.put("offset", even.offset());
    }
  }

  private ObjectNode compute(ViewDefinition.Compute value) {
    ObjectNode json = JSON.objectNode();
    json.put("name", value.name()).put("aggregate", value.aggregate());
    json.set("arguments", array(value.arguments(), expressions));
    return json;
  }

  private ObjectNode alert(Alert alert) {
    return named(alert.name(), alert.when()).put("view", alert.view());
  }

  private ObjectNode named(String name, Expression value) {
    ObjectNode json = JSON.objectNode().put("name", name);
    json.set("value", expressions.apply(value));
    return json;
  }

  private static <T> ArrayNode array(List<T> items, Function<? super T, ? extends JsonNode> form) {
    ArrayNode array = JSON.arrayNode();
    items.forEach(item -> array.add(form.apply(item)));
    return array;
  }
}
