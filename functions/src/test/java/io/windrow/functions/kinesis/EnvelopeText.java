package io.windrow.functions.kinesis;

import io.windrow.record.StreamRecord;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The envelope of a batch as some sender might write it: the seed settles the order of members,
 * white space, escapes, how numbers are written, and members that nobody knows.
 */
public final class EnvelopeText {
  private static final String[] SPACES = {"", "", "", " ", "\n", "\t\r\n  "};
  private static final String[] UNKNOWN = {
    "null", "true", "-1.5e3", "\"a } \\\" ] b\"", "[]", "{\"Records\":[{\"eventID\":\"x\"}]}"
  };

  private final Random random;

  private EnvelopeText(long seed) {
    this.random = new Random(seed);
  }

  public static byte[] of(List<StreamRecord> records, long seed) {
    return new EnvelopeText(seed).envelope(records).getBytes(StandardCharsets.UTF_8);
  }

  private String envelope(List<StreamRecord> records) {
    String elements = records.stream().map(this::record).collect(Collectors.joining("," + space()));
    return space() + object(Map.of("Records", "[" + space() + elements + space() + "]")) + space();
  }

  private String record(StreamRecord record) {
    Map<String, String> kinesis = new LinkedHashMap<>();
    kinesis.put("kinesisSchemaVersion", "\"1.0\"");
    kinesis.put("partitionKey", string(record.partitionKey()));
    kinesis.put("sequenceNumber", string(record.position().sequence()));
    kinesis.put("data", string(Base64.getEncoder().encodeToString(record.data())));
    kinesis.put("approximateArrivalTimestamp", seconds(record.arrival()));
    Map<String, String> members = new LinkedHashMap<>();
    members.put("eventSource", "\"aws:kinesis\"");
    members.put("eventID", string(record.position().shard() + ":" + record.position().sequence()));
    members.put("eventName", "\"aws:kinesis:record\"");
    members.put("kinesis", object(kinesis));
    return object(members);
  }

  private String seconds(long millis) {
    BigDecimal seconds = BigDecimal.valueOf(millis, 3);
    return switch (random.nextInt(3)) {
      case 0 -> seconds.toPlainString();
      case 1 -> seconds.stripTrailingZeros().toPlainString();
      default -> seconds.scaleByPowerOfTen(-9).toPlainString() + "E9";
    };
  }

  private String object(Map<String, String> members) {
    List<String> texts = new ArrayList<>();
    members.forEach((name, value) -> texts.add(member(name, value)));
    if (random.nextBoolean()) {
      texts.add(member("unknown", UNKNOWN[random.nextInt(UNKNOWN.length)]));
    }
    Collections.shuffle(texts, random);
    return "{" + space() + String.join("," + space(), texts) + "}";
  }

  private String member(String name, String value) {
    return string(name) + space() + ":" + space() + value + space();
  }

  private String string(String text) {
    boolean escapeSome = random.nextInt(4) == 0;
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || (escapeSome && random.nextInt(4) == 0)) {
        json.append("\\u%04x".formatted((int) c));
      } else if (c == '/' && escapeSome) {
        json.append("\\/");
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  private String space() {
    return SPACES[random.nextInt(SPACES.length)];
  }
}
