package io.windrow.expression;

import io.windrow.plugin.FunctionPlugIn;
import io.windrow.record.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CEL expression that was checked against the contract and can be evaluated on an event. */
public interface Expression {

  /**
   * The value on the fields of an event, in the types of {@link io.windrow.record.Event}.
   *
   * @throws AbsentFieldException when it reads a field that the event does not have
   * @throws ExpressionException when it has no value: a division by zero, a number past the range
   */
  @Nullable Object evaluate(Map<String, ? extends @Nullable Object> fields);

  /** The top-level fields that it may read; empty if that may be any. */
  default Optional<Set<String>> reads() {
    return Optional.empty();
  }

  /** Whether it reads {@code record}, what the source says of the event's record. */
  default boolean readsRecord() {
    return false;
  }

  /** The field of the event that it is, if it is nothing but one. */
  default Optional<FieldPath> fieldPath() {
    return Optional.empty();
  }

  /** Its type as CEL writes it: {@code bool}, {@code int}, {@code double}, {@code string}, ... */
  String type();

  /** Its source text. */
  String text();

  /** The plug-ins whose functions it calls. */
  default List<FunctionPlugIn> plugIns() {
    return List.of();
  }
}
