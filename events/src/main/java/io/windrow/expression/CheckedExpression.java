package io.windrow.expression;

import io.windrow.plugin.FunctionPlugIn;
import io.windrow.record.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expression with its tree, compiled. */
final class CheckedExpression implements Expression {
  private static final @Nullable Object[] NO_LOCALS = {};

  private final String text;
  private final String type;
  private final Node tree;
  private final Evaluable root;
  private final int locals;
  private final List<FunctionPlugIn> plugIns;
  private final Optional<Set<String>> reads;

  CheckedExpression(String text, String type, Node tree, CelLibrary library, PlugInFunctions own) {
    this.text = text;
    this.type = type;
    this.tree = tree;
    Bindings bindings = Bindings.with(library, own);
    this.root = tree.compile(bindings);
    this.locals = bindings.slots();
    this.plugIns = bindings.called();
    this.reads = bindings.reads().fields();
  }

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> fields) {
    @Nullable Object[] slots = locals == 0 ? NO_LOCALS : new Object[locals];
    return root.evaluate(new Frame(fields, slots));
  }

  @Override
  public Optional<Set<String>> reads() {
    return reads;
  }

  @Override
  public Optional<FieldPath> fieldPath() {
    return tree.fieldPath();
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public List<FunctionPlugIn> plugIns() {
    return plugIns;
  }

  Node tree() {
    return tree;
  }

  @Override
  public String toString() {
    return text;
  }
}
