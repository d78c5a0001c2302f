package io.windrow.ledger;

import io.windrow.window.Timestamps;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files the records that a range of entries keeps in quarantine, a few megabytes at a time. The
 * files are named by reason, arrival date, shard, first and last entry, and volume, so that filing
 * again writes the same.
 */
final class Filing {
  /** A volume is put when it has so many bytes; with another number, filing again adds files. */
  static final int VOLUME = 8 << 20;

  private static final int DATE_LENGTH = 10;

  private final Quarantine quarantine;
  private final String entries;
  private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();
  private int volume = 1;
  private long bytes;
  private long filed;

  /**
   * A filing.
   *
   * @param range of the entries, which it was fixed to be
   */
  Filing(Quarantine quarantine, String shard, Filed range) {
    this.quarantine = quarantine;
    this.entries = "%s-%012d-%012d".formatted(shard, range.before(), range.until() - 1);
  }

  /** Takes the next record, in the order of the chain. */
  void add(Kept record) {
    byte[] line = (KeptLine.of(record) + "\n").getBytes(StandardCharsets.UTF_8);
    files.computeIfAbsent(name(record), name -> new ByteArrayOutputStream()).writeBytes(line);
    bytes += line.length;
    filed++;
    if (bytes >= VOLUME) {
      put();
      volume++;
    }
  }

  /**
   * Files what is left.
   *
   * @return how many records there were
   */
  long end() {
    put();
    return filed;
  }

  private void put() {
    files.forEach((name, lines) -> quarantine.put(name, lines.toByteArray()));
    files.clear();
    bytes = 0;
  }

  private String name(Kept record) {
    return "reason=%s/date=%s/%s%s.jsonl"
        .formatted(
            record.code(),
            Timestamps.iso(record.arrival()).substring(0, DATE_LENGTH),
            entries,
            volume == 1 ? "" : "-" + volume);
  }
}
