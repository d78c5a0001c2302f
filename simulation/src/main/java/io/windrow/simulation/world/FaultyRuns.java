package io.windrow.simulation.world;

import io.windrow.ledger.Manifest;
import io.windrow.ledger.RunId;
import io.windrow.ledger.Runs;
import java.util.List;
import java.util.Optional;

/** Runs reached over a network that fails. */
record FaultyRuns(Runs real, Effects effects) implements Runs {
  @Override
  public List<Manifest> manifests(String shard, int level, long fromNumber) {
    return effects.read(() -> real.manifests(shard, level, fromNumber));
  }

  @Override
  public Optional<Long> latest(String shard, int level) {
    return effects.read(() -> real.latest(shard, level));
  }

  @Override
  public void putPart(RunId run, int part, int item, byte[] content) {
    effects.write(() -> real.putPart(run, part, item, content));
  }

  @Override
  public Optional<byte[]> part(RunId run, int part, int item) {
    return effects.read(() -> real.part(run, part, item));
  }

  @Override
  public void putManifest(Manifest manifest) {
    effects.write(() -> real.putManifest(manifest));
  }

  @Override
  public long retired(String shard) {
    return effects.read(() -> real.retired(shard));
  }

  @Override
  public void retire(String shard, long index) {
    effects.write(() -> real.retire(shard, index));
  }
}
