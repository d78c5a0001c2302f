package io.windrow.definition;

import io.windrow.definition.expression.Scope;
import io.windrow.plan.NameForm;
import io.windrow.plan.PlugIns;
import io.windrow.plan.ViewDefinition;
import io.windrow.plan.ViewDefinition.By;
import io.windrow.plan.ViewDefinition.Compute;
import io.windrow.plan.ViewDefinition.Metric;
import io.windrow.window.WindowPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an item of {@code views}. */
final class ViewSection {
  /** What a result, or the line of its metrics, has beside its computed values. */
  static final Set<String> RESERVED =
      Set.of(
          "id",
          "key",
          "pipeline",
          "view",
          "group",
          "windowStart",
          "windowEnd",
          "windowStartLocal",
          "windowEndLocal",
          "revision",
          "incomplete",
          "_aws");

  private final Names names;
  private final ExpressionReader expressions;
  private final ComputeSection computes;
  private final WindowSection windows;
  private final Problems problems;
  private final boolean confidential;

  ViewSection(
      PlugIns plugIns, ExpressionReader expressions, Problems problems, boolean confidential) {
    this.problems = problems;
    this.confidential = confidential;
    this.names = new Names("a view", problems);
    this.expressions = expressions;
    this.computes = new ComputeSection(plugIns, expressions, problems);
    this.windows = new WindowSection(problems);
  }

  Optional<ViewDefinition> read(SectionReader reader, Scope scope) {
    Optional<String> name =
        reader
            .requiredText("name", "a name such as views-per-campaign")
            .flatMap(text -> names.take(text, NameForm.RESOURCE));
    Names fields = new Names("a field of 'by'", problems);
    List<By> by = by(reader, scope, fields);
    Optional<WindowPolicy> window =
        reader.required("window", "window: " + WindowSection.EXPECTED).flatMap(windows::read);
    reader.node("window").ifPresent(this::warnWithoutGrace);
    Optional<List<Compute>> compute = compute(reader, scope, fields);
    @Nullable Metric metric = reader.node("metric").flatMap(this::metric).orElse(null);
    if (metric != null && confidential) {
      problems.add(
          reader.node("metric").orElseThrow().place(),
          "'metric' in a view of a confidential source",
          "none, since metrics carry the values of groups");
    }
    return name.flatMap(
        of ->
            window.flatMap(
                in -> compute.map(values -> new ViewDefinition(of, by, in, values, metric))));
  }

  private void warnWithoutGrace(Node window) {
    if (window instanceof Node.Mapping mapping
        && mapping.entries().stream().noneMatch(entry -> entry.key().text().equals("grace"))) {
      problems.warn(
          window.place(),
          "no 'grace' in a window, so an event that comes out of order after the window's end is"
              + " late",
          "grace: how long to wait for such events, 0s for not at all");
    }
  }

  private List<By> by(SectionReader reader, Scope scope, Names fields) {
    List<By> by = new ArrayList<>();
    for (Node item : reader.items("by")) {
      NamedExpression.read(item, "by", scope, expressions)
          .filter(field -> isName(item, field, fields))
          .ifPresent(field -> by.add(new By(field.name(), field.value())));
    }
    return by;
  }

  private static boolean isName(Node item, NamedExpression field, Names fields) {
    Optional<String> name =
        item instanceof Node.Mapping
            ? fields.take(field.nameNode(), NameForm.FIELD)
            : fields.claimNamed(field.name(), field.nameNode().place());
    return name.isPresent();
  }

  /** All computed values, or nothing if one is wrong. */
  private Optional<List<Compute>> compute(SectionReader reader, Scope scope, Names fields) {
    String expected = "a mapping such as { views: count(), spend: sum(price) }";
    boolean isThere = reader.required("compute", "compute: " + expected).isPresent();
    List<Node.Entry> entries = reader.entries("compute", expected);
    if (isThere
        && entries.isEmpty()
        && reader.node("compute").get() instanceof Node.Mapping empty) {
      problems.add(empty.place(), "nothing to compute", expected);
    }
    List<Compute> compute = new ArrayList<>();
    for (Node.Entry entry : entries) {
      checkName(entry.key(), fields);
      computes.read(entry, scope).ifPresent(compute::add);
    }
    return compute.isEmpty() || compute.size() < entries.size()
        ? Optional.empty()
        : Optional.of(compute);
  }

  private void checkName(Node.Scalar key, Names fields) {
    Optional<Place> field = fields.place(key.text());
    if (RESERVED.contains(key.text())) {
      refuseName(key, ", which every result has already", "another name");
    } else if (field.isPresent()) {
      String taken = ", which a field of 'by' has already (at " + field.get() + ")";
      refuseName(key, taken, "another name");
    } else if (!NameForm.IDENTIFIER.matches(key.text())) {
      refuseName(key, "", NameForm.IDENTIFIER.expected());
    }
  }

  private void refuseName(Node.Scalar key, String why, String expected) {
    problems.add(key.place(), key.describe() + " as the name of a value" + why, expected);
  }

  private Optional<Metric> metric(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.BOOLEAN) {
      return scalar.text().equalsIgnoreCase("true")
          ? Optional.of(new Metric(Metric.DEFAULT_TOP))
          : Optional.empty();
    }
    return SectionReader.of(Section.METRIC, node, problems)
        .flatMap(reader -> reader.required("top", "top: a number of groups such as 10"))
        .flatMap(this::top);
  }

  private Optional<Metric> top(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.text().matches("[1-9][0-9]{0,2}")) {
      return Optional.of(new Metric(Integer.parseInt(scalar.text())));
    }
    problems.add(node.place(), node.describe() + " for 'top'", "a whole number from 1 to 999");
    return Optional.empty();
  }
}
