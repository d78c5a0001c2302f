package io.windrow.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The accumulator of a fold that makes a list. Only its fold can reach it, so that it grows in
 * place instead of being copied for each element.
 */
final class GrowingList extends ArrayList<@Nullable Object> {
  private static final long serialVersionUID = 1;

  private GrowingList(Collection<? extends @Nullable Object> elements) {
    super(elements);
  }

  static @Nullable Object of(@Nullable Object initial) {
    return initial instanceof List<?> list ? new GrowingList(list) : initial;
  }

  static @Nullable Object finished(@Nullable Object value) {
    return value instanceof GrowingList list ? Collections.unmodifiableList(list) : value;
  }
}
