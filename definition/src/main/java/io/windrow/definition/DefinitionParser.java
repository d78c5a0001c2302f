package io.windrow.definition;

import io.windrow.contract.Rule;
import io.windrow.definition.expression.Scope;
import io.windrow.expression.Expression;
import io.windrow.expression.FieldType;
import io.windrow.plan.Alert;
import io.windrow.plan.Clean;
import io.windrow.plan.ContractFile;
import io.windrow.plan.Definition;
import io.windrow.plan.Lookup;
import io.windrow.plan.NameForm;
import io.windrow.plan.PlugIns;
import io.windrow.plan.StreamSource;
import io.windrow.plan.TimeDefinition;
import io.windrow.plan.ViewDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a definition of nodes. It reads the sections in the order that an event travels, since each
 * adds to the fields that expressions of the next may read, and collects what is wrong in all.
 */
final class DefinitionParser {
  /** The list of what a run holds names each view, and must fit into one item of DynamoDB. */
  private static final int MOST_VIEWS = 1000;

  private final Siblings siblings;
  private final PlugIns plugIns;
  private final Problems problems;
  private final ExpressionReader expressions;

  /** What expressions may read at this point. */
  private Scope scope;

  private DefinitionParser(Siblings siblings, PlugIns plugIns, Problems problems, Scope scope) {
    this.siblings = siblings;
    this.plugIns = plugIns;
    this.problems = problems;
    this.scope = scope;
    this.expressions = new ExpressionReader(plugIns, problems);
  }

  /**
   * The definition that the root is.
   *
   * @throws DefinitionException with all problems, those found before included
   */
  static Definition parse(
      Optional<Node> root, Siblings siblings, PlugIns plugIns, Problems problems) {
    Optional<SectionReader> reader =
        root.flatMap(node -> SectionReader.of(Section.PIPELINE, node, problems));
    if (root.isEmpty() || reader.isEmpty()) {
      problems.throwIfAny();
    }
    return new DefinitionParser(siblings, plugIns, problems, AnyField.scope(root.orElseThrow()))
        .pipeline(reader.orElseThrow());
  }

  private Definition pipeline(SectionReader reader) {
    Optional<String> name = name(reader);
    Optional<StreamSource> source = source(reader);
    Optional<ContractFile> contract = contract(reader);
    Optional<TimeDefinition> time = time(reader);
    List<Clean> clean = clean(reader);
    List<Rule> rules = new RecordSection(expressions, problems).rules(reader.items("rules"), scope);
    Optional<Expression> keep = keep(reader);
    List<Lookup> enrich = enrich(reader);
    List<ViewDefinition> views =
        views(reader, source.map(StreamSource::confidential).orElse(false));
    List<Alert> alerts = alerts(reader, views);
    problems.throwIfAny();
    return new Definition(
        name.orElseThrow(),
        source.orElseThrow(),
        contract.orElseThrow(),
        time.orElseThrow(),
        clean,
        rules,
        keep.orElse(null),
        enrich,
        views,
        alerts);
  }

  private Optional<String> name(SectionReader reader) {
    Names names = new Names("a pipeline", problems);
    return reader
        .requiredText("name", "a name such as ad-clicks")
        .flatMap(text -> names.take(text, NameForm.RESOURCE));
  }

  private Optional<StreamSource> source(SectionReader reader) {
    return reader
        .required("source", "source: { kinesis: a stream's name }")
        .flatMap(new SourceSection(plugIns, problems)::read);
  }

  private Optional<TimeDefinition> time(SectionReader reader) {
    return reader
        .required("time", "time: { field: event_time, unit: millis }")
        .flatMap(new TimeSection(scope, problems)::read);
  }

  private Optional<ContractFile> contract(SectionReader reader) {
    Optional<ContractFile> contract =
        reader
            .requiredText("contract", "the path of a JSON Schema such as ad-click.schema.json")
            .flatMap(new ContractSection(siblings, problems)::read);
    contract.ifPresent(read -> scope = Scope.ofSchema(read.schema()).withRecord());
    return contract;
  }

  private List<Clean> clean(SectionReader reader) {
    RecordSection records = new RecordSection(expressions, problems);
    List<Clean> clean = new ArrayList<>();
    for (Node.Entry entry : reader.entries("clean", "a mapping of fields to expressions")) {
      Optional<Clean> made = records.clean(entry, scope);
      made.ifPresent(clean::add);
      scope = RecordSection.after(scope, entry, made);
    }
    return clean;
  }

  private Optional<Expression> keep(SectionReader reader) {
    return reader
        .node("keep")
        .flatMap(node -> new RecordSection(expressions, problems).keep(node, scope));
  }

  private List<Lookup> enrich(SectionReader reader) {
    EnrichSection section = new EnrichSection(siblings, plugIns, expressions, problems);
    List<Lookup> enrich = new ArrayList<>();
    for (SectionReader item : sections(reader, "enrich", Section.ENRICH)) {
      List<Node.Scalar> take = section.take(item);
      Optional<Lookup> lookup = section.read(item, take, scope);
      lookup.ifPresent(enrich::add);
      FieldType type = lookup.map(Lookup::columnType).orElseGet(FieldType.Any::new);
      Map<String, FieldType> taken = new HashMap<>();
      take.forEach(column -> taken.put(column.text(), type));
      scope = scope.with(taken);
    }
    return enrich;
  }

  private List<ViewDefinition> views(SectionReader reader, boolean confidential) {
    ViewSection section = new ViewSection(plugIns, expressions, problems, confidential);
    List<SectionReader> items = sections(reader, "views", Section.VIEW);
    if (items.size() > MOST_VIEWS) {
      reader
          .node("views")
          .ifPresent(
              node ->
                  problems.add(
                      node.place(),
                      items.size() + " views",
                      MOST_VIEWS + " at most in one pipeline; put the rest into another"));
      return List.of();
    }
    return items.stream().flatMap(item -> section.read(item, scope).stream()).toList();
  }

  private List<Alert> alerts(SectionReader reader, List<ViewDefinition> views) {
    AlertSection section = new AlertSection(views, viewNames(reader), expressions, problems);
    reader
        .node("alerts")
        .ifPresent(
            node -> problems.warn(node.place(), "alerts are checked, and not raised yet", ""));
    return sections(reader, "alerts", Section.ALERT).stream()
        .flatMap(item -> section.read(item).stream())
        .toList();
  }

  private List<SectionReader> sections(SectionReader reader, String key, Section section) {
    return reader.items(key).stream()
        .flatMap(item -> SectionReader.of(section, item, problems).stream())
        .toList();
  }

  /** The names of all views, those that are otherwise wrong included. */
  private static List<String> viewNames(SectionReader reader) {
    // Whatever is wrong with these nodes has been said already.
    Problems known = new Problems("");
    return reader.node("views").stream()
        .filter(Node.Listing.class::isInstance)
        .flatMap(views -> ((Node.Listing) views).items().stream())
        .flatMap(item -> SectionReader.of(Section.VIEW, item, known).stream())
        .flatMap(view -> view.text("name", "").stream())
        .map(Node.Scalar::text)
        .distinct()
        .toList();
  }
}
