package io.windrow.local.mapping;

import static io.windrow.local.mapping.Fixtures.SHARD;
import static io.windrow.local.mapping.Fixtures.config;
import static io.windrow.local.mapping.Fixtures.records;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.local.mapping.Discarded.Condition;
import org.junit.jupiter.api.Test;

class InvocationRecordWriterTest {
  private final InvocationRecordWriter writer = new InvocationRecordWriter(config().build());

  @Test
  void itNamesTheBatchAndCarriesThePayload() {
    Discarded discarded =
        new Discarded(SHARD, Condition.RETRY_ATTEMPTS_EXHAUSTED, records(1, 4), 3);

    assertThat(new String(writer.write(discarded, "id-1", 5_000, "{}".getBytes(UTF_8)), UTF_8))
        .isEqualTo(
            "{\"requestContext\":{\"requestId\":\"id-1\","
                + "\"functionArn\":\"arn:aws:lambda:eu-west-1:000000000000:function:process\","
                + "\"condition\":\"RetryAttemptsExhausted\",\"approximateInvokeCount\":3},"
                + "\"responseContext\":{\"statusCode\":200,\"executedVersion\":\"$LATEST\","
                + "\"functionError\":\"Unhandled\"},"
                + "\"version\":\"1.0\",\"timestamp\":\"1970-01-01T00:00:05.000Z\","
                + "\"KinesisBatchInfo\":{\"shardId\":\"shardId-000000000000\","
                + "\"startSequenceNumber\":\"49590000001001\","
                + "\"endSequenceNumber\":\"49590000001003\","
                + "\"approximateArrivalOfFirstRecord\":\"1970-01-01T00:00:01.000Z\","
                + "\"approximateArrivalOfLastRecord\":\"1970-01-01T00:00:03.000Z\","
                + "\"batchSize\":3,"
                + "\"streamArn\":\"arn:aws:kinesis:eu-west-1:000000000000:stream/clicks\"},"
                + "\"payload\":\"{}\"}");
  }

  @Test
  void withoutAnInvocationThereIsNoResponse() {
    Discarded discarded = new Discarded(SHARD, Condition.RECORD_AGE_EXCEEDED, records(1, 2), 0);

    assertThat(new String(writer.write(discarded, "id-1", 0, new byte[0]), UTF_8))
        .contains("\"condition\":\"RecordAgeExceeded\"")
        .doesNotContain("responseContext");
  }
}
