package io.windrow.simulation.world;

import io.windrow.expression.AbsentFieldException;
import io.windrow.expression.Expression;
import io.windrow.record.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An expression that reads one field, made without CEL. */
public record FieldValue(String field) implements Expression {
  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> fields) {
    if (!fields.containsKey(field)) {
      throw new AbsentFieldException(field);
    }
    return fields.get(field);
  }

  @Override
  public Optional<FieldPath> fieldPath() {
    return Optional.of(new FieldPath(List.of(field)));
  }

  @Override
  public String type() {
    return "dyn";
  }

  @Override
  public String text() {
    return field;
  }
}
