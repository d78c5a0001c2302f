package io.windrow.peers;

import io.windrow.contract.Judged;
import io.windrow.contract.Judgement;
import io.windrow.record.Event;
import io.windrow.record.StreamRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The events of the cases, as text: a time, a key, which may be empty, and a value. A record with
 * nothing but a time is filtered: it moves the watermark and counts nowhere.
 */
final class CaseEvents implements Function<StreamRecord, List<Judged>> {
  @Override
  public List<Judged> apply(StreamRecord record) {
    return List.of(new Judged(record, judgement(record)));
  }

  private static Judgement judgement(StreamRecord record) {
    String[] parts = text(record.data()).split(",", -1);
    long time = Long.parseLong(parts[0]);
    if (parts.length == 1) {
      return new Judgement.Filtered(new Event(Map.of(), time));
    }
    Map<String, @Nullable Object> fields = new HashMap<>();
    fields.put("value", Long.valueOf(parts[2]));
    if (!parts[1].isEmpty()) {
      fields.put("key", parts[1]);
    }
    return new Judgement.Candidate(new Event(fields, time));
  }

  static byte[] event(@Nullable String key, long time, long value) {
    return bytes(time + "," + (key == null ? "" : key) + "," + value);
  }

  static byte[] timeAlone(long time) {
    return bytes(Long.toString(time));
  }

  /** An event as the cases name it: {@code key@time}. */
  static String name(byte[] payload) {
    String[] parts = text(payload).split(",", -1);
    return parts[1] + "@" + parts[0];
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
