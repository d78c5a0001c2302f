package io.windrow.simulation.world;

import io.windrow.contract.Judged;
import io.windrow.contract.Judgement;
import io.windrow.contract.Reason;
import io.windrow.record.Event;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.oracle.Deadliness;
import io.windrow.simulation.schedule.Choices;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Events small enough for millions of steps: {@code time key value}, with {@code -} for a broken
 * one and {@code ~} for a filtered one, in the place of the key, and {@code ?} for no value. A
 * record that ends with a semicolon holds as many as it has semicolons, or none if that is all of
 * it; any other is one event itself.
 */
final class SmallEvents implements Function<StreamRecord, List<Judged>> {
  private static final String END = ";";
  private static final String ABSENT = "?";

  @Override
  public List<Judged> apply(StreamRecord record) {
    String text = text(record);
    if (text.equals(END)) {
      return List.of(new Judged(record, new Judgement.NoEvent()));
    }
    if (!text.endsWith(END)) {
      return List.of(new Judged(record, judgement(text)));
    }
    List<String> events = events(text);
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      byte[] own = events.get(i).getBytes(StandardCharsets.UTF_8);
      StreamRecord event = record.event(i + 1, own, i == events.size() - 1);
      judged.add(new Judged(event, judgement(events.get(i))));
    }
    return judged;
  }

  private static String text(StreamRecord record) {
    return new String(record.data(), StandardCharsets.UTF_8);
  }

  private static List<String> events(String text) {
    String all = text.endsWith(END) ? text.substring(0, text.length() - 1) : text;
    return all.isEmpty() ? List.of() : List.of(all.split(END, -1));
  }

  private static String key(String event) {
    return event.split(" ", 3)[1];
  }

  private static Judgement judgement(String text) {
    String[] parts = text.split(" ", 3);
    if (parts[1].equals("-")) {
      return new Judgement.Rejected(Reason.of("json.malformed"));
    }
    Event event = new Event(fields(parts[1], parts[2]), Long.parseLong(parts[0]));
    return parts[1].equals("~") ? new Judgement.Filtered(event) : new Judgement.Candidate(event);
  }

  private static Map<String, Object> fields(String key, String value) {
    if (value.equals(ABSENT)) {
      return Map.of("key", key);
    }
    BigDecimal number = new BigDecimal(value);
    boolean isWhole = number.scale() == 0;
    return isWhole
        ? Map.of(
            "key", key, "value", number.longValueExact(), "even", !number.toBigInteger().testBit(0))
        : Map.of("key", key, "value", number);
  }

  /** Of a record: {@code !} in the place of a key is deadly, {@code ?} at times. */
  static Deadliness deadliness(StreamRecord record) {
    return events(text(record)).stream()
        .map(event -> deadliness(key(event)))
        .max(Deadliness::compareTo)
        .orElse(Deadliness.HARMLESS);
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

  /**
   * Draws a record.
   *
   * @param times draws the times of its events
   */
  static byte[] draw(Choices choices, LongSupplier times, double deadly) {
    StringBuilder text = new StringBuilder();
    if (choices.chance(0.7)) {
      text.append(event(choices, times, deadly));
    } else {
      for (int events = choices.below(5); events > 0; events--) {
        text.append(event(choices, times, deadly)).append(END);
      }
      if (text.isEmpty()) {
        text.append(END);
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String event(Choices choices, LongSupplier times, double deadly) {
    String key =
        choices.chance(deadly)
            ? choices.oneOf(List.of("!", "?"))
            : choices.chance(0.05)
                ? "-"
                : choices.chance(0.05) ? "~" : choices.oneOf(List.of("a", "b", "c"));
    return times.getAsLong() + " " + key + " " + value(choices);
  }

  private static String value(Choices choices) {
    if (choices.chance(0.05)) {
      return ABSENT;
    }
    long whole = choices.between(-1000, 1000);
    return choices.chance(0.2) ? whole + "." + choices.below(1000) : Long.toString(whole);
  }
}
