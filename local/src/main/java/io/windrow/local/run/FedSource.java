package io.windrow.local.run;

import io.windrow.ledger.Source;
import io.windrow.record.Position;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A stream that an input is being put to. Until all of it is put, no shard that takes it counts as
 * empty: which records are late must not depend on how fast they were put.
 */
final class FedSource implements Source {
  private final Source stream;
  private final Predicate<String> takesInput;
  private volatile boolean finished;

  /**
   * A stream.
   *
   * @param takesInput whether more of the input may come to a shard
   */
  FedSource(Source stream, Predicate<String> takesInput) {
    this.stream = stream;
    this.takesInput = takesInput;
  }

  /** The input is in the stream. */
  void finish() {
    finished = true;
  }

  @Override
  public List<Shard> shards() {
    return stream.shards();
  }

  @Override
  public String identity() {
    return stream.identity();
  }

  @Override
  public Probe probe(String shard, @Nullable Position after) {
    return finished || !takesInput.test(shard) ? stream.probe(shard, after) : new Probe.Waiting();
  }
}
