package io.windrow.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.windrow.local.kinesis.AwsCli;
import io.windrow.view.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;

/** Records that others put to the endpoint of a run. */
@Timeout(120)
class RecordsFromClientsTest {
  @RegisterExtension static final EmbeddedAwsExtension EMBEDDED = new EmbeddedAwsExtension();

  @Test
  void aRecordPutByTheSdkReachesAResult() throws Exception {
    try (ClicksRun run = new ClicksRun(EMBEDDED.aws())) {
      put(Clicks.click("sdk", "1.5").getBytes(UTF_8));
      run.drain();

      assertThat(run.results())
          .singleElement()
          .extracting(Result::values)
          .hasToString("{clicks=1, spent=1.5}");
    }
  }

  @Test
  void recordsThatTheProducerLibraryPackedIntoOneAreCountedOneByOne() throws Exception {
    byte[] packed =
        PackedRecords.of(
            List.of(Clicks.click("kpl", "1.5"), "no click", Clicks.click("kpl", "2.25")));
    try (ClicksRun run = new ClicksRun(EMBEDDED.aws())) {
      put(packed);
      run.drain();

      assertThat(run.counts().received()).isEqualTo(3);
      assertThat(run.kept())
          .singleElement()
          .satisfies(kept -> assertThat(kept.payload()).asString().isEqualTo("no click"))
          .extracting(kept -> kept.position().subSequence())
          .isEqualTo(1L);
      assertThat(run.results())
          .singleElement()
          .extracting(Result::values)
          .hasToString("{clicks=2, spent=3.75}");
    }
  }

  @Test
  void aRecordPutByTheAwsCommandLineReachesAResult(@TempDir Path directory) throws Exception {
    Optional<AwsCli> cli = AwsCli.find();
    assumeTrue(cli.isPresent(), AwsCli.MISSING);
    Path data = Files.write(directory.resolve("data"), Clicks.click("cli", "2.5").getBytes(UTF_8));
    try (ClicksRun run = new ClicksRun(EMBEDDED.aws())) {
      AwsCli.Run put =
          cli.get()
              .kinesis(
                  EMBEDDED.aws().kinesis(),
                  "put-record",
                  "--stream-name",
                  "clicks",
                  "--partition-key",
                  "key",
                  "--data",
                  "fileb://" + data);
      run.drain();

      assertThat(put.exitCode()).as(put.output()).isZero();
      assertThat(run.results())
          .singleElement()
          .extracting(Result::values)
          .hasToString("{clicks=1, spent=2.5}");
    }
  }

  private static void put(byte[] data) {
    EMBEDDED
        .aws()
        .clients()
        .kinesis()
        .putRecord(
            request ->
                request
                    .streamName("clicks")
                    .partitionKey("key")
                    .data(SdkBytes.fromByteArray(data)));
  }
}
