package io.windrow.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.local.run.IoSentences;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code windrow quarantine}: what lies in quarantine, counted, or shown whole. */
@Command(
    name = "quarantine",
    description = {
      "Lists the rejected and late records of a quarantine by reason and date, with their number,",
      "and below them the expressions that rejected them.",
      "DIR is what run --quarantine filed in, or a copy of the bucket's quarantine/PIPELINE."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  windrow quarantine quarantined",
      "  windrow quarantine quarantined --reason rule.located --show"
    })
final class QuarantineCommand implements Callable<Integer> {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_DETAILS = 20;

  @Parameters(paramLabel = "DIR", description = "The directory of quarantine files.")
  private Path directory = Path.of("");

  @Option(names = "--reason", paramLabel = "CODE", description = "Only records of this reason.")
  private @Nullable String reason;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Only records that arrived on this day, UTC.")
  private @Nullable LocalDate date;

  @Option(names = "--show", description = "Print the records, a line of JSON each.")
  private boolean show;

  private final PrintStream out = System.out;
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, Set<String>> details = new TreeMap<>();

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new UserError(
          "%s is no directory; give the one that run --quarantine filed in.".formatted(directory));
    }
    for (Path file : files()) {
      take(file);
    }
    if (!show) {
      counts.forEach(this::print);
      out.println("records " + counts.values().stream().mapToLong(Long::longValue).sum());
    }
    return 0;
  }

  private void print(String kind, long count) {
    out.println(kind + "  " + count);
    details.getOrDefault(kind, Set.of()).forEach(detail -> out.println("    " + detail));
  }

  private List<Path> files() throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(directory)) {
      all = walk.filter(Files::isRegularFile).sorted().toList();
    }
    List<Path> files = all.stream().filter(file -> file.toString().endsWith(".jsonl")).toList();
    // a run that rejects nothing leaves an empty directory
    if (files.isEmpty() && !all.isEmpty()) {
      throw new UserError(
          "%s holds no quarantine: there is no file .jsonl in it, but there is %s; give the directory that run --quarantine filed in."
              .formatted(directory, all.get(0)));
    }
    return files;
  }

  private void take(Path file) {
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        take(line, file);
      }
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw new UserError(
          "%s has a line that is no JSON; is it a file of a quarantine?".formatted(file));
    } catch (IOException e) {
      throw new UserError(IoSentences.of("read", file, e));
    }
  }

  private void take(String line, Path file) throws JsonProcessingException {
    JsonNode record = MAPPER.readTree(line);
    String code = record.path("reason").asText();
    String arrival = record.path("arrival").asText();
    if (code.isEmpty() || arrival.isEmpty()) {
      throw new UserError(
          "%s has a line without reason or arrival; is it a file of a quarantine?".formatted(file));
    }
    String day = arrival.substring(0, Math.min(arrival.length(), "2026-01-31".length()));
    boolean wanted =
        (reason == null || reason.equals(code)) && (date == null || date.toString().equals(day));
    if (wanted && show) {
      out.println(line);
    } else if (wanted) {
      count(day + "  " + code, record.path("detail").asText());
    }
  }

  private void count(String kind, String detail) {
    counts.merge(kind, 1L, Long::sum);
    Set<String> of = details.computeIfAbsent(kind, unknown -> new TreeSet<>());
    if (!detail.isEmpty() && of.size() < MOST_DETAILS) {
      of.add(detail);
    }
  }
}
