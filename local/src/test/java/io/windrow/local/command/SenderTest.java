package io.windrow.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.local.kinesis.KinesisEndpoint;
import io.windrow.local.kinesis.KinesisStream;
import io.windrow.local.kinesis.KinesisStreams;
import io.windrow.local.kinesis.StreamSpec;
import io.windrow.local.kinesis.Throughput;
import io.windrow.local.mapping.KinesisShards;
import io.windrow.local.mapping.ShardReader;
import io.windrow.local.mapping.StartingPosition;
import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SenderTest {
  private static final List<String> NUMBERS =
      IntStream.rangeClosed(1, 1_234).mapToObj(Integer::toString).toList();

  @Test
  void everyLineIsARecordInOrder() throws Exception {
    assertThat(sent(NUMBERS, null, Throughput.unlimited())).isEqualTo(NUMBERS);
  }

  @Test
  void recordsThatTheStreamDidNotTakeArePutAgainBeforeAnyThatFollow() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Throughput everyThirdRefused = new Refusing(() -> asked.incrementAndGet() % 3 == 0);

    List<String> came = sent(NUMBERS, null, () -> everyThirdRefused);

    assertThat(came).containsExactlyInAnyOrderElementsOf(NUMBERS);
    assertThat(came.subList(0, 500)).containsExactlyInAnyOrderElementsOf(NUMBERS.subList(0, 500));
    assertThat(came).isNotEqualTo(NUMBERS);
  }

  @Test
  void atARateRecordsGoInSmallSteps() throws Exception {
    assertThat(new Pace(null).step(500)).isEqualTo(500);
    assertThat(new Pace(1_000_000).step(500)).isEqualTo(500);
    assertThat(new Pace(200).step(500)).isEqualTo(20);
    assertThat(new Pace(1).step(500)).isEqualTo(1);
    assertThat(sent(NUMBERS, 1_000_000, Throughput.unlimited())).isEqualTo(NUMBERS);
  }

  /** Sends lines to a stream of one shard, and gives what came there. */
  private static List<String> sent(
      List<String> lines, @Nullable Integer rate, Throughput.Policy throughput) throws Exception {
    KinesisStreams streams = new KinesisStreams(InstantSource.system(), throughput);
    KinesisStream stream =
        streams.create(new StreamSpec("s", StreamSpec.Mode.PROVISIONED, 1, 1 << 20, Map.of()));
    byte[] text = lines.stream().collect(Collectors.joining("\n")).getBytes(UTF_8);
    try (KinesisEndpoint endpoint = KinesisEndpoint.start(streams, 0);
        TargetStream target = TargetStream.open("s", endpoint.uri(), null);
        Lines source = new Lines(new ByteArrayInputStream(text))) {
      Sender sender = new Sender(target, PartitionKeys.of(null), new Pace(rate));
      while (sender.sendNext(source)) {
        assertThat(sender.sent()).isPositive();
      }
      assertThat(sender.sent()).isEqualTo(lines.size());
    }
    return records(stream);
  }

  private static List<String> records(KinesisStream stream) {
    ShardReader reader =
        new KinesisShards(stream)
            .open(stream.shards().get(0).id(), new StartingPosition.TrimHorizon());
    List<String> records = new ArrayList<>();
    while (!reader.atTip()) {
      reader.read(10_000).forEach(record -> records.add(new String(record.data(), UTF_8)));
    }
    return records;
  }

  /** A shard that refuses some writes. */
  private record Refusing(BooleanSupplier refuses) implements Throughput {
    @Override
    public boolean admitsWrite(int bytes, long now) {
      return !refuses.getAsBoolean();
    }

    @Override
    public boolean admitsRead(long now) {
      return true;
    }

    @Override
    public void gave(long bytes, long now) {}
  }
}
