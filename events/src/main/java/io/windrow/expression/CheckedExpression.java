package io.windrow.expression;

import io.windrow.plugin.FunctionPlugIn;
import io.windrow.record.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expression with its tree, compiled. */
public final class CheckedExpression implements Expression {
  private final String text;
  private final String type;
  private final Node tree;
  private final Evaluable root;
  private final int locals;
  private final List<FunctionPlugIn> plugIns;
  private final Optional<Set<String>> reads;
  private final boolean readsRecord;

  public CheckedExpression(String text, String type, Node tree, PlugInFunctions own) {
    this.text = text;
    this.type = type;
    this.tree = tree;
    Bindings bindings = Bindings.with(own);
    this.root = tree.closure(bindings);
    this.locals = bindings.slots();
    this.plugIns = bindings.called();
    this.reads = bindings.reads();
    this.readsRecord = bindings.readsRecord();
  }

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> fields) {
    try {
      return root.evaluate(new Frame(fields, locals, Frame.FREE_STEPS));
    } catch (Frame.Exhausted e) {
      return evaluateAtLength(fields);
    }
  }

  /** Once more, with the steps that an event of that size has. */
  private @Nullable Object evaluateAtLength(Map<String, ? extends @Nullable Object> fields) {
    long limit = limit(fields);
    try {
      return root.evaluate(new Frame(fields, locals, limit));
    } catch (Frame.Exhausted e) {
      throw new TooManyStepsException(limit);
    }
  }

  /** The steps that it may take on the fields. */
  public long limit(Map<String, ? extends @Nullable Object> fields) {
    long size =
        reads
            .map(names -> names.stream().mapToLong(name -> Frame.sizeOf(fields.get(name))).sum())
            .orElseGet(() -> Frame.sizeOf(fields));
    return Frame.FREE_STEPS + Frame.STEPS_PER_CHARACTER * size;
  }

  /** The steps that it takes on the fields, without a limit. */
  public long steps(Map<String, ? extends @Nullable Object> fields) {
    Frame frame = new Frame(fields, locals, Long.MAX_VALUE);
    try {
      Object unused = root.evaluate(frame);
    } catch (ExpressionException e) {
      // those until it failed
    }
    return Long.MAX_VALUE - frame.left();
  }

  @Override
  public Optional<Set<String>> reads() {
    return reads;
  }

  @Override
  public boolean readsRecord() {
    return readsRecord;
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
