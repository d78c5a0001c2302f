package io.windrow.local.command;

import io.windrow.ledger.Kept;
import io.windrow.ledger.KeptLine;
import io.windrow.local.run.StoredRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files that a run leaves, opened before it so that one that can't be written is found at once.
 * What is not wanted goes nowhere.
 */
record Outputs(Writer results, Writer totals, Writer rejects) implements AutoCloseable {

  /** Opens the files that are named. */
  static Outputs open(@Nullable Path results, @Nullable Path totals, @Nullable Path rejects) {
    return new Outputs(open(results), open(totals), open(rejects));
  }

  private static Writer open(@Nullable Path file) {
    try {
      return file == null ? Writer.nullWriter() : Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UserError(IoSentences.of("write", file, e));
    }
  }

  /** Writes what has come of a run. */
  void write(Outcome outcome, StoredRun stored) {
    outcome.results().forEach(result -> line(results, ResultLine.of(result)));
    line(totals, TotalsLine.of(outcome.counts(), outcome.redelivered()));
    stored.kept(
        record -> {
          if (record.verdict() != Kept.Verdict.ACCEPTED) {
            line(rejects, KeptLine.of(record));
          }
        });
  }

  private static void line(Writer file, String line) {
    try {
      file.write(line);
      file.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    results.close();
    totals.close();
    rejects.close();
  }
}
