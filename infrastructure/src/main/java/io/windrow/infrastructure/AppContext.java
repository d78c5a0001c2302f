package io.windrow.infrastructure;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awscdk.Duration;
import software.constructs.Node;

/** What the app is told by {@code -c name=value}; values are always text. */
record AppContext(Node node) {
  static final String PIPELINE = "pipeline";
  private static final String GENERATION = "generation";
  private static final String START = "start";
  private static final String SHARDS = "shards";
  private static final String RETENTION = "retention";
  private static final String RUNBOOK = "runbook";
  private static final List<String> SETTINGS =
      List.of(GENERATION, RETENTION, RUNBOOK, SHARDS, START);

  /** What the CDK's command line itself keeps in a context; its other names have signs in them. */
  private static final Set<String> OF_THE_CDK =
      Set.of("acknowledged-issue-numbers", "cli-telemetry");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]+");

  /**
   * What settings, written as {@code name=value}, say beside the pipeline.
   *
   * @throws IllegalArgumentException when there is no such setting
   */
  static Map<String, String> of(List<String> settings) {
    Map<String, String> values = new TreeMap<>();
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      if (parts.length < 2 || !SETTINGS.contains(parts[0])) {
        throw new IllegalArgumentException(
            "-c %s: expected NAME=VALUE with one of the names %s"
                .formatted(setting, String.join(", ", SETTINGS)));
      }
      values.put(parts[0], parts[1]);
    }
    return values;
  }

  /**
   * The properties of the pipeline that the context names.
   *
   * @throws IllegalArgumentException when a value is missing or is not of its kind, or the app
   *     knows no such name
   */
  WindrowPipelineProps props() {
    requireKnownNames();
    WindrowPipelinePropsBuilder props = WindrowPipelineProps.builder().directory(directory());
    value(GENERATION).ifPresent(text -> props.generation(number(GENERATION, text)));
    value(START).ifPresent(text -> props.start(time(text)));
    value(SHARDS)
        .map(text -> StreamCapacity.provisioned(count(SHARDS, text)))
        .ifPresent(props::capacity);
    value(RETENTION)
        .map(hours -> Duration.hours(count(RETENTION, hours)))
        .ifPresent(props::retention);
    value(RUNBOOK).ifPresent(props::runbook);
    return props.build();
  }

  /** A name that no one reads would be ignored in silence, and its default deployed. */
  private void requireKnownNames() {
    if (!(node.getAllContext() instanceof Map<?, ?> context)) {
      return;
    }
    for (Object each : context.keySet()) {
      String name = each.toString();
      boolean known = name.equals(PIPELINE) || SETTINGS.contains(name) || OF_THE_CDK.contains(name);
      if (!known && PLAIN.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "-c %s=%s, or the context of a cdk.json: the app knows no such name; its names are %s, %s"
                .formatted(name, context.get(each), PIPELINE, String.join(", ", SETTINGS)));
      }
    }
  }

  private String directory() {
    return value(PIPELINE)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "which pipeline? say its directory: cdk deploy -c pipeline=../samples/earthquakes"));
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(node.tryGetContext(name)).map(Object::toString);
  }

  private static long number(String name, String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(wrong(name, text), e);
    }
    throw new IllegalArgumentException(wrong(name, text));
  }

  private static int count(String name, String text) {
    long number = number(name, text);
    if (number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(wrong(name, text));
    }
    return (int) number;
  }

  private static String wrong(String name, String text) {
    return "-c %s=%s is no whole number of 1 or more that fits, such as 2".formatted(name, text);
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "-c start=%s is no time in UTC, such as 2026-01-31T12:00:00Z".formatted(text), e);
    }
  }
}
