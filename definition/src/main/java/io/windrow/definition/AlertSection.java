package io.windrow.definition;

import io.windrow.definition.expression.Scope;
import io.windrow.expression.Expression;
import io.windrow.expression.FieldType;
import io.windrow.plan.Alert;
import io.windrow.plan.NameForm;
import io.windrow.plan.ViewDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an item of {@code alerts}. */
final class AlertSection {
  private final List<ViewDefinition> views;
  private final List<String> viewNames;
  private final Names names;
  private final ExpressionReader expressions;

  /**
   * Reads alerts on some views.
   *
   * @param viewNames the names of all views, those that are otherwise wrong too
   */
  AlertSection(
      List<ViewDefinition> views,
      List<String> viewNames,
      ExpressionReader expressions,
      Problems problems) {
    this.views = views;
    this.viewNames = viewNames;
    this.names = new Names("an alert", problems);
    this.expressions = expressions;
  }

  Optional<Alert> read(SectionReader reader) {
    Optional<String> name =
        reader
            .requiredText("name", "a name such as surge")
            .flatMap(text -> names.take(text, NameForm.RESOURCE));
    reader.required("view", "view: " + Words.oneOf(viewNames));
    Optional<String> view = reader.word("view", viewNames);
    Optional<Expression> when =
        reader
            .required("when", "when: a condition such as result.views > 10000")
            .flatMap(node -> expressions.read(node, "when", scope(view), Types.CONDITION));
    return name.flatMap(
        by -> view.flatMap(of -> when.map(condition -> new Alert(by, of, condition))));
  }

  private Scope scope(Optional<String> name) {
    Optional<ViewDefinition> view =
        views.stream().filter(v -> Optional.of(v.name()).equals(name)).findFirst();
    FieldType result = view.<FieldType>map(AlertSection::result).orElseGet(FieldType.Any::new);
    return Scope.of(new FieldType.ObjectOf(Map.of("result", result), false));
  }

  private static FieldType result(ViewDefinition view) {
    Map<String, FieldType> fields = new LinkedHashMap<>();
    view.by().forEach(by -> fields.put(by.name(), Types.field(by.value().type())));
    view.compute().forEach(value -> fields.put(value.name(), typeOf(value)));
    return new FieldType.ObjectOf(fields, false);
  }

  private static FieldType typeOf(ViewDefinition.Compute value) {
    return switch (value.aggregate()) {
      case "count" -> new FieldType.Int();
      case "first", "last", "min", "max" -> Types.field(value.arguments().get(0).type());
      case "mean", "stddev", "sum" -> new FieldType.Number();
      default -> new FieldType.Any();
    };
  }
}
