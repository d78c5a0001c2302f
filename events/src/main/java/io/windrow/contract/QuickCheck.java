package io.windrow.contract;

import org.jspecify.annotations.Nullable;

/** A part of {@link QuickContract}: what one keyword, or a few that work together, ask for. */
@FunctionalInterface
interface QuickCheck {
  /** Says yes to anything. */
  QuickCheck ALWAYS = value -> true;

  /** Is never sure. */
  QuickCheck NEVER = value -> false;

  /** Whether the value certainly is as asked; false says nothing. */
  boolean certain(@Nullable Object value);

  /** Both. */
  default QuickCheck and(QuickCheck other) {
    if (this == NEVER || other == NEVER) {
      return NEVER;
    }
    return value -> certain(value) && other.certain(value);
  }
}
