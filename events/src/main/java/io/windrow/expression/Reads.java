package io.windrow.expression;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The top-level fields that an expression reads, as its nodes tell when they are compiled. */
final class Reads {
  private final Set<String> fields = new HashSet<>();
  private boolean all;

  void field(String name) {
    fields.add(name);
  }

  /** The event as a whole is used, so any field may matter. */
  void all() {
    all = true;
  }

  /** The fields; empty if that may be any. */
  Optional<Set<String>> fields() {
    return all ? Optional.empty() : Optional.of(Set.copyOf(fields));
  }
}
