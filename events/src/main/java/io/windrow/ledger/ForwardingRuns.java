package io.windrow.ledger;

import java.util.List;
import java.util.Optional;

/** Runs that do what others do, but for what a subclass changes. */
public abstract class ForwardingRuns implements Runs {
  /** The runs that everything is handed on to. */
  protected final Runs real;

  /** Runs in front of real ones. */
  protected ForwardingRuns(Runs real) {
    this.real = real;
  }

  @Override
  public List<Manifest> manifests(String shard, int level, long fromNumber) {
    return real.manifests(shard, level, fromNumber);
  }

  @Override
  public Optional<Long> latest(String shard, int level) {
    return real.latest(shard, level);
  }

  @Override
  public void putPart(PartKey part, int item, byte[] content) {
    real.putPart(part, item, content);
  }

  @Override
  public Optional<byte[]> part(PartKey part, int item) {
    return real.part(part, item);
  }

  @Override
  public void putManifest(Manifest manifest) {
    real.putManifest(manifest);
  }

  @Override
  public void expire(Manifest manifest, long at) {
    real.expire(manifest, at);
  }

  @Override
  public Retired retired(String shard) {
    return real.retired(shard);
  }

  @Override
  public void retire(String shard, long index) {
    real.retire(shard, index);
  }

  @Override
  public void retireRuns(String shard, int level, long number) {
    real.retireRuns(shard, level, number);
  }

  @Override
  public Filed filed(String shard) {
    return real.filed(shard);
  }

  @Override
  public boolean replaceFiled(String shard, Filed expected, Filed next) {
    return real.replaceFiled(shard, expected, next);
  }
}
