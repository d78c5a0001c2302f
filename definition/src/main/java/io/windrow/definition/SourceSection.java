package io.windrow.definition;

import io.windrow.expression.Nearest;
import io.windrow.plan.PlugIns;
import io.windrow.plan.StreamSource;
import io.windrow.plan.StreamSource.At;
import io.windrow.plan.StreamSource.Earliest;
import io.windrow.plan.StreamSource.Imported;
import io.windrow.plan.StreamSource.Latest;
import io.windrow.plan.StreamSource.Owned;
import io.windrow.plan.StreamSource.Start;
import io.windrow.plan.StreamSource.Stream;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code source}. */
final class SourceSection {
  // https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html (StreamName)
  private static final Pattern STREAM_NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");
  private static final Pattern STREAM_ARN =
      Pattern.compile(
          "arn:aws[a-z0-9-]*:kinesis:[a-z0-9-]+:[0-9]{12}:stream/[a-zA-Z0-9_.-]{1,128}");
  private static final Pattern KEY_ARN =
      Pattern.compile("arn:aws[a-z0-9-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[a-zA-Z0-9-]+");

  private static final String NAME_EXPECTED =
      "a stream's name of letters, digits, '_', '.' and '-', 128 characters at most";
  private static final String ARN_EXPECTED =
      "a stream's ARN such as arn:aws:kinesis:eu-west-1:123456789012:stream/clicks";
  private static final String KEY_EXPECTED =
      "a KMS key's ARN such as arn:aws:kms:eu-west-1:123456789012:key/…";
  private static final String START_EXPECTED =
      "earliest, latest or a time such as 2026-01-31T12:00:00Z";

  private final PlugIns plugIns;
  private final Problems problems;

  SourceSection(PlugIns plugIns, Problems problems) {
    this.plugIns = plugIns;
    this.problems = problems;
  }

  Optional<StreamSource> read(Node node) {
    Optional<SectionReader> reader = SectionReader.of(Section.SOURCE, node, problems);
    return reader.flatMap(this::source);
  }

  private Optional<StreamSource> source(SectionReader reader) {
    Optional<Stream> stream = stream(reader);
    String format =
        reader
            .node("format")
            .flatMap(node -> reader.word(node, "format", formats(), OthersWords::format))
            .orElse(StreamSource.JSON);
    Optional<Start> start = reader.has("start") ? start(reader) : Optional.of(new Earliest());
    boolean fanout = reader.isOn("fanout");
    boolean critical = reader.isOn("critical");
    boolean confidential = reader.isOn("confidential");
    return stream.flatMap(
        of ->
            start.map(from -> new StreamSource(of, format, from, fanout, critical, confidential)));
  }

  private List<String> formats() {
    List<String> formats = new ArrayList<>(StreamSource.FORMATS);
    plugIns.decoders().keySet().stream().sorted().forEach(formats::add);
    return formats;
  }

  private Optional<Stream> stream(SectionReader reader) {
    if (reader.has("kinesis") == reader.has("stream")) {
      String found = reader.has("kinesis") ? "both 'kinesis' and 'stream'" : "no stream";
      problems.add(
          reader.place(),
          found + " in the source",
          "kinesis: a name, or stream: the ARN of a stream that exists");
      return Optional.empty();
    }
    @Nullable String key = matching(reader, "key", KEY_ARN, KEY_EXPECTED).orElse(null);
    if (reader.has("stream")) {
      return matching(reader, "stream", STREAM_ARN, ARN_EXPECTED)
          .map(arn -> new Imported(arn, key));
    }
    reader
        .node("key")
        .ifPresent(
            node ->
                problems.add(
                    node.place(),
                    "'key' beside 'kinesis'",
                    "it beside 'stream', for the key of a stream that exists"));
    return matching(reader, "kinesis", STREAM_NAME, NAME_EXPECTED).map(Owned::new);
  }

  private Optional<String> matching(
      SectionReader reader, String key, Pattern form, String expected) {
    Optional<Node.Scalar> scalar = reader.text(key, expected);
    if (scalar.isPresent() && !form.matcher(scalar.get().text()).matches()) {
      problems.add(scalar.get().place(), scalar.get().describe() + " for '" + key + "'", expected);
      return Optional.empty();
    }
    return scalar.map(Node.Scalar::text);
  }

  private Optional<Start> start(SectionReader reader) {
    return reader.text("start", START_EXPECTED).flatMap(this::start);
  }

  private Optional<Start> start(Node.Scalar scalar) {
    if (scalar.text().equals("earliest")) {
      return Optional.of(new Earliest());
    }
    if (scalar.text().equals("latest")) {
      return Optional.of(new Latest());
    }
    try {
      return Optional.of(new At(OffsetDateTime.parse(scalar.text()).toInstant().toEpochMilli()));
    } catch (DateTimeException e) {
      problems.add(
          scalar.place(),
          scalar.describe() + " for 'start'",
          START_EXPECTED,
          Nearest.to(scalar.text(), List.of("earliest", "latest")));
      return Optional.empty();
    }
  }
}
