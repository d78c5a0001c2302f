package io.windrow.definition;

import io.windrow.contract.EventTime.Unit;
import io.windrow.plan.Definition;
import io.windrow.plan.PlugIns;
import io.windrow.plan.StreamSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Builds the definition that a {@code pipeline.yaml} of the same content is, with its checks. */
public final class PipelineBuilder {
  private final Map<String, Object> sections = new LinkedHashMap<>();
  private final Map<String, Object> source = new LinkedHashMap<>();
  private final Map<String, Object> time = new LinkedHashMap<>();
  private final Map<String, Object> clean = new LinkedHashMap<>();
  private final List<Object> rules = new ArrayList<>();
  private final List<Object> enrich = new ArrayList<>();
  private final List<Object> views = new ArrayList<>();
  private final List<Object> alerts = new ArrayList<>();

  /** Begins the definition of a pipeline of that name. */
  public PipelineBuilder(String name) {
    sections.put("name", name);
  }

  /** Reads a stream that is made with the pipeline. */
  public PipelineBuilder kinesis(String name) {
    source.put("kinesis", name);
    return this;
  }

  /** Reads a stream that exists. */
  public PipelineBuilder stream(String arn) {
    source.put("stream", arn);
    return this;
  }

  /** Reads a stream that exists and is encrypted with a key. */
  public PipelineBuilder stream(String arn, String keyArn) {
    source.put("key", keyArn);
    return stream(arn);
  }

  /** Begins with the oldest record that the stream holds, as it does when nothing is said. */
  public PipelineBuilder fromEarliest() {
    source.put("start", "earliest");
    return this;
  }

  /** Begins with what comes after the pipeline is deployed. */
  public PipelineBuilder fromLatest() {
    source.put("start", "latest");
    return this;
  }

  /** Begins with what arrived at a time or after it. */
  public PipelineBuilder from(Instant start) {
    source.put("start", start.toString());
    return this;
  }

  /**
   * Reads records in this format: one of {@link StreamSource#FORMATS}, or that of a plug-in;
   * {@value StreamSource#JSON} when nothing is said.
   */
  public PipelineBuilder format(String format) {
    source.put("format", format);
    return this;
  }

  /** Reads through an enhanced fan-out consumer of its own. */
  public PipelineBuilder fanout() {
    source.put("fanout", true);
    return this;
  }

  /** Gives it the means and alarms of a pipeline that people wait for. */
  public PipelineBuilder critical() {
    source.put("critical", true);
    return this;
  }

  /** Keeps everything that comes from a record out of logs and metrics. */
  public PipelineBuilder confidential() {
    source.put("confidential", true);
    return this;
  }

  /** The JSON Schema that events must meet, by its path beside the definition. */
  public PipelineBuilder contract(String path) {
    sections.put("contract", path);
    return this;
  }

  /** Where an event says when it happened: a path as {@code FieldPath} reads it. */
  public PipelineBuilder time(String field, Unit unit) {
    time.put("field", field);
    time.put("unit", unit.text());
    return this;
  }

  /** Where an event says when it happened, by patterns of {@code DateTimeFormatter}. */
  public PipelineBuilder timeByPattern(String field, String... patterns) {
    time.put("field", field);
    time.put("pattern", List.of(patterns));
    return this;
  }

  /** Where times without an offset are local. */
  public PipelineBuilder zone(ZoneId zone) {
    time.put("zone", zone.getId());
    return this;
  }

  /** An event happens when Kinesis takes its record. */
  public PipelineBuilder timeOfArrival() {
    sections.put("time", "arrival");
    return this;
  }

  /** Rejects a time that is further than this past its arrival. */
  public PipelineBuilder ahead(Duration ahead) {
    time.put("ahead", Durations.format(ahead.toMillis()));
    return this;
  }

  /** Gives the word that nothing comes later than this after it happened. */
  public PipelineBuilder behind(Duration behind) {
    time.put("behind", Durations.format(behind.toMillis()));
    return this;
  }

  /** Adds or replaces a top-level field. */
  public PipelineBuilder clean(String field, String expression) {
    clean.put(field, expression);
    return this;
  }

  /** Rejects events for which a condition is false. */
  public PipelineBuilder rule(String name, String require) {
    rules.add(ordered("name", name, "require", require));
    return this;
  }

  /** Filters events for which a condition is false. */
  public PipelineBuilder keep(String condition) {
    sections.put("keep", condition);
    return this;
  }

  /** Adds fields from a reference table. */
  public PipelineBuilder enrich(String table, UnaryOperator<LookupBuilder> lookup) {
    enrich.add(lookup.apply(new LookupBuilder(table)).values());
    return this;
  }

  /** Adds a view. */
  public PipelineBuilder view(String name, UnaryOperator<ViewBuilder> view) {
    views.add(view.apply(new ViewBuilder(name)).values());
    return this;
  }

  /** Adds an alert on the results of a view. */
  public PipelineBuilder alert(String name, String view, String when) {
    Map<String, Object> alert = ordered("name", name, "view", view);
    alert.put("when", when);
    alerts.add(alert);
    return this;
  }

  /**
   * The definition.
   *
   * @throws DefinitionException with everything that is wrong in it
   */
  public Definition build(Siblings siblings) {
    return build(siblings, PlugIns.NONE);
  }

  /**
   * The definition, which may name plug-ins.
   *
   * @throws DefinitionException with everything that is wrong in it
   */
  public Definition build(Siblings siblings, PlugIns plugIns) {
    Map<String, Object> whole = new LinkedHashMap<>(sections);
    putUnlessEmpty(whole, "source", source);
    putUnlessEmpty(whole, "time", time);
    putUnlessEmpty(whole, "clean", clean);
    whole.put("rules", rules);
    whole.put("enrich", enrich);
    whole.put("views", views);
    whole.put("alerts", alerts);
    Optional<Node> root = Optional.of(BuiltTree.of("", whole));
    return DefinitionParser.parse(root, siblings, plugIns, new Problems(""));
  }

  private static void putUnlessEmpty(
      Map<String, Object> whole, String key, Map<String, Object> section) {
    if (!section.isEmpty()) {
      whole.put(key, section);
    }
  }

  private static Map<String, Object> ordered(
      String key, Object value, String nextKey, Object nextValue) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    map.put(nextKey, nextValue);
    return map;
  }
}
