package io.windrow.local.mapping;

import java.util.List;

/** What becomes of the records of an attempt. */
sealed interface Decision {

  /** Nothing is left to do. */
  record Done() implements Decision {}

  /** They are tried again, in this order. */
  record Again(List<Attempt> attempts) implements Decision {}

  /** They are given up. */
  record Discard(Attempt attempt) implements Decision {}
}
