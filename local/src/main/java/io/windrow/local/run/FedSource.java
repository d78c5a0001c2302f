package io.windrow.local.run;

import io.windrow.ledger.Source;
import io.windrow.record.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream that an input is being put to. Until all of it is put, no shard counts as empty: which
 * records are late must not depend on how fast they were put.
 */
final class FedSource implements Source {
  private final Source stream;
  private volatile boolean finished;

  FedSource(Source stream) {
    this.stream = stream;
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
  public Probe probe(String shard, @Nullable Position after) {
    return finished ? stream.probe(shard, after) : new Probe.Waiting();
  }
}
