package io.windrow.local.mapping;

import static io.windrow.local.mapping.Fixtures.SHARD;
import static io.windrow.local.mapping.Fixtures.config;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class EnvelopeWriterTest {
  private final EnvelopeWriter writer = new EnvelopeWriter(config().build(), SHARD);

  @Test
  void aRecordHasTheFieldsOfTheManualInTheirOrder() {
    ShardRecord each =
        new ShardRecord(
            "4959", "user-1", 1_545_084_650_987L, "Hello, this is a test.".getBytes(UTF_8));

    assertThat(new String(writer.write(List.of(each)), UTF_8))
        .isEqualTo(
            "{\"Records\":[{\"kinesis\":{\"kinesisSchemaVersion\":\"1.0\","
                + "\"partitionKey\":\"user-1\",\"sequenceNumber\":\"4959\","
                + "\"data\":\"SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==\","
                + "\"approximateArrivalTimestamp\":1545084650.987},"
                + "\"eventSource\":\"aws:kinesis\",\"eventVersion\":\"1.0\","
                + "\"eventID\":\"shardId-000000000000:4959\","
                + "\"eventName\":\"aws:kinesis:record\","
                + "\"invokeIdentityArn\":\"arn:aws:iam::000000000000:role/local\","
                + "\"awsRegion\":\"eu-west-1\","
                + "\"eventSourceARN\":\"arn:aws:kinesis:eu-west-1:000000000000:stream/clicks\"}]}");
  }

  @Test
  void anArrivalIsSecondsWithThreeDecimals() {
    assertThat(arrivalOf(1_000)).isEqualTo("1.000");
    assertThat(arrivalOf(1_005)).isEqualTo("1.005");
    assertThat(arrivalOf(0)).isEqualTo("0.000");
  }

  @Property(tries = 300)
  void anyRecordsAreReadBackFromThePayload(
      @ForAll List<byte[]> data, @ForAll @StringLength(max = 20) String key) throws IOException {
    String encodable = new String(key.getBytes(UTF_8), UTF_8);
    List<ShardRecord> records =
        data.stream().map(each -> new ShardRecord("17", key, 5, each)).toList();

    JsonNode read = new ObjectMapper().readTree(writer.write(records)).path("Records");

    assertThat(read).hasSize(records.size());
    for (int i = 0; i < records.size(); i++) {
      JsonNode kinesis = read.get(i).path("kinesis");
      assertThat(kinesis.path("data").binaryValue()).isEqualTo(records.get(i).data());
      assertThat(kinesis.path("partitionKey").asText()).isEqualTo(encodable);
    }
  }

  @Property(tries = 300)
  void aPayloadHasTheSizeOfItsRecordsAndTheFrameLessTheLastComma(
      @ForAll @IntRange(min = 1, max = 20) int count,
      @ForAll byte[] data,
      @ForAll @StringLength(max = 20) String key,
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long arrival) {
    ShardRecord each = new ShardRecord("123456", key, arrival, data);

    byte[] payload = writer.write(Collections.nCopies(count, each));

    assertThat(payload).hasSize(EnvelopeWriter.FRAME + count * writer.sizeOf(each) - 1);
  }

  private String arrivalOf(long millis) {
    String json =
        new String(writer.write(List.of(new ShardRecord("1", "k", millis, new byte[0]))), UTF_8);
    String field = "\"approximateArrivalTimestamp\":";
    return json.substring(json.indexOf(field) + field.length(), json.indexOf("},\"eventSource\""));
  }
}
