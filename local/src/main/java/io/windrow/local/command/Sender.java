package io.windrow.local.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/**
 * Puts lines to a stream, many in a request. Those that the stream did not take are put again
 * before any that follow, so that records of one key change places only within a request.
 */
final class Sender {
  /** What one PutRecords takes (API reference, "PutRecords"), its 10 MiB not used up. */
  private static final int MOST_RECORDS = 500;

  private static final int ENOUGH_BYTES = 1 << 20;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final TargetStream target;
  private final PartitionKeys keys;
  private final Pace pace;
  private long taken;
  private long sent;

  Sender(TargetStream target, PartitionKeys keys, Pace pace) {
    this.target = target;
    this.keys = keys;
    this.pace = pace;
  }

  /** Sends the next lines; false when there are none. */
  boolean sendNext(Lines lines) throws IOException, InterruptedException {
    List<PutRecordsRequestEntry> records = next(lines);
    long pause = FIRST_PAUSE_MILLIS;
    int of = records.size();
    while (!records.isEmpty()) {
      records = put(records);
      if (!records.isEmpty()) {
        Thread.sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      }
    }
    sent += of;
    pace.await(sent);
    return of > 0;
  }

  private List<PutRecordsRequestEntry> next(Lines lines) throws IOException {
    List<PutRecordsRequestEntry> records = new ArrayList<>();
    int bytes = 0;
    while (records.size() < pace.step(MOST_RECORDS) && bytes < ENOUGH_BYTES) {
      byte[] line = lines.next();
      if (line == null) {
        break;
      }
      taken++;
      bytes += line.length;
      records.add(
          PutRecordsRequestEntry.builder()
              .partitionKey(keys.of(taken, line))
              .data(SdkBytes.fromByteArrayUnsafe(line))
              .build());
    }
    return records;
  }

  /** Puts records; those that were not taken. */
  private List<PutRecordsRequestEntry> put(List<PutRecordsRequestEntry> records) {
    List<PutRecordsResultEntry> answers = target.put(records);
    List<PutRecordsRequestEntry> failed = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      if (answers.get(i).errorCode() != null) {
        failed.add(records.get(i));
      }
    }
    return failed;
  }

  /** How many records the stream has taken. */
  long sent() {
    return sent;
  }
}
