package io.windrow.simulation.world;

import io.windrow.contract.Judgement;
import io.windrow.contract.Reason;
import io.windrow.record.Event;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.oracle.Deadliness;
import io.windrow.simulation.schedule.Choices;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Events small enough for millions of steps: {@code time key value}, with {@code -} for a broken
 * record and {@code ~} for a filtered one, in the place of the key.
 */
final class SmallEvents implements Function<StreamRecord, Judgement> {
  @Override
  public Judgement apply(StreamRecord record) {
    String[] parts = new String(record.data(), StandardCharsets.UTF_8).split(" ", 3);
    if (parts[1].equals("-")) {
      return new Judgement.Rejected(Reason.of("json.malformed"));
    }
    Map<String, Object> fields = Map.of("key", parts[1], "value", Long.valueOf(parts[2]));
    Event event = new Event(fields, Long.parseLong(parts[0]));
    return parts[1].equals("~") ? new Judgement.Filtered(event) : new Judgement.Candidate(event);
  }

  /** Of a record: {@code !} in the place of the key is deadly, {@code ?} at times. */
  static Deadliness deadliness(StreamRecord record) {
    return deadliness(new String(record.data(), StandardCharsets.UTF_8).split(" ", 3)[1]);
  }

  static Deadliness deadliness(Event event) {
    return deadliness(String.valueOf(event.fields().get("key")));
  }

  private static Deadliness deadliness(String key) {
    return switch (key) {
      case "!" -> Deadliness.DEADLY;
      case "?" -> Deadliness.AT_TIMES;
      default -> Deadliness.HARMLESS;
    };
  }

  static byte[] draw(Choices choices, long time, double deadly) {
    String key =
        choices.chance(deadly)
            ? choices.oneOf(List.of("!", "?"))
            : choices.chance(0.05)
                ? "-"
                : choices.chance(0.05) ? "~" : choices.oneOf(List.of("a", "b", "c"));
    return (time + " " + key + " " + choices.between(-1000, 1000)).getBytes(StandardCharsets.UTF_8);
  }
}
