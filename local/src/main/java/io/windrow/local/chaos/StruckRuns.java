package io.windrow.local.chaos;

import io.windrow.ledger.Filed;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Retired;
import io.windrow.ledger.Runs;
import java.util.List;
import java.util.Optional;

/** Runs whose calls meet faults. */
record StruckRuns(Runs runs, PortFaults faults) implements Runs {
  @Override
  public List<Manifest> manifests(String shard, int level, long fromNumber) {
    return faults.at(
        "manifests " + shard + " " + level + " " + fromNumber,
        () -> runs.manifests(shard, level, fromNumber));
  }

  @Override
  public Optional<Long> latest(String shard, int level) {
    return faults.at("latest " + shard + " " + level, () -> runs.latest(shard, level));
  }

  @Override
  public void putPart(PartKey part, int item, byte[] content) {
    faults.at(part + " " + item, () -> runs.putPart(part, item, content));
  }

  @Override
  public Optional<byte[]> part(PartKey part, int item) {
    return faults.at("get " + part + " " + item, () -> runs.part(part, item));
  }

  @Override
  public void putManifest(Manifest manifest) {
    faults.at("manifest of " + manifest.run(), () -> runs.putManifest(manifest));
  }

  @Override
  public void expire(Manifest manifest, long at) {
    faults.at("expire " + manifest.run(), () -> runs.expire(manifest, at));
  }

  @Override
  public Retired retired(String shard) {
    return faults.at("retired " + shard, () -> runs.retired(shard));
  }

  @Override
  public void retire(String shard, long index) {
    faults.at("retire " + shard + " " + index, () -> runs.retire(shard, index));
  }

  @Override
  public void retireRuns(String shard, int level, long number) {
    faults.at(
        "retire runs " + shard + " " + level + " " + number,
        () -> runs.retireRuns(shard, level, number));
  }

  @Override
  public Filed filed(String shard) {
    return faults.at("filed " + shard, () -> runs.filed(shard));
  }

  @Override
  public boolean replaceFiled(String shard, Filed expected, Filed next) {
    return faults.at(
        "note filed " + shard + " " + next, () -> runs.replaceFiled(shard, expected, next));
  }
}
