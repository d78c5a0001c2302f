package io.windrow.ledger;

import io.windrow.contract.Reason;
import io.windrow.window.Timestamps;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files the records that a run keeps in quarantine. The files are named by reason, arrival date,
 * shard and run, so that filing again writes the same.
 */
final class Filing {
  private static final int DATE_LENGTH = 10;

  private final Quarantine quarantine;

  Filing(Quarantine quarantine) {
    this.quarantine = quarantine;
  }

  void file(RunId run, List<Kept> kept) {
    Map<String, StringBuilder> files = new TreeMap<>();
    for (Kept record : kept) {
      files
          .computeIfAbsent(name(run, record), name -> new StringBuilder())
          .append(KeptLine.of(record))
          .append('\n');
    }
    files.forEach(
        (name, lines) -> quarantine.put(name, lines.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String name(RunId run, Kept record) {
    Reason reason = record.reason();
    return "reason=%s/date=%s/%s-%09d.jsonl"
        .formatted(
            reason == null ? Kept.LATE : reason.code(),
            Timestamps.iso(record.arrival()).substring(0, DATE_LENGTH),
            run.shard(),
            run.number());
  }
}
