package io.windrow.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What the nodes of one expression are compiled with: the slots of its locals, and the library. */
final class Bindings {
  private final CelLibrary library;
  private final AtomicInteger slots;
  private final Map<String, Integer> locals;

  private Bindings(CelLibrary library, AtomicInteger slots, Map<String, Integer> locals) {
    this.library = library;
    this.slots = slots;
    this.locals = locals;
  }

  static Bindings with(CelLibrary library) {
    return new Bindings(library, new AtomicInteger(), Map.of());
  }

  /** The same with one more local, which hides an outer one of its name. */
  Bindings with(String local) {
    Map<String, Integer> more = new HashMap<>(locals);
    more.put(local, slots.getAndIncrement());
    return new Bindings(library, slots, more);
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

  CelLibrary library() {
    return library;
  }
}
