package io.windrow.infrastructure;

import java.util.List;
import java.util.stream.Stream;

/** What a function does with a table: it is allowed that, and its failures are watched. */
record TableOperations(List<String> names) {
  TableOperations {
    names = List.copyOf(names);
  }

  static TableOperations of(String... names) {
    return new TableOperations(List.of(names));
  }

  /** Those of two functions. */
  TableOperations and(TableOperations others) {
    return new TableOperations(
        Stream.concat(names.stream(), others.names.stream()).distinct().sorted().toList());
  }

  /** As a policy names them. */
  String[] actions() {
    return names.stream().map(name -> "dynamodb:" + name).toArray(String[]::new);
  }
}
