package io.windrow.ledger;

import io.windrow.encoding.BinaryWriter;
import io.windrow.ledger.Manifest.Part;
import io.windrow.view.Delta;
import io.windrow.view.View;
import io.windrow.window.Watermark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Merges the entries of a chain into runs, and runs into larger ones, as soon as they are whole. */
final class Compactor {
  private final Runs runs;
  private final ChainReader reader;
  private final List<View> views;

  Compactor(Ports ports, List<View> views) {
    this.runs = ports.runs();
    this.reader = new ChainReader(ports.ledger(), ports.runs());
    this.views = List.copyOf(views);
  }

  /** Makes every run that is whole by this head, and has not been made. */
  void compact(String shard, Entry head) {
    for (int level = 1; level <= RunId.MAX_LEVEL; level++) {
      Optional<Long> latest = runs.latest(shard, level);
      RunId next = new RunId(shard, level, latest.map(number -> number + 1).orElse(0L));
      if (!isWhole(next, head)) {
        return;
      }
      for (; isWhole(next, head); next = new RunId(shard, level, next.number() + 1)) {
        make(next, Math.min(next.last(), head.index()));
      }
    }
  }

  /** An end commit closes the last run of the first level. */
  private static boolean isWhole(RunId run, Entry head) {
    return run.last() <= head.index()
        || (head instanceof Entry.End && run.level() == 1 && run.first() <= head.index());
  }

  private void make(RunId run, long lastIndex) {
    Deltas content = new Deltas(views);
    reader.read(run, lastIndex, content, kept -> {});
    List<Part> parts = new ArrayList<>();
    for (Delta delta : content.all()) {
      for (Map.Entry<Long, Delta> range : PaneRanges.split(delta).entrySet()) {
        parts.add(put(run, parts.size(), range.getKey(), range.getValue()));
      }
    }
    long closesAt = parts.stream().mapToLong(Part::closesAt).max().orElse(Watermark.NONE);
    runs.putManifest(new Manifest(run, lastIndex, closesAt, parts));
  }

  private Part put(RunId run, int number, long firstPane, Delta delta) {
    BinaryWriter out = new BinaryWriter();
    delta.encode(out);
    byte[] content = Compression.compress(ChainReader.PART_FORMAT, out.toBytes());
    int items = 0;
    for (int from = 0; from < content.length; from += Payloads.PART_SIZE) {
      int to = Math.min(content.length, from + Payloads.PART_SIZE);
      runs.putPart(run, number, items++, Arrays.copyOfRange(content, from, to));
    }
    View view = delta.view();
    return new Part(number, view.name(), view.fingerprint(), firstPane, delta.closesAt(), items);
  }
}
