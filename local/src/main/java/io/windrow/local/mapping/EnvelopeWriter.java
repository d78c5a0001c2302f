package io.windrow.local.mapping;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The writer of the JSON that Lambda gives to a function for records of one shard, field by field
 * in the order of <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">the
 * manual's example</a>.
 */
final class EnvelopeWriter {
  private static final byte[] HEAD = ascii("{\"Records\":[");
  private static final byte[] TAIL = ascii("]}");

  /** The bytes around the records. */
  static final int FRAME = HEAD.length + TAIL.length;

  private static final byte[] TO_KEY =
      ascii("{\"kinesis\":{\"kinesisSchemaVersion\":\"1.0\",\"partitionKey\":\"");
  private static final byte[] TO_SEQUENCE = ascii("\",\"sequenceNumber\":\"");
  private static final byte[] TO_DATA = ascii("\",\"data\":\"");
  private static final byte[] TO_ARRIVAL = ascii("\",\"approximateArrivalTimestamp\":");

  private final byte[] toEvent;
  private final byte[] toEnd;

  EnvelopeWriter(MappingConfig config, String shard) {
    this.toEvent =
        ascii(
            "},\"eventSource\":\"aws:kinesis\",\"eventVersion\":\"1.0\",\"eventID\":\""
                + shard
                + ":");
    this.toEnd =
        ascii(
            "\",\"eventName\":\"aws:kinesis:record\",\"invokeIdentityArn\":\""
                + "arn:aws:iam::000000000000:role/local\",\"awsRegion\":\""
                + config.region()
                + "\",\"eventSourceARN\":\""
                + config.streamArn()
                + "\"}");
  }

  /** The bytes that a record takes, the comma before the next one included. */
  int sizeOf(ShardRecord each) {
    return TO_KEY.length
        + quoted(each.partitionKey()).length
        + TO_SEQUENCE.length
        + each.sequence().length()
        + TO_DATA.length
        + (each.data().length + 2) / 3 * 4
        + TO_ARRIVAL.length
        + seconds(each.arrival()).length()
        + toEvent.length
        + each.sequence().length()
        + toEnd.length
        + 1;
  }

  /** The payload with these records. */
  byte[] write(List<ShardRecord> records) {
    int size = FRAME;
    for (ShardRecord each : records) {
      size += sizeOf(each);
    }
    Output out = new Output(records.isEmpty() ? size : size - 1);
    out.put(HEAD);
    for (int i = 0; i < records.size(); i++) {
      if (i > 0) {
        out.put(',');
      }
      write(records.get(i), out);
    }
    out.put(TAIL);
    return out.bytes;
  }

  private void write(ShardRecord each, Output out) {
    byte[] sequence = ascii(each.sequence());
    out.put(TO_KEY);
    out.put(quoted(each.partitionKey()));
    out.put(TO_SEQUENCE);
    out.put(sequence);
    out.put(TO_DATA);
    out.put(Base64.getEncoder().encode(each.data()));
    out.put(TO_ARRIVAL);
    out.put(ascii(seconds(each.arrival())));
    out.put(toEvent);
    out.put(sequence);
    out.put(toEnd);
  }

  /** Seconds with three decimals. */
  private static String seconds(long millis) {
    String fraction = Long.toString(1000 + Math.floorMod(millis, 1000L)).substring(1);
    return Math.floorDiv(millis, 1000L) + "." + fraction;
  }

  private static byte[] quoted(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        // half a surrogate pair becomes '?', as in any encoder of UTF-8
        String encodable = new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return JsonStringEncoder.getInstance().quoteAsUTF8(encodable);
      }
    }
    return ascii(key);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Bytes of a length known beforehand, filled from the front. */
  private static final class Output {
    private final byte[] bytes;
    private int length;

    Output(int size) {
      bytes = new byte[size];
    }

    void put(byte[] more) {
      System.arraycopy(more, 0, bytes, length, more.length);
      length += more.length;
    }

    void put(char one) {
      bytes[length++] = (byte) one;
    }
  }
}
