package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.windrow.record.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field of an object: {@code event.price}. */
record Field(Node of, String name) implements Node {
  static final String TAG = "field";

  @Override
  public Evaluable compile(Bindings bindings) {
    String path = path();
    if (of instanceof WholeEvent) {
      bindings.reads().field(name);
      return frame -> read(frame.fields(), path);
    }
    Evaluable object = of.compile(bindings);
    return frame -> read(object(object.evaluate(frame), path), path);
  }

  /** Its closure for {@code has}: null where the field, or an object on the way, is absent. */
  Evaluable compileLeniently(Bindings bindings) {
    if (of instanceof WholeEvent) {
      bindings.reads().field(name);
      return frame -> frame.fields().get(name);
    }
    Evaluable object =
        of instanceof Field parent ? parent.compileLeniently(bindings) : of.compile(bindings);
    return frame -> object.evaluate(frame) instanceof Map<?, ?> map ? map.get(name) : null;
  }

  private @Nullable Object read(Map<?, ?> object, String path) {
    Object value = object.get(name);
    if (value == null && !object.containsKey(name)) {
      throw new AbsentFieldException(path);
    }
    return value;
  }

  private static Map<?, ?> object(@Nullable Object value, String path) {
    if (value == null) {
      throw new AbsentFieldException(path);
    }
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new ExpressionException(path + ": only an object has fields, found " + Kind.of(value));
  }

  private String path() {
    return of instanceof Field parent ? parent.path() + "." + name : name;
  }

  @Override
  public Optional<FieldPath> fieldPath() {
    return of instanceof WholeEvent
        ? Optional.of(new FieldPath(List.of(name)))
        : of.fieldPath().map(object -> object.to(name));
  }

  @Override
  public ArrayNode write() {
    return Node.tagged(TAG, of).add(name);
  }
}
