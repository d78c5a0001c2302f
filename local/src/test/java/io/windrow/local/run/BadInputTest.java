package io.windrow.local.run;

import static io.windrow.local.run.Clicks.TIME;
import static io.windrow.local.run.Clicks.click;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.windrow.ledger.Kept;
import io.windrow.local.kinesis.KinesisError;
import io.windrow.view.Result;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever a record holds, it gets a verdict with its reason, is kept whole, and the rest goes on.
 */
@Timeout(120)
class BadInputTest {
  @RegisterExtension static final EmbeddedAwsExtension EMBEDDED = new EmbeddedAwsExtension();

  private static final long START_OF_1601 = -11_644_473_600_000L;
  private static final byte[] BROKEN_UTF_8 = {'{', '"', (byte) 0xC3, '(', '"', '}'};
  private static final byte[] FORGED_KPL_HEADER = {
    (byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2, 1, 2, 3
  };

  private static final List<Bad> BAD =
      List.of(
          new Bad("an empty record", "", "record.empty"),
          new Bad("broken JSON", "{\"page\":\"a\",", "json.malformed"),
          new Bad("no JSON", "hello", "json.malformed"),
          new Bad("broken UTF-8", BROKEN_UTF_8, "json.encoding"),
          new Bad("a duplicate key", "{\"page\":\"a\",\"page\":\"b\",\"at\":1}", "json.duplicate"),
          new Bad(
              "10,000 levels", "{\"page\":".repeat(10_000) + 1 + "}".repeat(10_000), "json.depth"),
          new Bad("1e999", click("a", "1e999"), "number.range"),
          new Bad("10,000 digits", click("a", "9".repeat(10_000)), "number.range"),
          new Bad("a wrong type", "{\"page\":7,\"at\":" + TIME + "}", "contract.type"),
          new Bad("a missing field", "{\"page\":\"a\"}", "contract.required"),
          new Bad("nearly 1 MiB", "x".repeat((1 << 20) - 100), "json.malformed"),
          new Bad("a forged KPL header", FORGED_KPL_HEADER, "record.aggregate"),
          new Bad("the year 9999", "{\"page\":\"a\",\"at\":253402300799000}", "time.ahead"));

  /** A record and the reason for which it is rejected. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Bad(String name, byte[] data, String reason) {
    Bad(String name, String data, String reason) {
      this(name, data.getBytes(UTF_8), reason);
    }
  }

  @Test
  void aBadRecordIsRejectedForItsReasonAndTheBatchGoesOn() throws Exception {
    try (ClicksRun run = new ClicksRun(EMBEDDED.aws())) {
      run.put(click("a", "0.1"));
      BAD.forEach(bad -> run.put(bad.data));
      run.put(click("a", "0.2"));
      run.drain();

      assertThat(run.kept()).zipSatisfy(BAD, BadInputTest::assertKept);
      assertThat(run.counts().accepted()).isEqualTo(2);
      assertThat(run.results())
          .singleElement()
          .extracting(Result::values)
          .hasToString("{clicks=2, spent=0.3}");
    }
  }

  private static void assertKept(Kept kept, Bad bad) {
    assertThat(Objects.requireNonNull(kept.reason()).code()).as(bad.name).isEqualTo(bad.reason);
    assertThat(kept.payload()).as(bad.name).isEqualTo(bad.data);
  }

  @Test
  void theYear1601IsATimeLikeAnyOther() throws Exception {
    try (ClicksRun run = new ClicksRun(EMBEDDED.aws())) {
      run.put("{\"page\":\"a\",\"at\":" + START_OF_1601 + "}");
      run.put(click("a", "1"));
      run.drain();

      assertThat(run.results())
          .extracting(Result::windowStart)
          .containsExactlyInAnyOrder(START_OF_1601, TIME);
    }
  }

  @Test
  void aRecordThatADeployedStreamRefusesIsRefusedHereToo() {
    try (ClicksRun run = new ClicksRun(EMBEDDED.aws())) {
      assertThatExceptionOfType(KinesisError.class)
          .isThrownBy(() -> run.put(new byte[1 << 20]))
          .matches(error -> error.type() == KinesisError.Type.VALIDATION);
    }
  }

  @Test
  void recordsOfAMebibyteAreCutIntoInvocationsAndCommitsThatCarryThem() throws Exception {
    try (ClicksRun run = new ClicksRun(EMBEDDED.aws())) {
      byte[] large = "x".repeat((1 << 20) - 100).getBytes(UTF_8);
      IntStream.range(0, 12).forEach(i -> run.put(large));
      run.put(click("a", "1"));
      run.drain();

      assertThat(run.counts().rejected()).isEqualTo(12);
      assertThat(run.kept())
          .hasSize(12)
          .allSatisfy(kept -> assertThat(kept.payload()).isEqualTo(large));
      assertThat(run.results()).hasSize(1);
    }
  }
}
