package io.windrow.definition;

import io.windrow.plan.StreamSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to write here for the words of other systems, where the nearest word would mislead. */
final class OthersWords {
  private static final String NO_QUANTILE =
      "mean(x), min(x) and max(x), or an aggregate of your own: there are no quantiles yet";
  private static final String NO_DISTINCT =
      "'by' with the value as a field, or an aggregate of your own: there is no count of distinct"
          + " values yet";
  private static final String NO_TOP =
      "'by' with the value as a field and count(), or an aggregate of your own: there is no top"
          + " list yet";

  private static final Map<String, String> AGGREGATES =
      Map.ofEntries(
          Map.entry("avg", "mean(x)"),
          Map.entry("average", "mean(x)"),
          Map.entry("median", NO_QUANTILE),
          Map.entry("percentile", NO_QUANTILE),
          Map.entry("percentile_cont", NO_QUANTILE),
          Map.entry("percentile_disc", NO_QUANTILE),
          Map.entry("approx_percentile", NO_QUANTILE),
          Map.entry("quantile", NO_QUANTILE),
          Map.entry("distinct", NO_DISTINCT),
          Map.entry("count_distinct", NO_DISTINCT),
          Map.entry("countdistinct", NO_DISTINCT),
          Map.entry("approx_count_distinct", NO_DISTINCT),
          Map.entry("top", NO_TOP),
          Map.entry("topk", NO_TOP),
          Map.entry("top_k_items_tumbling", NO_TOP),
          Map.entry("total", "sum(x)"),
          Map.entry("stddev_samp", "stddev(x), which is that of a sample"),
          Map.entry("std", "stddev(x)"),
          Map.entry("first_value", "first(x)"),
          Map.entry("last_value", "last(x)"),
          Map.entry("latest", "last(x)"),
          Map.entry("earliest", "first(x)"),
          Map.entry("latest_by_offset", "last(x)"),
          Map.entry("earliest_by_offset", "first(x)"),
          Map.entry("minimum", "min(x)"),
          Map.entry("maximum", "max(x)"),
          Map.entry("count_if", "count(condition)"),
          Map.entry("countif", "count(condition)"));

  private static final String SEVERAL_OBJECTS =
      "rather " + StreamSource.JSONL + ", where a record holds objects in lines";
  private static final String LOG_EVENTS =
      "rather "
          + StreamSource.CLOUDWATCH_LOGS
          + ", where a record holds what a subscription of CloudWatch Logs puts";

  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("ndjson", SEVERAL_OBJECTS),
          Map.entry("jsonlines", SEVERAL_OBJECTS),
          Map.entry("json-lines", SEVERAL_OBJECTS),
          Map.entry("json_lines", SEVERAL_OBJECTS),
          Map.entry("cloudwatch", LOG_EVENTS),
          Map.entry("cloudwatchlogs", LOG_EVENTS),
          Map.entry("cwl", LOG_EVENTS),
          Map.entry("csv", own("CSV")),
          Map.entry("tsv", own("tab-separated values")),
          Map.entry("text", own("plain text")),
          Map.entry("avro", own("Avro")),
          Map.entry("protobuf", own("Protocol Buffers")),
          Map.entry("parquet", own("Parquet")),
          Map.entry("xml", own("XML")));

  private OthersWords() {}

  /** What to write for the aggregate that others call so; null if the word is not known. */
  static @Nullable String aggregate(String name) {
    return AGGREGATES.get(name.toLowerCase(Locale.ROOT));
  }

  /** What to do for a format that others read; null if the word is not known. */
  static @Nullable String format(String name) {
    return FORMATS.get(name.toLowerCase(Locale.ROOT));
  }

  private static String own(String what) {
    return "a decoder of your own for " + what + " (docs/guide/plugins.md)";
  }
}
