package io.windrow.definition;

import java.util.List;

/** A value of a definition as it was written, with its place. */
sealed interface Node {

  Place place();

  /** What a message calls it. */
  String describe();

  /** A text, number, boolean or nothing. */
  record Scalar(Kind kind, String text, Origin origin) implements Node {
    @Override
    public Place place() {
      return origin.at(0);
    }

    @Override
    public String describe() {
      return switch (kind) {
        case TEXT -> "'" + text + "'";
        case NUMBER -> "the number " + text;
        case BOOLEAN -> text;
        case NOTHING -> "nothing";
      };
    }
  }

  /** Nodes in order. */
  record Listing(Place place, List<Node> items) implements Node {
    @Override
    public String describe() {
      return "a list";
    }
  }

  /** Nodes by key, in order, each key once. */
  record Mapping(Place place, List<Entry> entries) implements Node {
    @Override
    public String describe() {
      return "a mapping";
    }
  }

  /** A key and its value. */
  record Entry(Scalar key, Node value) {}

  /** What kind of scalar YAML 1.2 takes it for. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    NOTHING
  }

  /** Where each character of a scalar's text stands in the file. */
  @FunctionalInterface
  interface Origin {
    Place at(int offset);
  }
}
