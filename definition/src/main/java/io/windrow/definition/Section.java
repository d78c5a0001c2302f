package io.windrow.definition;

import java.util.List;

/** The parts of a definition that have keys of their own, as its JSON Schema names them. */
enum Section {
  PIPELINE(
      "the pipeline",
      "name",
      "source",
      "contract",
      "time",
      "clean",
      "rules",
      "keep",
      "enrich",
      "views",
      "alerts"),
  SOURCE(
      "the source",
      "kinesis",
      "stream",
      "key",
      "format",
      "start",
      "fanout",
      "critical",
      "confidential"),
  TIME("the time", "field", "unit", "pattern", "zone", "ahead", "behind"),
  RULE("a rule", "name", "require"),
  ENRICH(
      "an enrichment", "table", "file", "dynamodb", "plugin", "key", "take", "missing", "max-age"),
  VIEW("a view", "name", "by", "window", "compute", "metric"),
  WINDOW(
      "a window",
      "tumbling",
      "hopping",
      "session",
      "slide",
      "longest",
      "zone",
      "start",
      "offset",
      "grace"),
  METRIC("a metric", "top"),
  ALERT("an alert", "name", "view", "when");

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // a list of List.of
  private final List<String> keys;

  Section(String title, String... keys) {
    this.title = title;
    this.keys = List.of(keys);
  }

  /** How a message calls it. */
  String title() {
    return title;
  }

  /** The keys that it may have, in the order in which people write them. */
  List<String> keys() {
    return keys;
  }
}
