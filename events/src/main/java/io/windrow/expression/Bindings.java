package io.windrow.expression;

import io.windrow.plugin.FunctionPlugIn;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the nodes of one expression are compiled with: the slots of its locals, the library, and own
 * functions. They tell it which fields they read.
 */
final class Bindings {
  private final CelLibrary library;
  private final PlugInFunctions own;
  private final Set<FunctionPlugIn> called;
  private final AtomicInteger slots;
  private final Map<String, Integer> locals;
  private final Reads reads;

  private Bindings(
      CelLibrary library,
      PlugInFunctions own,
      Set<FunctionPlugIn> called,
      AtomicInteger slots,
      Map<String, Integer> locals,
      Reads reads) {
    this.library = library;
    this.own = own;
    this.called = called;
    this.slots = slots;
    this.locals = locals;
    this.reads = reads;
  }

  static Bindings with(CelLibrary library, PlugInFunctions own) {
    return new Bindings(
        library, own, new LinkedHashSet<>(), new AtomicInteger(), Map.of(), new Reads());
  }

  /** The same with one more local, which hides an outer one of its name. */
  Bindings with(String local) {
    Map<String, Integer> more = new HashMap<>(locals);
    more.put(local, slots.getAndIncrement());
    return new Bindings(library, own, called, slots, more, reads);
  }

  int slotOf(String local) {
    Integer slot = locals.get(local);
    if (slot == null) {
      throw new IllegalArgumentException("no local " + local + " in this part of the expression");
    }
    return slot;
  }

  int slots() {
    return slots.get();
  }

  /** The function of a plug-in, which the expression then depends on. */
  FunctionPlugIn own(String name) {
    FunctionPlugIn function = own.named(name);
    called.add(function);
    return function;
  }

  /** The plug-ins that were asked for so far. */
  List<FunctionPlugIn> called() {
    return List.copyOf(called);
  }

  Reads reads() {
    return reads;
  }

  CelLibrary library() {
    return library;
  }
}
