package io.windrow.expression;

import io.windrow.plugin.FunctionPlugIn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the nodes of one expression are compiled with: the slots of its locals, and the functions of
 * plug-ins. It collects what the expression depends on: fields and plug-ins.
 */
final class Bindings {
  private final Expressed expression;
  private final Map<String, Integer> locals;

  /** What all parts of one expression add to. */
  private static final class Expressed {
    private final PlugInFunctions own;
    private final Set<FunctionPlugIn> called = new LinkedHashSet<>();
    private final Set<String> fields = new HashSet<>();
    private boolean wholeEvent;
    private int slots;

    Expressed(PlugInFunctions own) {
      this.own = own;
    }
  }

  private Bindings(Expressed expression, Map<String, Integer> locals) {
    this.expression = expression;
    this.locals = locals;
  }

  static Bindings with(PlugInFunctions own) {
    return new Bindings(new Expressed(own), Map.of());
  }

  /** The same with one more local, which hides an outer one of its name. */
  Bindings with(String local) {
    Map<String, Integer> more = new HashMap<>(locals);
    more.put(local, expression.slots++);
    return new Bindings(expression, more);
  }

  int slotOf(String local) {
    Integer slot = locals.get(local);
    if (slot == null) {
      throw new IllegalArgumentException("no local " + local + " in this part of the expression");
    }
    return slot;
  }

  /** How many locals there are so far. */
  int slots() {
    return expression.slots;
  }

  /** The function of a plug-in, which the expression then depends on. */
  FunctionPlugIn own(String name) {
    FunctionPlugIn function = expression.own.named(name);
    expression.called.add(function);
    return function;
  }

  /** The plug-ins that were asked for so far. */
  List<FunctionPlugIn> called() {
    return List.copyOf(expression.called);
  }

  void readsField(String name) {
    expression.fields.add(name);
  }

  /** The event as a whole is used, so any field may matter. */
  void readsEvent() {
    expression.wholeEvent = true;
  }

  /** Whether the variable {@code record} is read. */
  boolean readsRecord() {
    return expression.fields.contains(RecordVariable.KEY);
  }

  /** The top-level fields that are read; empty if that may be any. */
  Optional<Set<String>> reads() {
    return expression.wholeEvent ? Optional.empty() : Optional.of(Set.copyOf(expression.fields));
  }
}
