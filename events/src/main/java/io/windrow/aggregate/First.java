package io.windrow.aggregate;

/** The value of the earliest event that has one. */
final class First extends Edge {
  First() {
    super("first", Seen.ORDER.reversed());
  }
}
