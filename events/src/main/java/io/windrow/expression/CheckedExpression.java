package io.windrow.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expression with its tree, compiled. */
final class CheckedExpression implements Expression {
  private static final @Nullable Object[] NO_LOCALS = {};

  private final String text;
  private final String type;
  private final Node tree;
  private final Evaluable root;
  private final int locals;

  CheckedExpression(String text, String type, Node tree, CelLibrary library) {
    this.text = text;
    this.type = type;
    this.tree = tree;
    Bindings bindings = Bindings.with(library);
    this.root = tree.compile(bindings);
    this.locals = bindings.slots();
  }

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> fields) {
    @Nullable Object[] slots = locals == 0 ? NO_LOCALS : new Object[locals];
    return root.evaluate(new Frame(fields, slots));
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public String text() {
    return text;
  }

  Node tree() {
    return tree;
  }

  @Override
  public String toString() {
    return text;
  }
}
