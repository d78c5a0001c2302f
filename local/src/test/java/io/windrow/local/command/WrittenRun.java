package io.windrow.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrow.local.chaos.Fault;
import io.windrow.local.run.EmbeddedAws;
import io.windrow.local.run.EmbeddedPipeline;
import io.windrow.local.run.RunListener;
import io.windrow.local.run.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a sample wrote to its files, without what no two runs share: arrival times, the
 * places of records in a stream that was resharded, and how many records came again.
 *
 * @param results as they are, every byte
 * @param rejects in the order of the stream
 * @param quarantined in no order
 */
record WrittenRun(String results, String totals, List<String> rejects, List<String> quarantined) {
  private static final String RESULTS = "results.jsonl";
  private static final String TOTALS = "totals.json";
  private static final String REJECTS = "rejects.jsonl";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Runs a sample to its end, and adds up the faults that it met. */
  static WrittenRun of(
      Path directory,
      EmbeddedAws aws,
      Sample sample,
      int batch,
      @Nullable Long chaos,
      EnumMap<Fault, Long> met)
      throws IOException, InterruptedException {
    Map<String, byte[]> filed = new ConcurrentHashMap<>();
    RunSettings settings = new RunSettings(1, batch, chaos, filed::put);
    try (Interruption never = Interruption.listen();
        EmbeddedPipeline pipeline =
            EmbeddedPipeline.start(
                aws, sample.plan(), sample.directory(), settings, counting(met))) {
      Feed feed = Feed.start(Input.of(sample.data()), PartitionKeys.of(null), pipeline);
      boolean unused = new PipelineRun(pipeline, feed, never, () -> {}).untilDrained();
      write(directory, pipeline);
      pipeline.stored().fileRest(filed::put);
      return new WrittenRun(
          Files.readString(directory.resolve(RESULTS)),
          without(Files.readString(directory.resolve(TOTALS)), "redelivered"),
          Files.readAllLines(directory.resolve(REJECTS)).stream().map(WrittenRun::kept).toList(),
          filed.values().stream()
              .flatMap(WrittenRun::lines)
              .map(WrittenRun::kept)
              .sorted()
              .toList());
    }
  }

  private static void write(Path directory, EmbeddedPipeline pipeline) {
    RunOptions options = new RunOptions();
    options.results = directory.resolve(RESULTS);
    options.totals = directory.resolve(TOTALS);
    options.rejects = directory.resolve(REJECTS);
    try (Outputs outputs = Outputs.open(options, false)) {
      outputs.write(Outcome.of(pipeline, false), pipeline.stored());
    }
  }

  private static RunListener counting(EnumMap<Fault, Long> met) {
    return new RunListener() {
      @Override
      public void struck(Fault fault) {
        synchronized (met) {
          met.merge(fault, 1L, Long::sum);
        }
      }
    };
  }

  private static Stream<String> lines(byte[] file) {
    return new String(file, StandardCharsets.UTF_8).lines();
  }

  private static String kept(String line) {
    return without(line, "position", "arrival");
  }

  private static String without(String line, String... fields) {
    try {
      ObjectNode json = (ObjectNode) MAPPER.readTree(line);
      return MAPPER.writeValueAsString(json.remove(List.of(fields)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
