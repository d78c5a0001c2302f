package io.windrow.local.mapping;

import java.util.List;

/**
 * Records that are to be given to the function in one invocation.
 *
 * @param retries how many of the retries that a mapping allows these records have used up
 * @param repetitions how often just these records have been given before; sets the back-off
 * @param invocations how many invocations they have been part of
 */
record Attempt(List<ShardRecord> records, int retries, int repetitions, int invocations) {

  /** The first with these records. */
  static Attempt first(List<ShardRecord> records) {
    return new Attempt(List.copyOf(records), 0, 0, 0);
  }

  int size() {
    return records.size();
  }

  /** After an invocation that never began. */
  Attempt throttled() {
    return new Attempt(records, retries, repetitions + 1, invocations);
  }

  /** What is left from an index on, at the price of a retry. */
  Attempt retryFrom(int index) {
    return new Attempt(
        records.subList(index, size()), retries + 1, repetitions + 1, invocations + 1);
  }

  /** A part of it after a failure, at no price. */
  Attempt part(int from, int to) {
    return new Attempt(records.subList(from, to), retries, 0, invocations + 1);
  }

  /** The same without its first records. */
  Attempt without(int first) {
    return new Attempt(records.subList(first, size()), retries, repetitions, invocations);
  }
}
