package io.windrow.aggregate;

/** The value of the latest event that has one. */
final class Last extends Edge {
  Last() {
    super("last", Seen.ORDER);
  }
}
