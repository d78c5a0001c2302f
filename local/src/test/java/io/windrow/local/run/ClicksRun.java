package io.windrow.local.run;

import io.windrow.ledger.Counts;
import io.windrow.ledger.Kept;
import io.windrow.local.kinesis.PutRequest;
import io.windrow.view.Result;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A run of {@link Clicks} on one shard. */
final class ClicksRun implements AutoCloseable {
  private final EmbeddedPipeline pipeline;

  ClicksRun(EmbeddedAws aws) {
    RunSettings settings = new RunSettings(1, 10_000, null, (name, content) -> {});
    pipeline = EmbeddedPipeline.start(aws, Clicks.plan(), new Clicks(), settings, RunListener.NONE);
  }

  void put(String record) {
    put(record.getBytes(StandardCharsets.UTF_8));
  }

  void put(byte[] record) {
    pipeline.put(new PutRequest("key", record));
  }

  /** Takes what was put, and closes every window. */
  void drain() throws InterruptedException {
    pipeline.finishInput();
    while (!pipeline.isDrained()) {
      Thread.sleep(10);
    }
    pipeline.stop();
    pipeline.endEventTime();
  }

  Counts counts() {
    return pipeline.stored().counts().values().stream().reduce(Counts.NONE, Counts::plus);
  }

  List<Kept> kept() {
    List<Kept> kept = new ArrayList<>();
    pipeline.stored().kept(kept::add);
    return kept;
  }

  List<Result> results() {
    return pipeline.stored().results().toList();
  }

  @Override
  public void close() {
    pipeline.close();
  }
}
