package io.windrow.local.mapping;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Records and settings that tests share. */
final class Fixtures {
  static final String SHARD = "shardId-000000000000";
  static final String STREAM = "arn:aws:kinesis:eu-west-1:000000000000:stream/clicks";
  static final String FUNCTION = "arn:aws:lambda:eu-west-1:000000000000:function:process";

  private Fixtures() {}

  static MappingConfigBuilder config() {
    return MappingConfig.builder(STREAM, FUNCTION).backoff(Backoff.NONE);
  }

  /** The record of a number, which arrived at so many seconds. */
  static ShardRecord record(int number) {
    byte[] data = ("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8);
    return new ShardRecord(sequence(number), "key", number * 1000L, data);
  }

  static String sequence(int number) {
    return "4959000000" + (1000 + number);
  }

  static List<ShardRecord> records(int from, int to) {
    return IntStream.range(from, to).mapToObj(Fixtures::record).toList();
  }

  /** Their numbers, by sequence number. */
  static List<Integer> numbers(List<ShardRecord> records) {
    return records.stream().map(Fixtures::number).toList();
  }

  static int number(ShardRecord each) {
    return Integer.parseInt(each.sequence().substring(10)) - 1000;
  }
}
