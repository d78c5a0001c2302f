package io.windrow.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.record.Expansion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudWatchLogsTest {
  private static final String ENVELOPE =
      """
      {"logEvents": [
         {"id": "1", "timestamp": 1709294458000, "message": "a } \\" ] b"},
         {"id": "2", "timestamp": 1709294461000, "message": "", "extractedFields": {"level": "WARN"}}],
       "messageType": "DATA_MESSAGE", "owner": "123456789012", "logGroup": "g", "logStream": "s",
       "subscriptionFilters": ["f"], "policyLevel": "ACCOUNT_LEVEL"}
      """;

  @Test
  void eachLogEventIsAnEventWithWhereItComesFrom() throws RejectedException {
    List<String> events = takenOut(gzip(ENVELOPE.getBytes(UTF_8)));

    assertThat(events)
        .containsExactly(
            """
            {"id": "1", "timestamp": 1709294458000, "message": "a } \\" ] b",\
            "messageType":"DATA_MESSAGE","owner":"123456789012","logGroup":"g","logStream":"s",\
            "subscriptionFilters":["f"]}""",
            """
            {"id": "2", "timestamp": 1709294461000, "message": "", \
            "extractedFields": {"level": "WARN"},"messageType":"DATA_MESSAGE",\
            "owner":"123456789012","logGroup":"g","logStream":"s","subscriptionFilters":["f"]}""");
  }

  @Test
  void anEnvelopeThatWasNotCompressedIsReadTheSame() throws RejectedException {
    assertThat(takenOut(ENVELOPE.getBytes(UTF_8)))
        .isEqualTo(takenOut(gzip(ENVELOPE.getBytes(UTF_8))));
  }

  @Test
  void aLogEventOfNothingHasWhatIsOfAll() throws RejectedException {
    byte[] envelope = "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{},{ }]}".getBytes(UTF_8);

    assertThat(takenOut(envelope))
        .containsExactly(
            "{ \"messageType\":\"DATA_MESSAGE\"}", "{  \"messageType\":\"DATA_MESSAGE\"}");
  }

  @Test
  void aMessageOfControlHoldsNoEvent() throws RejectedException {
    assertThat(takenOut(gzip(ENVELOPE.replace("DATA_M", "CONTROL_M").getBytes(UTF_8)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[1];cloudwatch-logs.envelope",
        "{\"logEvents\":[]};cloudwatch-logs.envelope /messageType",
        "{\"messageType\":\"OTHER\",\"logEvents\":[]};cloudwatch-logs.envelope /messageType",
        "{\"messageType\":7,\"logEvents\":[]};cloudwatch-logs.envelope /messageType",
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":{}};cloudwatch-logs.envelope /logEvents",
        "{\"messageType\":\"DATA_MESSAGE\"};cloudwatch-logs.envelope /logEvents",
        "{\"logEvents\":[{},7]};cloudwatch-logs.envelope /logEvents/1",
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{}];json.malformed",
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[]} {};json.malformed",
        "a line;json.malformed",
        "{\"owner\":\"1\",\"owner\":\"2\"};json.duplicate /owner",
      })
  void whatIsNoEnvelopeIsRejectedWhole(String payload, String reason) {
    assertThatThrownBy(() -> takenOut(gzip(payload.getBytes(UTF_8)))).hasMessage(reason);
  }

  @Test
  void whatIsCutShortIsNoGzip() {
    byte[] whole = gzip(ENVELOPE.getBytes(UTF_8));

    assertThatThrownBy(() -> takenOut(Arrays.copyOf(whole, whole.length / 2)))
        .hasMessage("gzip.malformed");
  }

  @Test
  void aGibibyteInAMebibyteIsMadeNoLargerThanTheLimit() throws RejectedException {
    byte[] bomb = gzip(1 << 10, new byte[1 << 20]);
    long before = Allocated.bytes();

    assertThat(bomb.length).isLessThan((1 << 20) + 2048);
    assertThatThrownBy(() -> takenOut(bomb)).hasMessage("record.expansion");
    assertThat(Allocated.bytes() - before).isLessThan(4L * Expansion.LIMIT);
  }

  @Test
  void logEventsByTheMillionAreNoMoreThanTheLimit() {
    byte[] events = "{},".repeat(1 << 10).getBytes(UTF_8);
    ByteArrayOutputStream envelope = new ByteArrayOutputStream();
    envelope.writeBytes("{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[".getBytes(UTF_8));
    for (int i = 0; i < 1 << 12; i++) {
      envelope.writeBytes(events);
    }
    envelope.writeBytes("{}]}".getBytes(UTF_8));
    byte[] record = gzip(envelope.toByteArray());
    long before = Allocated.bytes();

    assertThatThrownBy(() -> takenOut(record)).hasMessage("record.expansion");
    assertThat(Allocated.bytes() - before).isLessThan(6L * Expansion.LIMIT);
  }

  private static byte[] gzip(byte[] bytes) {
    return gzip(1, bytes);
  }

  private static byte[] gzip(int times, byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      for (int i = 0; i < times; i++) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  private static List<String> takenOut(byte[] payload) throws RejectedException {
    List<String> texts = new ArrayList<>();
    new CloudWatchLogs().takeOut(payload, text -> texts.add(new String(text, UTF_8)));
    return texts;
  }
}
