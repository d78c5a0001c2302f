package io.windrow.functions.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KinesisEnvelopeTest {
  private static final String SHARD = "shardId-000000000006";

  // the sample event of the Lambda Developer Guide
  private static final String SAMPLE =
      """
      {"Records": [{
        "kinesis": {
          "kinesisSchemaVersion": "1.0",
          "partitionKey": "1",
          "sequenceNumber": "49590338271490256608559692538361571095921575989136588898",
          "data": "SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==",
          "approximateArrivalTimestamp": 1545084650.987
        },
        "eventSource": "aws:kinesis",
        "eventVersion": "1.0",
        "eventID": "shardId-000000000006:49590338271490256608559692538361571095921575989136588898",
        "eventName": "aws:kinesis:record",
        "invokeIdentityArn": "arn:aws:iam::123456789012:role/lambda-role",
        "awsRegion": "us-east-2",
        "eventSourceARN": "arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream"
      }]}
      """;

  @Test
  void theSampleOfTheManualIsRead() {
    Batch batch = KinesisEnvelope.read(SAMPLE.getBytes(UTF_8));

    assertThat(batch.shard()).isEqualTo(SHARD);
    StreamRecord record = batch.records().get(0);
    assertThat(record.position())
        .isEqualTo(
            new Position(SHARD, "49590338271490256608559692538361571095921575989136588898", 0));
    assertThat(record.partitionKey()).isEqualTo("1");
    assertThat(record.arrival()).isEqualTo(1545084650987L);
    assertThat(new String(record.data(), UTF_8)).isEqualTo("Hello, this is a test.");
    assertThat(record.moreInside()).isFalse();
  }

  @Property(tries = 500)
  void itReadsWhatLambdasOwnEventsAreReadFrom(
      @ForAll("records") List<StreamRecord> records, @ForAll long seed) {
    byte[] envelope = EnvelopeText.of(records, seed);

    KinesisEvent event =
        LambdaEventSerializers.serializerFor(
                KinesisEvent.class, KinesisEnvelopeTest.class.getClassLoader())
            .fromJson(new ByteArrayInputStream(envelope));
    List<StreamRecord> read = KinesisEnvelope.read(envelope).records();

    assertSame(read, event);
    assertThat(read.stream().map(StreamRecord::arrival))
        .isEqualTo(records.stream().map(StreamRecord::arrival).toList());
  }

  private static void assertSame(List<StreamRecord> read, KinesisEvent event) {
    assertThat(read).hasSameSizeAs(event.getRecords());
    for (int i = 0; i < read.size(); i++) {
      KinesisEvent.KinesisEventRecord expected = event.getRecords().get(i);
      StreamRecord record = read.get(i);
      assertThat(record.position().shard() + ":" + record.position().sequence())
          .isEqualTo(expected.getEventID());
      assertThat(record.position().sequence()).isEqualTo(expected.getKinesis().getSequenceNumber());
      assertThat(record.partitionKey()).isEqualTo(expected.getKinesis().getPartitionKey());
      assertThat(record.data()).isEqualTo(expected.getKinesis().getData().array());
      // their reader goes through a double
      assertThat((double) record.arrival())
          .isCloseTo(
              (double)
                  expected.getKinesis().getApproximateArrivalTimestamp().toInstant().toEpochMilli(),
              offset(1.0));
    }
  }

  @Provide
  Arbitrary<List<StreamRecord>> records() {
    Arbitrary<StreamRecord> record =
        Combinators.combine(
                Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.TEN.pow(56)),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(20).excludeChars(surrogates()),
                Arbitraries.longs().between(1, 99_999_999_999_999L),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(50))
            .as(
                (sequence, key, arrival, data) ->
                    new StreamRecord(
                        new Position(SHARD, sequence.toString(), 0), key, arrival, data, false));
    return record.list().ofMinSize(1).ofMaxSize(10);
  }

  private static char[] surrogates() {
    char[] all = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = (char) (Character.MIN_SURROGATE + i);
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "1545084650.987, 1545084650987",
    "1.545084650987E9, 1545084650987",
    "1545084650, 1545084650000",
    "1.54508465E9, 1545084650000",
    "1480641523.477, 1480641523477",
    "0.001, 1",
    "0, 0",
    "4102444799.9999, 4102444799999"
  })
  void arrivalIsExactToTheMillisecond(String seconds, long millis) {
    String envelope = SAMPLE.replace("1545084650.987", seconds);

    assertThat(KinesisEnvelope.read(envelope.getBytes(UTF_8)).records().get(0).arrival())
        .isEqualTo(millis);
  }

  @Test
  void aRecordWithoutDataIsARecord() {
    String envelope = SAMPLE.replace("\"SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==\"", "null");

    assertThat(KinesisEnvelope.read(envelope.getBytes(UTF_8)).records().get(0).data()).isEmpty();
  }

  @Test
  void unknownMembersMayBeDeep() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String envelope = SAMPLE.replace("\"us-east-2\"", deep);

    assertThat(KinesisEnvelope.read(envelope.getBytes(UTF_8)).records()).hasSize(1);
  }

  @Test
  void recordsOfTwoShardsAreNoBatch() {
    List<StreamRecord> records = new ArrayList<>();
    for (String shard : List.of("shardId-000000000001", "shardId-000000000002")) {
      records.add(new StreamRecord(new Position(shard, "7", 0), "key", 0, new byte[0], false));
    }

    assertThatThrownBy(() -> KinesisEnvelope.read(EnvelopeText.of(records, 1)))
        .isInstanceOf(EnvelopeException.class)
        .hasMessage(
            "broken envelope: a batch is of one shard,"
                + " found shardId-000000000001 and shardId-000000000002");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"eventID\" | \"other\" | record 0 has no eventID",
        "\"partitionKey\" | \"other\" | record 0 has no partitionKey",
        "\"sequenceNumber\" | \"other\" | record 0 has no sequenceNumber",
        "\"approximateArrivalTimestamp\" | \"other\" | record 0 has no approximateArrivalTimestamp",
        "\"Records\" | \"other\" | it has no Records of a Kinesis stream",
        "1545084650.987 | 1e999999999 | found 1e999999999",
        "1545084650.987 | 1.2.3 | found 1.2.3",
        "1545084650.987 | \"noon\" | expected a number, found '\"'",
        "SGVs | ?GVs | expected base64",
        "shardId-000000000006:495 | shardId-000000000006:496 | expected eventID to be a shard",
        "\"1.0\" | oops: | expected ',' or '}', found ':'",
        "\"1.0\" | ~ | expected a value, found '~'",
        "\"1\" | 1 | expected a string, found '1'",
        "\"1\" | \"\\q\" | unknown escape \\q",
        "\"1\" | \"\\u12\" | expected four hexadecimal digits",
      })
  void aBrokenEnvelopeIsToldByWhatIsWrong(String part, String broken, String message) {
    byte[] envelope = SAMPLE.replace(part, broken).getBytes(UTF_8);

    assertThatThrownBy(() -> KinesisEnvelope.read(envelope))
        .isInstanceOf(EnvelopeException.class)
        .hasMessageStartingWith("broken envelope")
        .hasMessageContaining(message);
  }

  @Property(tries = 300)
  void anEnvelopeThatEndsTooSoonIsBroken(
      @ForAll("records") List<StreamRecord> records, @ForAll long seed) {
    byte[] whole = new String(EnvelopeText.of(records, seed), UTF_8).strip().getBytes(UTF_8);
    byte[] cut = Arrays.copyOf(whole, (int) Math.floorMod(seed, (long) whole.length));

    assertThatThrownBy(() -> KinesisEnvelope.read(cut)).isInstanceOf(EnvelopeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{}", "{\"Records\":[]}", "{\"Records\":[{}]}", "{} {}"})
  void whatIsNoBatchIsRefused(String text) {
    assertThatThrownBy(() -> KinesisEnvelope.read(text.getBytes(UTF_8)))
        .isInstanceOf(EnvelopeException.class);
  }

  @Test
  void aResponseNamesTheFirstRecordToSendAgain() {
    assertThat(new String(BatchResponse.failedFrom("495"), UTF_8))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"495\"}]}");
    assertThat(new String(BatchResponse.done(), UTF_8)).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream, true",
    "lambda-stream, true",
    "arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream-2, false",
    "arn:aws:kinesis:eu-west-1:123456789012:stream/lambda-stream, false",
    "stream, false"
  })
  void aBatchIsOfTheStreamThatItsRecordsName(String stream, boolean isOfIt) {
    StreamId id = StreamId.of(stream);
    String ofConsumer =
        SAMPLE.replace("stream/lambda-stream", "stream/lambda-stream/consumer/windrow:1700000000");
    for (String envelope : List.of(SAMPLE, ofConsumer)) {
      if (isOfIt) {
        assertThat(KinesisEnvelope.read(envelope.getBytes(UTF_8), id).records()).hasSize(1);
      } else {
        assertThatThrownBy(() -> KinesisEnvelope.read(envelope.getBytes(UTF_8), id))
            .isInstanceOf(MisreadException.class)
            .hasMessageContaining(stream)
            .hasMessageContaining("point the mapping to the stream");
      }
    }
  }
}
