package io.windrow.simulation.world;

import io.windrow.record.Position;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What chance does to calls that try a record by itself. Three deaths convict a record, on the
 * grounds that chance hardly strikes the same one three times; so here it strikes each once at
 * most.
 */
final class Accidents {
  private final Set<Position> struck = new HashSet<>();

  /** Whether chance may strike a call that tries this record by itself; null if it tries none. */
  boolean mayStrike(@Nullable Position tried) {
    return tried == null || struck.add(tried);
  }
}
